package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.duty;
import static vn.tiendo.testing.Samples.proposal;
import static vn.tiendo.testing.Samples.returned;
import static vn.tiendo.testing.Samples.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/** The roads of {@code planLifecycle} that do not lead straight to the archive. */
@ProcessTest
class PlanLifecycleTest {

    @Autowired
    Journey journey;

    @BeforeEach
    void office() {
        journey.beginsAt("2023-02-07T09:00");
    }

    private String proposed() {
        var answer = journey.propose("cbvhxh", proposal());
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
        return (String) answer.getBody().get("businessKey");
    }

    private String reviewed() {
        var plan = proposed();
        journey.does("cbvhxh", plan, "draftPlan", draft());
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        return plan;
    }

    private String submitted() {
        var plan = reviewed();
        journey.does("chuyenvien", plan, "checkForm", approved());
        return plan;
    }

    @Test
    void everyReturnLeadsBackToTheDrafterWithItsRemark() {
        var plan = proposed();
        journey.does("cbvhxh", plan, "draftPlan", draft());
        journey.does("truongvhxh", plan, "reviewDraft", returned("Bổ sung dự toán"));
        journey.does("cbvhxh", plan, "draftPlan", draft());
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.does("chuyenvien", plan, "checkForm", returned("Sửa căn cứ"));
        journey.does("cbvhxh", plan, "draftPlan", draft());
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.does("chuyenvien", plan, "checkForm", approved());
        journey.does("phochutich1", plan, "approvePlan", returned("Rõ người chịu trách nhiệm"));

        assertThat(journey.waitsAt(plan)).containsExactly("draftPlan");
        assertThat(journey.task(plan, "draftPlan").getAssignee()).isEqualTo("cbvhxh");
        assertThat(journey.database()
                        .sql("select text from remark where subject = ? order by number")
                        .param(plan)
                        .query(String.class)
                        .list())
                .containsExactly("Bổ sung dự toán", "Sửa căn cứ", "Rõ người chịu trách nhiệm");
        assertThat(journey.database()
                        .sql("select code from plan where id = ?")
                        .param(plan)
                        .query(String.class)
                        .list())
                .containsOnlyNulls();
    }

    @Test
    void thePhoChuTichPassesToTheChuTichWhoReturnsAndThenApproves() {
        var plan = submitted();
        journey.does("phochutich1", plan, "approvePlan", Map.of("verdict", "PASSED", "remark", "Kính trình Chủ tịch"));
        journey.does("chutich", plan, "decideByChair", returned("Chưa rõ kinh phí"));
        journey.does("cbvhxh", plan, "draftPlan", with(draft(), "signer", "chutich"));
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.does("chuyenvien", plan, "checkForm", approved());
        journey.does("chutich", plan, "decideByChair", approved());

        assertThat(journey.waitsAt(plan)).containsExactly("numberPlan");
        assertThat(journey.database()
                        .sql("select signature_block from plan where id = ?")
                        .param(plan)
                        .query(String.class)
                        .single())
                .isEqualTo("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH");
    }

    @Test
    void aDutyWhoseDayPassedMeanwhileIsNeitherApprovedNorNumbered() {
        var over = Map.of(
                "message",
                "Hạn của “Báo cáo 6 tháng” (09/05/2023) đã qua nên không đơn vị nào nộp kịp; hãy trả lại người soạn thảo để sửa ngày báo cáo.");
        var plan = submitted();
        journey.until("2023-05-10T09:00");
        assertThat(journey.tries("phochutich1", plan, "approvePlan", approved()).getBody())
                .containsAllEntriesOf(over);
        journey.does("phochutich1", plan, "approvePlan", returned("Sửa hạn 6 tháng"));
        journey.does("cbvhxh", plan, "draftPlan", with(draft(), "duties", List.of(halfYear("20/5/2023"))));
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.does("chuyenvien", plan, "checkForm", approved());
        journey.does("phochutich1", plan, "approvePlan", approved());

        journey.until("2023-05-19T16:00");
        var next = journey.call(HttpMethod.GET, "vanthu", "/api/plans/" + plan + "/next-number", null)
                .getBody();
        var number = Map.<String, Object>of("sequence", String.valueOf(next.get("sequence")), "issuedOn", "19/05/2023");
        journey.until("2023-05-20T09:00");
        assertThat(journey.tries("vanthu", plan, "numberPlan", number).getBody())
                .containsEntry("message", ((String) over.get("message")).replace("09/05/2023", "19/05/2023"));
        assertThat(journey.tries("vanthu", plan, "numberPlan", Map.of("verdict", "RETURNED"))
                        .getBody())
                .containsEntry("field", "remark");
        journey.does("vanthu", plan, "numberPlan", returned("Hạn 6 tháng đã qua"));

        assertThat(journey.waitsAt(plan)).containsExactly("draftPlan");
        assertThat(journey.passed(plan)).contains("isPlanNumbered").doesNotContain("issuePlan");
        assertThat(journey.database()
                        .sql("select status from plan where id = ? and code is null and approved_by is null")
                        .param(plan)
                        .query(String.class)
                        .list())
                .containsExactly("DRAFTING");
        journey.does("cbvhxh", plan, "draftPlan", with(draft(), "duties", List.of(halfYear("30/6/2023"))));
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.does("chuyenvien", plan, "checkForm", approved());
        journey.does("phochutich1", plan, "approvePlan", approved());
        journey.does("vanthu", plan, "numberPlan", with(number, "issuedOn", "20/05/2023"));

        assertThat(journey.passed(plan)).contains("issuePlan");
    }

    private static Map<String, Object> halfYear(String day) {
        return duty("Báo cáo 6 tháng", "SEMI_ANNUAL", day, List.of("vanPhong"));
    }

    @Test
    void aSignerTheTableDoesNotKnowSendsTheDraftBack() {
        var plan = proposed();
        journey.does("cbvhxh", plan, "draftPlan", with(draft(), "signer", "chanhvanphong"));
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.does("chuyenvien", plan, "checkForm", approved());

        assertThat(journey.waitsAt(plan)).containsExactly("draftPlan");
        assertThat(journey.passed(plan)).contains("refuseSigner").doesNotContain("approvePlan");
    }

    @Test
    void aHeadWhoDraftsIsNotAskedToReviewHimself() {
        var answer = journey.propose("truongvhxh", with(proposal(), "drafter", "truongvhxh"));
        var plan = (String) answer.getBody().get("businessKey");
        journey.does("truongvhxh", plan, "draftPlan", draft());

        assertThat(journey.waitsAt(plan)).containsExactly("checkForm");
    }

    @Test
    void workThatWaitsTooLongIsRemindedAndThenToldToTheNextAbove() {
        var plan = submitted();

        journey.until("2023-02-14T18:00");

        assertThat(journey.waitsAt(plan)).containsExactly("approvePlan");
        assertThat(journey.mails())
                .containsExactly(
                        "10/02 phochutich1@phuong.mau.example Quá hạn: Phó Chủ tịch phê duyệt - hồ sơ " + plan,
                        "14/02 chutich@phuong.mau.example Cấp dưới quá hạn: Phó Chủ tịch phê duyệt - hồ sơ " + plan);
    }

    @Test
    void everyStepRemindsItsOwnPeople() {
        var plan = proposed();
        journey.until("2023-02-14T18:00");
        journey.does("cbvhxh", plan, "draftPlan", draft());
        journey.until("2023-02-16T18:00");
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.until("2023-02-20T18:00");
        journey.does("chuyenvien", plan, "checkForm", approved());
        journey.does("phochutich1", plan, "approvePlan", Map.of("verdict", "PASSED"));
        journey.until("2023-02-23T18:00");
        journey.does("chutich", plan, "decideByChair", approved());
        journey.until("2023-02-24T18:00");

        assertThat(journey.mails().stream()
                        .filter(mail -> mail.contains("Quá hạn"))
                        .map(mail -> mail.split(" - ")[0]))
                .containsExactly(
                        "14/02 cbvhxh@phuong.mau.example Quá hạn: Soạn thảo kế hoạch",
                        "16/02 truongvhxh@phuong.mau.example Quá hạn: Lãnh đạo đơn vị xem xét dự thảo",
                        "20/02 chanhvanphong@phuong.mau.example Quá hạn: Văn phòng thẩm tra thể thức",
                        "20/02 chuyenvien@phuong.mau.example Quá hạn: Văn phòng thẩm tra thể thức",
                        "23/02 chutich@phuong.mau.example Quá hạn: Chủ tịch quyết định",
                        "24/02 vanthu@phuong.mau.example Quá hạn: Văn thư cấp số, ghi ngày");
    }

    @Test
    void whoTookAUnitsWorkGivesItBackAndNobodyElseDoes() {
        var plan = proposed();
        journey.does("cbvhxh", plan, "draftPlan", draft());
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        var task = journey.task(plan, "checkForm").getId();
        journey.call(
                HttpMethod.POST, "chuyenvien", "/engine-rest/task/" + task + "/claim", Map.of("userId", "chuyenvien"));
        var typed = Map.of("remark", "Đang xem thể thức");
        journey.call(HttpMethod.PUT, "chuyenvien", "/api/work/" + task + "/input", typed);

        assertThat(journey.call(HttpMethod.POST, "chanhvanphong", "/api/work/" + task + "/release", null)
                        .getBody())
                .containsEntry("message", "Chỉ trả lại được việc do chính bạn đã nhận từ đơn vị.");
        assertThat(journey.task(plan, "checkForm").getAssignee()).isEqualTo("chuyenvien");
        assertThat(journey.call(HttpMethod.POST, "chuyenvien", "/api/work/" + task + "/release", null)
                        .getBody())
                .containsEntry(
                        "message",
                        "Đã trả lại việc “Văn phòng thẩm tra thể thức” cho đơn vị; nội dung bạn đã nhập vẫn được giữ.");

        assertThat(journey.task(plan, "checkForm").getAssignee()).isNull();
        assertThat(journey.call(HttpMethod.GET, "chuyenvien", "/api/work/" + task, null)
                        .getBody())
                .containsEntry("input", typed)
                .containsEntry("returnable", false);
        journey.does("chanhvanphong", plan, "checkForm", approved());
    }

    @Test
    void whatWasGivenToOnePersonHasNoUnitToGoBackTo() {
        var plan = proposed();
        var task = journey.task(plan, "draftPlan").getId();

        assertThat(journey.call(HttpMethod.POST, "cbvhxh", "/api/work/" + task + "/release", null)
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(journey.task(plan, "draftPlan").getAssignee()).isEqualTo("cbvhxh");
    }

    @Test
    void aPlanWithoutRoundsIsEndedByItsDrafterAndArchived() {
        var plan = proposed();
        journey.does("cbvhxh", plan, "draftPlan", with(draft(), "duties", List.of()));
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.does("chuyenvien", plan, "checkForm", approved());
        journey.does("phochutich1", plan, "approvePlan", approved());
        journey.does("vanthu", plan, "numberPlan", Map.of("sequence", "1", "issuedOn", "07/02/2023"));
        journey.until("2023-12-29T18:00");
        assertThat(journey.mails())
                .anyMatch(mail -> mail.startsWith("29/12 cbvhxh@phuong.mau.example Quá hạn: Kết thúc"));

        journey.does("cbvhxh", plan, "closePlan", Map.of("remark", "Đã xong"));

        assertThat(journey.ended(plan)).isTrue();
        assertThat(journey.database()
                        .sql("select status from plan where id = ?")
                        .param(plan)
                        .query(String.class)
                        .single())
                .isEqualTo("ARCHIVED");
        assertThat(journey.call(HttpMethod.GET, "cbktht", "/api/plans/" + plan + "/archive.zip", null)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }
}
