package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.proposal;
import static vn.tiendo.testing.Samples.with;

import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;

/** Whatever is entered wrongly gets a sentence, the task stays open, and what was typed stays with its author. */
@ProcessTest
class BadInputTest {

    @Autowired
    Journey journey;

    private String plan;

    @BeforeEach
    void aPlanIsBeingDrafted() {
        journey.beginsAt("2023-02-10T09:00");
        plan = (String) journey.propose("cbvhxh", proposal()).getBody().get("businessKey");
    }

    private void refused(ResponseEntity<Map<String, Object>> answer, String field, String sentence) {
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(422);
        assertThat(answer.getBody()).containsEntry("field", field).containsEntry("message", sentence);
    }

    private void approvedByOffice() {
        journey.does("cbvhxh", plan, "draftPlan", draft());
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.does("chuyenvien", plan, "checkForm", approved());
    }

    @Test
    void aReportDateInThePast() {
        var duty = Samples.duty("Báo cáo quý", "QUARTERLY", "10/02/2023", List.of("vanPhong"));

        refused(
                journey.tries("cbvhxh", plan, "draftPlan", with(draft(), "duties", List.of(duty))),
                "duties[0].terms[0].date",
                "Hạn của “Báo cáo quý” (09/02/2023) đã qua; hãy sửa ngày báo cáo hoặc để trống nếu chưa có hạn.");
        assertThat(journey.waitsAt(plan)).containsExactly("draftPlan");
        assertThat(journey.database()
                        .sql("select count(*) from form_input where business_key = ?")
                        .param(plan)
                        .query(Integer.class)
                        .single())
                .as("what was typed")
                .isEqualTo(1);
        assertThat(journey.database()
                        .sql("select count(*) from reporting_duty")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aTaskThatSeveralLeadButNobodyAnswersFor() {
        var task = Map.of("text", "Lát lại vỉa hè", "coLeads", List.of("kinhTeHaTang"));
        refused(
                journey.tries("cbvhxh", plan, "draftPlan", with(draft(), "tasks", List.of(task))),
                "tasks[0].lead",
                "Nhiệm vụ có nhiều đơn vị chủ trì; hãy chọn một đơn vị chủ trì chính.");
    }

    @Test
    void anOngoingTaskWithADate() {
        var task = Map.of("text", "Tiếp dân", "kind", "ONGOING", "lead", "vanPhong", "due", "31/03/2023");
        refused(
                journey.tries("cbvhxh", plan, "draftPlan", with(draft(), "tasks", List.of(task))),
                "tasks[0].due",
                "Việc thường xuyên không có hạn, được báo cáo theo kỳ; hãy bỏ hạn hoặc chọn loại khác.");
    }

    @Test
    void aDutyWithoutDateIsLegalAndListedAsWithoutDeadline() {
        journey.does(
                "cbvhxh", plan, "draftPlan", with(draft(), "duties", List.of(Map.of("name", "Báo cáo theo yêu cầu"))));

        assertThat(new String(journey.download("cbvhxh", "/ke-hoach/" + plan), StandardCharsets.UTF_8))
                .contains("Báo cáo theo yêu cầu")
                .containsIgnoringCase("chưa có hạn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\\\\\u0000", "\\ud83d"})
    void lettersThatNoDatabaseKeeps(String letter) {
        var answer = autosaved(letter);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody())
                .containsEntry("message", "Nội dung có ký tự không lưu được; hãy xoá phần vừa dán vào và gõ lại.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\\u0000", "\\ud83d\\ude00"})
    void lettersThatOnlyLookLikeThem(String letters) {
        assertThat(autosaved(letters).getStatusCode().value()).isEqualTo(204);
    }

    @Test
    void aFormOfMoreThanTwoMegabytes() {
        var answer = autosaved("ă".repeat(1024 * 1024));

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody())
                .containsEntry(
                        "message",
                        "Nội dung nhập lớn hơn 2 MB nên không lưu được; hãy rút gọn hoặc đưa vào tệp đính kèm.");
    }

    private ResponseEntity<Map<String, Object>> autosaved(String text) {
        var task = journey.task(plan, "draftPlan").getId();
        return journey.call(
                HttpMethod.PUT,
                "cbvhxh",
                "/api/work/" + task + "/input",
                new RawValue("{\"content\": \"" + text + "\"}"));
    }

    @ParameterizedTest
    @CsvSource({"khong-phai-dia-chi", "a@b", "a b@c.vn", "a\u0007@c.vn", "'a@c.vn, d@e.vn'"})
    void aRecipientAddressThatIsNone(String address) {
        var recipients = List.of(Map.of("text", "Sở Nội vụ", "address", address));

        var answer = journey.tries("cbvhxh", plan, "draftPlan", with(draft(), "recipients", recipients));

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody()).containsEntry("field", "recipients[0].address");
    }

    @Test
    void aPlanWithoutSigner() {
        refused(
                journey.tries("cbvhxh", plan, "draftPlan", with(draft(), "signer", "")),
                "signer",
                "Kế hoạch chưa có người ký; hãy chọn người ký.");
    }

    @Test
    void aNumberThatIsTakenAndOneThatLeavesAGap() {
        approvedByOffice();
        journey.does("phochutich1", plan, "approvePlan", approved());
        journey.database()
                .sql(
                        "insert into number_register (issuer, series, year, last_sequence) values ('ubnd', 'KH', 2023, 13)")
                .update();

        refused(
                journey.tries("vanthu", plan, "numberPlan", Map.of("sequence", "13", "issuedOn", "10/02/2023")),
                "sequence",
                "Số 13/KH-UBND đã được cấp; số tiếp theo là 14.");
        refused(
                journey.tries("vanthu", plan, "numberPlan", Map.of("sequence", "15", "issuedOn", "10/02/2023")),
                "sequence",
                "Số 15/KH-UBND bỏ cách sổ đăng ký; số tiếp theo là 14.");
        refused(
                journey.tries("vanthu", plan, "numberPlan", Map.of("sequence", "14", "issuedOn", "09/02/2023")),
                "issuedOn",
                "Ngày ban hành không được trước ngày phê duyệt 10/02/2023.");
        refused(
                journey.tries("vanthu", plan, "numberPlan", Map.of("sequence", "14", "issuedOn", "31/02/2023")),
                "issuedOn",
                "“Ngày ban hành” có ngày không đúng (31/02/2023); hãy nhập theo dạng ngày/tháng/năm, ví dụ 15/02/2026.");
        journey.does("vanthu", plan, "numberPlan", Map.of("sequence", "14", "issuedOn", "10/02/2023"));
        assertThat(journey.database()
                        .sql("select last_sequence from number_register")
                        .query(Integer.class)
                        .single())
                .isEqualTo(14);
    }

    @ParameterizedTest
    @CsvSource({
        "virus.exe, MZ, 'Tệp “virus.exe” thuộc loại không nhận; hãy gửi PDF, Word, Excel, ODT, TXT, PNG hoặc JPG.'",
        "ke-hoach.pdf, day khong phai PDF, 'Nội dung tệp “ke-hoach.pdf” không phải là PDF; hãy kiểm tra lại tệp.'",
        "rong.txt, '', Tệp “rong.txt” không có nội dung."
    })
    void aFileOfTheWrongKind(String name, String content, String sentence) {
        var answer = journey.upload("cbvhxh", name, content.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody()).containsEntry("message", sentence);
    }

    @Test
    void aFileThatIsTooLarge() {
        var answer = journey.upload("cbvhxh", "lon.txt", new byte[51 * 1024 * 1024]);

        assertThat(answer.getStatusCode().is4xxClientError()).isTrue();
        assertThat(answer.getBody()).containsEntry("message", "Tệp lớn hơn 50 MB; hãy chia nhỏ hoặc nén lại.");
        assertThat(journey.database()
                        .sql("select count(*) from stored_file")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aTaskThatAColleagueJustCompleted() {
        journey.does("cbvhxh", plan, "draftPlan", draft());
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        var task = journey.task(plan, "checkForm").getId();
        journey.does("chuyenvien", plan, "checkForm", approved());

        var answer = journey.call(HttpMethod.POST, "chanhvanphong", "/api/work/" + task, approved());

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody())
                .containsEntry(
                        "message",
                        "Việc “Văn phòng thẩm tra thể thức” đã được Mẫu Thị Hoa hoàn thành; hãy tải lại danh sách việc.");
    }

    @Test
    void anApprovalByTheDrafterHimself() {
        var own = with(with(proposal(), "unit", "ubnd"), "drafter", "phochutich1");
        plan = (String) journey.propose("phochutich1", own).getBody().get("businessKey");
        journey.does("phochutich1", plan, "draftPlan", draft());
        journey.does("chuyenvien", plan, "checkForm", approved());

        var answer = journey.tries("phochutich1", plan, "approvePlan", approved());

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody())
                .containsEntry(
                        "message",
                        "Bạn là người soạn thảo nên không được tự phê duyệt; hãy trình người có thẩm quyền khác.");
    }

    @Test
    void variablesSentByTheBrowserDecideNothing() {
        approvedByOffice();
        var task = journey.task(plan, "approvePlan").getId();

        var answer = journey.call(
                HttpMethod.POST,
                "phochutich1",
                "/engine-rest/task/" + task + "/complete",
                Map.of("variables", Map.of("verdict", Map.of("value", "APPROVED", "type", "String"))));

        assertThat(answer.getStatusCode().value()).isEqualTo(403);
        assertThat(journey.waitsAt(plan)).containsExactly("approvePlan");
    }

    @Test
    void otherPeoplesDraftsAndTasksDoNotExist() {
        var task = journey.task(plan, "draftPlan").getId();

        assertThat(journey.call(HttpMethod.GET, "cbktht", "/api/plans/" + plan, null)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(journey.call(HttpMethod.POST, "cbktht", "/api/work/" + task, draft())
                        .getBody())
                .containsEntry("message", "Không có việc này hoặc bạn không được giao việc này.");
        assertThat(journey.call(HttpMethod.GET, "cbktht", "/api/plans/KH-2023-9999", null)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoDraftAtAll() {
        assertThat(journey.tries("cbvhxh", plan, "draftPlan", Map.of("bases", "không phải danh sách"))
                        .getBody())
                .containsEntry("message", "Nội dung gửi lên không đọc được; hãy tải lại trang và nhập lại.");
        refused(
                journey.tries("cbvhxh", plan, "draftPlan", with(draft(), "year", "23")),
                "year",
                "Năm kế hoạch “23” không đúng; hãy nhập năm nay, năm trước hoặc năm sau.");
        refused(
                journey.tries("cbvhxh", plan, "draftPlan", with(draft(), "bases", List.of(" "))),
                "bases",
                "Kế hoạch chưa có căn cứ; hãy nhập ít nhất một căn cứ.");
    }
}
