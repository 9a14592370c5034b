package vn.tiendo.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.with;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Refusal;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;
import vn.tiendo.testing.Visitor;

/** Khu phố 1 is merged into Khu phố 2 while it owes a report. */
@ProcessTest
class SuccessionTest {

    @Autowired
    Journey journey;

    @Autowired
    Succession succession;

    @Autowired
    Directory directory;

    @LocalServerPort
    int port;

    private String plan;
    private String report;

    @BeforeEach
    void khuPho1OwesAReport() {
        plan = journey.after("2023-02-10T09:00", this, () -> {
            var content = with(
                    draft(),
                    "duties",
                    List.of(Samples.duty(
                            "Báo cáo 6 tháng", "SEMI_ANNUAL", "10/5/2023", List.of("khuPho1", "khuPho3"))));
            content.put("recipients", List.of(Map.of("text", "Lưu: VT", "role", "ARCHIVE")));
            var issued = journey.issued(content);
            journey.until("2023-04-19T08:05");
            return issued;
        });
        report = plan + "-K01-khuPho1";
    }

    @AfterEach
    void nobodyHasEnded() {
        journey.beginsAt("2023-02-10T09:00");
        journey.database()
                .sql("update unit set valid_from = null, valid_to = null, successor = null, further_successors = '{}'")
                .update();
        directory.forget();
    }

    @Test
    void whatAnEndedUnitOwesItsSuccessorHandsInAndTheFileSaysSo() {
        assertThat(ends("khuPho1", "19/04/2023", "khuPho2")).isEqualTo("302");

        assertThat(journey.tries("khupho1", report, "handInReport", Map.of("nil", true))
                        .getStatusCode()
                        .value())
                .isNotEqualTo(200);
        journey.does("khupho2", report, "handInReport", Map.of("content", "Đã thực hiện"));
        assertThat(page("chuyenvien", "/ke-hoach/" + plan))
                .contains("Khu phố 1<small>(nay: Khu phố 2)</small>", "Khu phố 1 chuyển cho Khu phố 2");
        assertThat(page("khupho2", "/ke-hoach/" + plan)).contains("Rút lại báo cáo", "(nay: Khu phố 2)");
        assertThat(page("khupho1", "/ke-hoach/" + plan)).doesNotContain("Rút lại báo cáo");
        assertThat(page("quantri", "/don-vi")).contains("đã kết thúc", "19/04/2023");
        assertThat(handedOver()).isEqualTo(1);
    }

    @Test
    void aUnitThatEndsLaterKeepsItsReportUntilThatDayIsOver() {
        assertThat(ends("khuPho1", "20/04/2023", "khuPho2")).isEqualTo("302");
        journey.until("2023-04-20T23:59");
        succession.handOver();
        assertThat(handedOver()).isZero();

        journey.until("2023-04-21T00:01");
        succession.handOver();
        succession.handOver();

        assertThat(handedOver()).isEqualTo(1);
        journey.does("khupho2", report, "handInReport", Map.of("nil", true));
    }

    @Test
    void aReportThatWaitsForTheOfficeGoesOverTooAndComesBackToTheSuccessor() {
        journey.does("khupho1", report, "handInReport", Map.of("content", "Đã thực hiện"));
        ends("khuPho1", "19/04/2023", "khuPho2");

        assertThat(posts("khupho1", "/bao-cao/" + report + "/rut-lai", "")).isEqualTo("302");
        assertThat(page("khupho1", "/bao-cao/" + report)).contains("Chờ tiếp nhận");
        assertThat(posts("khupho2", "/bao-cao/" + report + "/rut-lai", "")).isEqualTo("302");
        assertThat(page("khupho2", "/bao-cao/" + report)).contains("Chưa nộp");
        journey.does("khupho2", report, "handInReport", Map.of("content", "Đã bổ sung"));
    }

    /** Khu phố 1 and 3 belong to different Phó Chủ tịch. */
    @Test
    void anOpenQuestionGoesToWhoeverIsInChargeOfTheSuccessor() {
        journey.until("2023-05-16T09:00");
        var question = report + "-Q1";
        ends("khuPho1", "16/05/2023", "khuPho3");
        var answer = Map.of("answer", "GRANTED", "newDay", "19/05/2023");

        assertThat(journey.tries("phochutich1", question, "decideOverdue", answer)
                        .getStatusCode()
                        .is4xxClientError())
                .isTrue();
        journey.does("phochutich2", question, "decideOverdue", answer);
        assertThat(journey.ended(question)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            khuPho1|19/04/2023|khuPho1|Khu phố 1 không thể kế tục chính mình.
            khuPho1|19/04/2023|nobody |Không có đơn vị “nobody” trong danh bạ.
            nobody |19/04/2023|khuPho1|Không có đơn vị “nobody” trong danh bạ.
            khuPho1|19/04/2023|khuPho4|Khu phố 4 không hoạt động vào ngày 20/04/2023 nên không thể kế tục.
            khuPho3|31/12/2022|khuPho1|Khu phố 3 chỉ có từ ngày 01/01/2023; ngày cuối không thể trước đó.
            khuPho4|19/04/2023|khuPho1|Khu phố 4 đã kết thúc ngày 31/03/2023.
            khuPho1|19/04/2023|khuPho2|Khu phố 2 sẽ do Khu phố 1 kế tục; hai đơn vị không thể kế tục nhau.
            ubnd   |19/04/2023|khuPho1|UBND phường Mẫu là cơ quan ban hành kế hoạch nên không thể kết thúc ở đây.
            """)
    void whatCannotBeIsRefusedInOneSentence(String unit, String day, String successor, String sentence) {
        journey.database()
                .sql("update unit set valid_to = '2023-03-31', successor = 'khuPho3' where code = 'khuPho4'")
                .update();
        journey.database()
                .sql("update unit set valid_to = '2023-12-31', successor = 'khuPho1' where code = 'khuPho2'")
                .update();
        journey.database()
                .sql("update unit set valid_from = '2023-01-01' where code = 'khuPho3'")
                .update();

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> succession.end(List.of(unit), day, successor, List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage(sentence);
        assertThat(handedOver()).isZero();
    }

    @Test
    void theOpenTasksOfAUnitThatEndsAreItsSuccessors() {
        journey.beginsAt("2023-02-10T09:00");
        var tasks = List.of(
                Map.of("text", "Họp dân", "lead", "khuPho1", "due", "31/03/2023"),
                Map.of("text", "Tiếp dân", "kind", "ONGOING", "lead", "khuPho1"));
        plan = journey.issued(with(with(draft(), "duties", List.of()), "tasks", tasks));
        var task = plan + "-N01-khuPho1";
        ends("khuPho1", "10/02/2023", "khuPho2");

        assertThat(journey.tries("khupho1", task, "answerAssignment", Map.of("verdict", "ACCEPTED"))
                        .getStatusCode()
                        .value())
                .isNotEqualTo(200);
        journey.does("khupho2", task, "answerAssignment", Map.of("verdict", "ACCEPTED"));
        assertThat(journey.database()
                        .sql("select answerable from assignment where plan = ?")
                        .param(plan)
                        .query(String.class)
                        .list())
                .containsExactly("khuPho2", "khuPho2");
    }

    @Test
    void twoUnitsAreMergedInOneAct() {
        assertThat(posts(
                        "quantri",
                        "/don-vi/ket-thuc",
                        "unit=khuPho1&unit=khuPho3&lastDay=19/04/2023&successor=khuPho2"))
                .isEqualTo("302");

        assertThat(handedOver()).as("both owed a report").isEqualTo(2);
        assertThat(directory.unitsBehind(List.of("cacKhuPho"), LocalDate.of(2023, 4, 20)))
                .extracting(Unit::code)
                .containsExactly("khuPho2", "khuPho4");
    }

    @Test
    void aUnitIsSplitAndAllThatFollowAreAskedFromThenOn() {
        assertThat(posts(
                        "quantri",
                        "/don-vi/ket-thuc",
                        "unit=khuPho1&lastDay=19/04/2023&successor=khuPho2&further=khuPho4"))
                .isEqualTo("302");

        journey.does("khupho2", report, "handInReport", Map.of("nil", true));
        assertThat(directory.unitsBehind(List.of("khuPho1"), LocalDate.of(2023, 4, 20)))
                .extracting(Unit::code)
                .containsExactly("khuPho2", "khuPho4");
        assertThat(page("quantri", "/don-vi")).contains("Khu phố 2, Khu phố 4");
    }

    @Test
    void onlyAUnitThatOwesNothingEndsWithoutASuccessor() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> succession.end(List.of("khuPho1"), "19/04/2023", "", List.of()))
                .hasMessage(
                        "Khu phố 1 còn báo cáo, nhiệm vụ chưa xong hoặc chưa đến ngày cuối; hãy chọn đơn vị kế tục.");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> succession.end(List.of("khuPho4"), "19/04/2023", "", List.of("khuPho2")))
                .hasMessage("Hãy chọn đơn vị kế tục chính: đơn vị nhận việc còn nợ.");

        succession.end(List.of("khuPho4"), "19/04/2023", "", List.of());
        directory.forget();
        assertThat(directory.unitsBehind(List.of("khuPho4"), LocalDate.of(2023, 4, 20)))
                .isEmpty();
    }

    @Test
    void whatAUnitThatEndsWasAskedForIsAskedOfItsSuccessor() {
        journey.beginsAt("2023-02-10T09:00");
        plan = journey.issued(with(
                with(draft(), "duties", List.of()),
                "tasks",
                List.of(Map.of("text", "Họp dân", "lead", "khuPho3", "partners", List.of("khuPho1")))));
        var task = plan + "-N01-khuPho3";
        journey.does("khupho3", task, "answerAssignment", Map.of("verdict", "ACCEPTED"));
        journey.call(
                HttpMethod.POST,
                "khupho3",
                "/api/assignments/" + task + "/coordination",
                Map.of("coordinator", "khuPho1", "question", "Cử người dự", "answerUntil", "24/02/2023"));
        ends("khuPho1", "10/02/2023", "khuPho2");

        journey.does("khupho2", task + "-P01", "doShare", Map.of("verdict", "HANDED_IN", "answer", "Đã cử"));
        assertThat(journey.ended(task + "-P01")).isTrue();
    }

    private String ends(String unit, String day, String successor) {
        return posts("quantri", "/don-vi/ket-thuc", "unit=%s&lastDay=%s&successor=%s".formatted(unit, day, successor));
    }

    private String posts(String login, String path, String body) {
        return new Visitor(port, login).answerTo("POST", path, "application/x-www-form-urlencoded", body);
    }

    private String page(String login, String path) {
        return new String(journey.download(login, path), StandardCharsets.UTF_8);
    }

    private long handedOver() {
        return journey.database()
                .sql("select count(*) from plan_event where action = 'reportHandedOver'")
                .query(Long.class)
                .single();
    }
}
