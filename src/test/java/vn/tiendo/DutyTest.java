package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.proposal;
import static vn.tiendo.testing.Samples.quietDraft;
import static vn.tiendo.testing.Samples.with;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import vn.tiendo.directory.Directory;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/** Chế độ báo cáo with several terms, groups and figures, from the draft to the consolidation. */
@ProcessTest
class DutyTest {

    private static final Map<String, Object> SOURCED = Map.of("source", "Sổ họp", "cutOff", "30/04/2023");

    @Autowired
    Journey journey;

    @Autowired
    Directory directory;

    private String plan;

    @BeforeEach
    void aPlanIsBeingDrafted() {
        journey.beginsAt("2023-02-10T09:00");
        plan = (String) journey.propose("truongvhxh", with(proposal(), "drafter", "truongvhxh"))
                .getBody()
                .get("businessKey");
    }

    private static Map<String, Object> twice() {
        return new HashMap<>(Map.of(
                "name",
                "Báo cáo 6 tháng, năm",
                "period",
                "SEMI_ANNUAL",
                "operator",
                "BEFORE",
                "terms",
                List.of(
                        Map.of(
                                "label", "6 tháng đầu năm",
                                "date", "10/5/2023",
                                "cutOff", "30/4/2023",
                                "officeDate", "15/5/2023",
                                "superiorDate", "20/5/2023"),
                        Map.of("label", "Năm", "date", "01/11/2023")),
                "reporters",
                List.of("khuPho1", "khuPho2"),
                "recipients",
                List.of("thanhPho", "dangUy"),
                "channels",
                List.of("noiVuThanhPho", "vanPhong"),
                "method",
                "EMAIL",
                "outline",
                "1. Kết quả; 2. Khó khăn",
                "figures",
                List.of(Map.of("name", "Hội nghị", "measure", "cuộc", "target", "1.000", "gathering", "SUM"))));
    }

    private static Map<String, Object> merged() {
        return new HashMap<>(Map.of(
                "name",
                "Báo cáo dân vận",
                "mergedInto",
                "1",
                "figures",
                List.of(Map.of("name", "Hộ tham gia", "measure", "hộ", "gathering", "LAST"))));
    }

    private static Map<String, Object> undated() {
        return new HashMap<>(Map.of(
                "name",
                "Báo cáo quý",
                "period",
                "QUARTERLY",
                "terms",
                List.of(Map.of("label", "Quý I"), Map.of("label", "Quý II")),
                "reporters",
                List.of("cacKhuPho")));
    }

    private static Map<String, Object> term(String date, String cutOff, String officeDate, String superiorDate) {
        return Map.of("date", date, "cutOff", cutOff, "officeDate", officeDate, "superiorDate", superiorDate);
    }

    private ResponseEntity<Map<String, Object>> tries(List<Map<String, Object>> duties) {
        return journey.tries("truongvhxh", plan, "draftPlan", with(draft(), "duties", duties));
    }

    private static void refused(ResponseEntity<Map<String, Object>> answer, String field, String sentence) {
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(422);
        assertThat(answer.getBody()).containsEntry("field", field).containsEntry("message", sentence);
    }

    private void issued() {
        var content = with(draft(), "duties", List.of(twice(), merged(), undated()));
        content.put("recipients", List.of(Map.of("text", "Lưu: VT", "role", "ARCHIVE")));
        journey.does("truongvhxh", plan, "draftPlan", content);
        journey.does("chuyenvien", plan, "checkForm", approved());
        journey.does("phochutich1", plan, "approvePlan", approved());
        journey.does("vanthu", plan, "numberPlan", Map.of("sequence", "1", "issuedOn", "10/02/2023"));
    }

    private String page(String login, String path) {
        return new String(journey.download(login, path), StandardCharsets.UTF_8);
    }

    @Test
    void figuresOfTwoUnitsBecomeOneAndComeBackNextTime() {
        issued();
        var round = plan + "-K01";
        journey.until("2023-04-20T09:00");
        var wrong = Map.of("content", "Đã họp", "figures", List.of(Map.of("number", 1, "periodValue", "1.5")));
        refused(
                journey.tries("khupho1", round + "-khuPho1", "handInReport", wrong),
                "figures[0].periodValue",
                "“Số trong kỳ” không phải là số (1.5); hãy viết như 1.234,5: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân.");

        journey.does(
                "khupho1",
                round + "-khuPho1",
                "handInReport",
                Map.of(
                        "content",
                        "Đã họp",
                        "figures",
                        List.of(
                                with(with(SOURCED, "number", "1"), "periodValue", "400"),
                                Map.of("number", "2", "periodValue", "1.234,5", "estimated", true))));
        journey.does(
                "khupho2",
                round + "-khuPho2",
                "handInReport",
                Map.of(
                        "content",
                        "Đã họp",
                        "figures",
                        List.of(with(with(SOURCED, "number", "1"), "cumulative", "350"))));
        assertThat(figures("chuyenvien", round + "-khuPho1"))
                .extracting(figure -> figure.get("origin"), figure -> figure.get("unsourced"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(null, false),
                        org.assertj.core.groups.Tuple.tuple("Báo cáo dân vận", true));
        journey.does("chuyenvien", round + "-khuPho1", "acceptReport", approved());
        journey.does("chuyenvien", round + "-khuPho2", "acceptReport", approved());

        assertThat(journey.database()
                        .sql("select content from report_round where id = ?")
                        .param(round)
                        .query(String.class)
                        .single())
                .contains(
                        "- Hội nghị: trong kỳ 400 cuộc, lũy kế 350 cuộc, đạt 35% mục tiêu 1.000 cuộc.",
                        "- Hộ tham gia: trong kỳ 1.234,5 hộ (số ước; chưa có số liệu của Khu phố 2; thiếu nguồn hoặc ngày chốt: Khu phố 1).");

        journey.until("2023-10-20T09:00");
        var next = plan + "-K02-khuPho2";
        assertThat(figures("khupho2", next))
                .first()
                .satisfies(figure ->
                        assertThat(figure).containsEntry("previous", "350").containsEntry("cumulative", null));
        journey.does("khupho2", next, "handInReport", Map.of("nil", true));
        assertThat(journey.database()
                        .sql("select cumulative from report_figure where report = ? and number = 1")
                        .param(next)
                        .query(BigDecimal.class)
                        .single())
                .as("nothing was added")
                .isEqualByComparingTo("350");
    }

    @Test
    void everyChannelGetsTheConsolidationOnceAlsoWhenOneOfThemCannotBeReached() throws Exception {
        journey.does(
                "truongvhxh",
                plan,
                "draftPlan",
                with(quietDraft(List.of(with(twice(), "reporters", List.of("khuPho1")))), "signer", "phochutich1"));
        journey.does("chuyenvien", plan, "checkForm", approved());
        journey.does("phochutich1", plan, "approvePlan", approved());
        journey.does("vanthu", plan, "numberPlan", Map.of("sequence", "1", "issuedOn", "10/02/2023"));
        journey.until("2023-04-20T09:00");
        var round = plan + "-K01";
        journey.does("khupho1", round + "-khuPho1", "handInReport", Map.of("nil", true));
        journey.does("chuyenvien", round + "-khuPho1", "acceptReport", approved());
        journey.does("chuyenvien", round, "editConsolidation", Map.of("content", "Tổng hợp"));

        channel("noi vu, thanh pho");
        journey.tries("phochutich1", round, "approveConsolidation", approved());
        try {
            assertThatThrownBy(journey::settle).hasStackTraceContaining("Could not prepare mail");
        } finally {
            channel("noivu@thanhpho.mau.example");
        }
        assertThat(consolidations()).containsExactly("vanphong@phuong.mau.example");
        journey.until("2023-04-20T09:10");

        assertThat(consolidations()).containsExactly("vanphong@phuong.mau.example", "noivu@thanhpho.mau.example");
        assertThat(journey.received()
                        .filter(mail -> subject(mail).startsWith("Báo cáo 6 tháng, năm, 6 tháng đầu năm - "))
                        .map(DutyTest::messageId))
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(journey.database()
                        .sql("select body_text from outgoing_mail where dedup_key like 'consolidation/%'")
                        .query(String.class)
                        .list())
                .allMatch(
                        text -> text.contains(
                                "Kính gửi: UBND thành phố Mẫu, Đảng ủy phường (qua Phòng Nội vụ thành phố Mẫu, Văn phòng HĐND và UBND phường)."));
        assertThat(page("phochutich1", "/ke-hoach/" + plan))
                .contains(
                        "UBND thành phố Mẫu, Đảng ủy phường, qua Phòng Nội vụ thành phố Mẫu, Văn phòng HĐND và UBND phường");
        var paper = journey.database()
                .sql("select document from report_round where id = ?")
                .param(round)
                .query(UUID.class)
                .single();
        try (var pdf = Loader.loadPDF(journey.download("phochutich1", "/api/files/" + paper))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("UBND thành phố Mẫu (b/c)", "Đảng ủy phường (b/c)");
            assertThat(pdf.getSignatureDictionaries()).hasSize(2);
        }
        assertThat(page("phochutich1", "/ke-hoach/" + plan))
                .containsPattern("(?s)KH-UBND\\.pdf.*Hợp lệ.*Hợp lệ.*BC-UBND\\.pdf.*Hợp lệ.*Hợp lệ");
    }

    private void channel(String address) {
        journey.database()
                .sql("update unit set email = ? where code = 'noiVuThanhPho'")
                .param(address)
                .update();
        directory.forget();
    }

    private List<String> consolidations() {
        return journey.mails().stream()
                .filter(mail -> mail.contains(" Báo cáo 6 tháng, năm, 6 tháng đầu năm - "))
                .map(mail -> mail.split(" ")[1])
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> figures(String login, String report) {
        return (List<Map<String, Object>>) journey.call(HttpMethod.GET, login, "/api/reports/" + report, null)
                .getBody()
                .get("figures");
    }

    @Test
    void aDutyWithoutDateIsSeenAndGetsItsDateLater() {
        issued();

        assertThat(page("phochutich1", "/ke-hoach")).contains("1 chế độ báo cáo chưa có hạn");
        assertThat(page("truongvhxh", "/ke-hoach/" + plan))
                .contains("6 tháng đầu năm", "Các khu phố", "Lồng ghép vào", "Ghi hạn, mở kỳ báo cáo");
        assertThat(page("cbktht", "/ke-hoach/" + plan)).doesNotContain("Ghi hạn, mở kỳ báo cáo");
        refused(
                gives("cbktht", 1, "01/08/2023"),
                null,
                "Chỉ người soạn thảo và Văn phòng được ghi hạn báo cáo, khi kế hoạch đang thực hiện.");
        refused(
                gives("chuyenvien", 1, "01/02/2023"),
                "date",
                "Hạn của “Báo cáo quý” (31/01/2023) đã qua; hãy sửa ngày báo cáo hoặc để trống nếu chưa có hạn.");

        assertThat(gives("chuyenvien", 1, "01/08/2023").getStatusCode().value()).isEqualTo(204);
        refused(
                gives("chuyenvien", 1, "02/08/2023"),
                "date",
                "“Báo cáo quý” vừa được ghi hạn; hãy tải lại trang để xem.");
        assertThat(gives("truongvhxh", 2, "01/09/2023").getStatusCode().value()).isEqualTo(204);
        assertThat(page("phochutich1", "/ke-hoach")).doesNotContain("chưa có hạn");
        assertThat(journey.database()
                        .sql("select id || ' ' || label from report_round where plan = ? order by id")
                        .param(plan)
                        .query(String.class)
                        .list())
                .containsExactly(
                        plan + "-K01 6 tháng đầu năm", plan + "-K02 Năm", plan + "-K03 Quý I", plan + "-K04 Quý II");
    }

    @Test
    void thePaperNamesWhoReportsUntilWhen() throws IOException {
        issued();
        var document = journey.database()
                .sql("select document from plan where id = ?")
                .param(plan)
                .query(UUID.class)
                .single();

        try (var paper = Loader.loadPDF(journey.download("truongvhxh", "/api/files/" + document))) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " "))
                    .contains("Chế độ báo cáo", "6 tháng đầu năm: trước ngày 10/05/2023", "Khu phố 1; Khu phố 2")
                    .contains("qua Phòng Nội vụ thành phố Mẫu, Văn phòng HĐND và UBND phường", "Các khu phố");
        }
    }

    private ResponseEntity<Map<String, Object>> gives(String login, int term, String date) {
        return journey.call(
                HttpMethod.POST, login, "/api/plans/" + plan + "/duties/3/terms?term=" + term, Map.of("date", date));
    }

    @Test
    void whatIsReportedOnRequestAwaitsNoDate() {
        journey.issued(draft());

        assertThat(page("phochutich1", "/ke-hoach")).doesNotContain("chưa có hạn");
    }

    @ParameterizedTest
    @CsvSource({
        "09/05/2023, '', 09/05/2023, '', officeDate, '“Hạn đơn vị nộp” (09/05/2023) phải trước “Hạn Văn phòng tổng hợp” (09/05/2023); hãy sửa một trong hai ngày.'",
        "09/05/2023, '', '', 08/05/2023, superiorDate, '“Hạn đơn vị nộp” (09/05/2023) phải trước “Hạn gửi cấp trên” (08/05/2023); hãy sửa một trong hai ngày.'",
        "'', '', 10/05/2023, 09/05/2023, superiorDate, '“Hạn Văn phòng tổng hợp” (10/05/2023) phải trước “Hạn gửi cấp trên” (09/05/2023); hãy sửa một trong hai ngày.'",
        "10/05/2023, 10/05/2023, '', '', cutOff, Số liệu chốt ngày 10/05/2023 nhưng hạn cuối nộp báo cáo là 09/05/2023; hãy chốt số liệu sớm hơn hoặc lùi hạn nộp."
    })
    void aTermNobodyCouldKeep(
            String date, String cutOff, String officeDate, String superiorDate, String field, String sentence) {
        var duty = with(twice(), "terms", List.of(term(date, cutOff, officeDate, superiorDate)));

        refused(tries(List.of(undated(), duty)), "duties[1].terms[0]." + field, sentence);
    }

    @Test
    void twoTermsOfOneDay() {
        var day = Map.of("date", "10/05/2023");

        refused(
                tries(List.of(with(twice(), "terms", List.of(day, day)))),
                "duties[0].terms[0].date",
                "“Báo cáo 6 tháng, năm” có hai kỳ cùng hạn 10/05/2023; hãy bỏ một kỳ hoặc sửa ngày.");
    }

    @Test
    void aDeadlineForNobody() {
        refused(
                tries(List.of(with(twice(), "reporters", List.of()))),
                "duties[0].reporters",
                "“Báo cáo 6 tháng, năm” có hạn nhưng chưa có đơn vị báo cáo; hãy chọn ít nhất một đơn vị.");
        refused(
                tries(List.of(with(twice(), "reporters", List.of("cacXa")))),
                "duties[0].reporters",
                "Không có đơn vị “cacXa” trong danh bạ.");
        refused(
                tries(List.of(with(twice(), "channels", List.of("cacKhuPho")))),
                "duties[0].channels",
                "Không có đơn vị “cacKhuPho” trong danh bạ.");
    }

    @Test
    void aReportThatContainsItselfOrOneThatIsContained() {
        refused(
                tries(List.of(merged())),
                "duties[0].mergedInto",
                "“Báo cáo dân vận” không thể lồng ghép vào chính nó; hãy chọn báo cáo khác.");
        refused(
                tries(List.of(with(merged(), "mergedInto", "3"), twice())),
                "duties[0].mergedInto",
                "Lựa chọn “3” không có; hãy chọn lại trong danh sách.");
        refused(
                tries(List.of(twice(), merged(), with(undated(), "mergedInto", "2"))),
                "duties[2].mergedInto",
                "“Báo cáo dân vận” đã lồng ghép vào báo cáo khác; hãy chọn báo cáo đó.");
        refused(
                tries(List.of(with(twice(), "mergedInto", "2"), undated())),
                "duties[0].terms[0].date",
                "“Báo cáo 6 tháng, năm” lồng ghép vào “Báo cáo quý” nên nộp theo hạn của báo cáo đó; hãy bỏ ngày ở đây.");
    }

    @Test
    void aFigureThatNobodyCouldState() {
        refused(
                tries(List.of(with(twice(), "figures", List.of(Map.of("name", "Hội nghị"))))),
                "duties[0].figures[0].measure",
                "Hãy nhập “Đơn vị tính”.");
        refused(
                tries(List.of(with(
                        twice(),
                        "figures",
                        List.of(Map.of("name", "Hội nghị", "measure", "cuộc", "target", "1,234.5"))))),
                "duties[0].figures[0].target",
                "“Mục tiêu” không phải là số (1,234.5); hãy viết như 1.234,5: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân.");
    }
}
