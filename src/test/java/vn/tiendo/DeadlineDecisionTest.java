package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.quietDraft;
import static vn.tiendo.testing.Samples.returned;
import static vn.tiendo.testing.Samples.with;

import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;

/** More time is asked for and granted or refused, and a leader decides about a report that has been overdue for long. */
@ProcessTest
class DeadlineDecisionTest {

    @Autowired
    Journey journey;

    private String plan;
    private String report;

    /** Khu phố 1 owes its report until 09/05/2023; Phó Chủ tịch 1 is in charge of it. */
    @BeforeEach
    void aReportIsOwed() {
        plan = journey.after("2023-02-10T09:00", this, () -> {
            var issued = journey.issued(quietDraft(List.of(
                    Samples.duty("Báo cáo 6 tháng", "SEMI_ANNUAL", "10/5/2023", List.of("khuPho1", "khuPho3")))));
            journey.until("2023-04-20T09:00");
            return issued;
        });
        report = plan + "-K01-khuPho1";
    }

    @Test
    void anExtensionMovesRowTaskAndRemindersTogetherAndIsRemembered() {
        ask("16/05/2023", "Chờ số liệu điều tra");
        assertThat(journey.waitsAt(report + "-Q1")).containsExactly("decideExtension");
        journey.does(
                "phochutich1", report + "-Q1", "decideExtension", Map.of("answer", "GRANTED", "newDay", "15/05/2023"));

        assertThat(journey.task(report, "handInReport").getDueDate()).isEqualTo("2023-05-15T17:00:00");
        assertThat(row("select last_day from report where id = ?", report).toString())
                .contains("2023-05-15");
        assertThat(row(
                        "select actor, cause, reason, old_due::date::text as old, new_due::date::text as new"
                                + " from deadline_change where what = 'Hạn nộp báo cáo' and subject = ?",
                        report))
                .containsEntry("actor", "phochutich1")
                .containsEntry("cause", "EXTENSION")
                .containsEntry("reason", "Chờ số liệu điều tra")
                .containsEntry("old", "2023-05-09")
                .containsEntry("new", "2023-05-15");
        journey.until("2023-05-16T09:00");
        assertThat(mailsTo("truongkhupho1"))
                .containsExactly(
                        "19/04 Được giao báo cáo: Báo cáo 6 tháng",
                        "20/04 Còn 10 ngày làm việc: Báo cáo 6 tháng",
                        "20/04 Được gia hạn báo cáo - hồ sơ " + plan,
                        // before 15/5 lie 12/5, 11/5, 10/5, 9/5, 8/5, 5/5, 4/5, 28/4, 27/4, 26/4
                        "26/04 Còn 10 ngày làm việc: Báo cáo 6 tháng",
                        "08/05 Còn 5 ngày làm việc: Báo cáo 6 tháng",
                        "11/05 Còn 2 ngày làm việc: Báo cáo 6 tháng",
                        "12/05 Còn 1 ngày làm việc: Báo cáo 6 tháng",
                        "15/05 Ngày làm việc cuối cùng trong hạn: Báo cáo 6 tháng",
                        "16/05 Quá hạn 1 ngày làm việc: Báo cáo 6 tháng - Khu phố 1");
    }

    @Test
    void aReportWithinTheGrantedTimeIsNotLate() {
        ask("16/05/2023", "Chờ số liệu");
        journey.does("phochutich1", report + "-Q1", "decideExtension", Map.of("answer", "GRANTED"));
        journey.until("2023-05-16T16:00");
        journey.does("khupho1", report, "handInReport", Map.of("content", "Đã xong"));

        assertThat(row("select explanation from report where id = ?", report)).containsEntry("explanation", null);
    }

    @Test
    void aRefusedExtensionLeavesTheDeadlineAndSaysWhy() {
        ask("16/05/2023", "Bận");
        assertThat(refusal("phochutich1", report + "-Q1", "decideExtension", Map.of("answer", "REFUSED")))
                .contains("Lý do");
        journey.does(
                "phochutich1",
                report + "-Q1",
                "decideExtension",
                Map.of("answer", "REFUSED", "remark", "Đã đủ thời gian"));

        assertThat(journey.task(report, "handInReport").getDueDate()).isEqualTo("2023-05-09T17:00:00");
        assertThat(mailsTo("truongkhupho1")).contains("20/04 Không được gia hạn báo cáo - hồ sơ " + plan);
    }

    @Test
    void whatCannotBeAskedOrGrantedGetsASentence() {
        assertThat(answer("khupho1", "09/05/2023", "Bận"))
                .contains("Ngày 09/05/2023 không sau hạn đang áp dụng (09/05/2023)");
        assertThat(answer("khupho1", "01/04/2023", "Bận")).contains("không sau hạn");
        assertThat(answer("khupho1", "16/05/2023", " ")).contains("Lý do");
        assertThat(answer("khupho1", "tuần sau", "Bận")).contains("tuần sau");
        assertThat(answer("khupho3", "16/05/2023", "Bận")).contains("đơn vị khác");
        ask("16/05/2023", "Bận");
        assertThat(answer("khupho1", "17/05/2023", "Bận")).contains("đang chờ lãnh đạo quyết định");
        assertThat(refusal(
                        "phochutich1",
                        report + "-Q1",
                        "decideExtension",
                        Map.of("answer", "GRANTED", "newDay", "08/05/2023")))
                .contains("không sau hạn");
        assertThat(journey.waitsAt(report + "-Q1")).containsExactly("decideExtension");
    }

    @Test
    void aLeaderRemindsAUnitByOfficialLetter() throws Exception {
        journey.until("2023-05-16T09:00");
        journey.does(
                "phochutich1",
                report + "-Q1",
                "decideOverdue",
                Map.of("answer", "REMINDED", "remark", "Nộp trong tuần"));

        var letter = row("select code, document from deadline_decision where id = ?", report + "-Q1");
        assertThat(letter).containsEntry("code", "01/UBND-VP");
        try (var paper = Loader.loadPDF(journey.download("khupho1", "/api/files/" + letter.get("document")))) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("Số: 01/UBND-VP", "Kính gửi: Khu phố 1.", "Nộp trong tuần", "09/05/2023");
            assertThat(paper.getSignatureDictionaries())
                    .as("the leader's hand and the seal")
                    .hasSize(2);
        }
        assertThat(mailsTo("truongkhupho1")).contains("16/05 01/UBND-VP: đôn đốc Báo cáo 6 tháng");
    }

    @Test
    void aLeaderGrantsTimeOrAsksForAnExplanation() {
        journey.until("2023-05-16T09:00");
        journey.does("phochutich1", report + "-Q1", "decideOverdue", Map.of("answer", "EXPLAIN"));
        assertThat(mailsTo("truongkhupho1")).contains("16/05 Yêu cầu giải trình việc chậm báo cáo - hồ sơ " + plan);
        // Khu phố 3 belongs to the other Phó Chủ tịch
        var other = plan + "-K01-khuPho3-Q1";
        assertThat(journey.call(
                                HttpMethod.POST,
                                "phochutich1",
                                "/api/work/"
                                        + journey.task(other, "decideOverdue").getId(),
                                Map.of("answer", "EXPLAIN"))
                        .getStatusCode()
                        .is4xxClientError())
                .isTrue();
        journey.does("phochutich2", other, "decideOverdue", Map.of("answer", "GRANTED", "newDay", "19/05/2023"));
        assertThat(journey.task(plan + "-K01-khuPho3", "handInReport").getDueDate())
                .isEqualTo("2023-05-19T17:00:00");
    }

    @Test
    void nobodyDecidesAboutAReportThatIsIn() {
        journey.until("2023-05-16T09:00");
        assertThat(journey.waitsAt(report + "-Q1")).containsExactly("decideOverdue");
        // due the day after, reminded then, and told to the Chủ tịch two working days later
        journey.until("2023-05-22T09:00");
        assertThat(journey.mails()).anyMatch(mail -> mail.contains("chutich@") && mail.contains("Cấp dưới quá hạn"));
        journey.does("khupho1", report, "handInReport", Map.of("nil", true, "explanation", "Quên"));

        assertThat(journey.ended(report + "-Q1")).isTrue();
        assertThat(row("select answer from deadline_decision where id = ?", report + "-Q1"))
                .containsEntry("answer", "LAPSED");
    }

    @Test
    void anUndecidedExtensionIsReminded() {
        ask("16/05/2023", "Bận");
        journey.until("2023-04-25T18:00");
        assertThat(journey.mails())
                .anyMatch(mail -> mail.startsWith("21/04 phochutich1") && mail.contains("Quá hạn: Quyết định gia hạn"))
                .anyMatch(mail -> mail.startsWith("25/04 chutich") && mail.contains("Cấp dưới quá hạn"));
    }

    @Test
    void aUnitTakesItsReportBackAsLongAsNobodyHasJudgedIt() {
        journey.does("khupho1", report, "handInReport", Map.of("content", "Thiếu trang"));
        assertThat(withdraw("khupho3")).isEqualTo(422);
        assertThat(withdraw("khupho1")).isEqualTo(204);
        assertThat(journey.waitsAt(report)).containsExactly("handInReport");
        assertThat(withdraw("khupho1")).isEqualTo(422);
        journey.does("khupho1", report, "handInReport", Map.of("content", "Đủ trang"));
        journey.does("chuyenvien", report, "acceptReport", approved());
        assertThat(withdraw("khupho1")).isEqualTo(422);
        assertThat(row("select content from report where id = ?", report)).containsEntry("content", "Đủ trang");
    }

    @Test
    void aReportReturnedWithANewDayIsDueOnThatDay() {
        journey.until("2023-05-09T09:00");
        journey.does("khupho1", report, "handInReport", Map.of("content", "Thiếu số liệu"));
        journey.does("chuyenvien", report, "acceptReport", with(returned("Bổ sung"), "newDay", "12/05/2023"));
        journey.until("2023-05-12T16:00");
        journey.does("khupho1", report, "handInReport", Map.of("content", "Đủ số liệu"));

        assertThat(row("select explanation, last_day::text as day from report where id = ?", report))
                .containsEntry("explanation", null)
                .containsEntry("day", "2023-05-12");
        assertThat(row("select cause from deadline_change where what = 'Hạn nộp báo cáo' and subject = ?", report))
                .containsEntry("cause", "RETURN");
    }

    @Test
    void aReportInTimeIsNotLateForBeingReturned() {
        journey.until("2023-05-09T09:00");
        journey.does("khupho1", report, "handInReport", Map.of("content", "Thiếu số liệu"));
        journey.until("2023-05-11T09:00");
        journey.does("chuyenvien", report, "acceptReport", returned("Bổ sung"));
        journey.does("khupho1", report, "handInReport", Map.of("content", "Đủ số liệu"));

        assertThat(row("select explanation from report where id = ?", report)).containsEntry("explanation", null);
    }

    private void ask(String wanted, String reason) {
        assertThat(answer("khupho1", wanted, reason)).isEqualTo("null");
        journey.settle();
    }

    private String answer(String login, String wanted, String reason) {
        var answer = journey.call(
                HttpMethod.POST,
                login,
                "/api/reports/" + report + "/extension",
                Map.of("wanted", wanted, "reason", reason));
        return answer.getBody() == null
                ? "null"
                : String.valueOf(answer.getBody().get("message"));
    }

    private int withdraw(String login) {
        var answer = journey.call(HttpMethod.POST, login, "/api/reports/" + report + "/withdrawal", Map.of());
        return answer.getStatusCode().value();
    }

    private String refusal(String login, String key, String step, Map<String, ?> content) {
        return String.valueOf(journey.tries(login, key, step, content).getBody().get("message"));
    }

    private List<String> mailsTo(String login) {
        var address = login + "@phuong.mau.example ";
        return journey.mails().stream()
                .filter(mail -> mail.contains(address))
                .map(mail -> mail.replace(address, ""))
                .toList();
    }

    private Map<String, Object> row(String sql, String id) {
        return journey.database().sql(sql).param(id).query().singleRow();
    }
}
