package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.quietDraft;
import static vn.tiendo.testing.Samples.returned;
import static vn.tiendo.testing.Samples.with;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Visitor;

/** What a plan gives to units: taken on or objected to, told of, handed in, verified, late, and left over. */
@ProcessTest
class UnitAssignmentTest {

    @Autowired
    Journey journey;

    @LocalServerPort
    int port;

    private String plan;

    /** Task 1 until 31/03 leads Kinh tế - Hạ tầng; 2 asks the Front; 3 is every hamlet's; 4 a target; 5 ongoing; 6 has no date. */
    @BeforeEach
    void aPlanIsIssued() {
        plan = journey.after(
                "2023-02-10T09:00",
                this,
                () -> journey.issued(with(
                        quietDraft(List.of()),
                        "tasks",
                        List.of(
                                task(
                                        "Lát lại vỉa hè đường Mẫu",
                                        "ORDER",
                                        "kinhTeHaTang",
                                        "31/03/2023",
                                        List.of("vanHoaXaHoi"),
                                        List.of("khuPho1")),
                                task(
                                        "Đề nghị vận động hội viên tham gia",
                                        "REQUEST",
                                        "mttq",
                                        "31/03/2023",
                                        List.of(),
                                        List.of()),
                                task(
                                        "Họp dân bàn việc chung",
                                        "ORDER",
                                        "cacKhuPho",
                                        "15/04/2023",
                                        List.of(),
                                        List.of()),
                                task("100% tổ dân phố có bảng tin", "TARGET", "vanPhong", "", List.of(), List.of()),
                                task("Tiếp dân thường xuyên", "ONGOING", "vanPhong", "", List.of(), List.of("khuPho2")),
                                task("Rà soát quy ước", "ORDER", "vanHoaXaHoi", "", List.of(), List.of())))));
        journey.settle();
    }

    @Test
    void eachUnitGetsItsOwnCaseAndTargetsAndOngoingWorkNone() {
        assertThat(
                        rows(
                                "select id || ' ' || state || coalesce(' ' || last_day, '') as line from assignment order by id"))
                .containsExactly(
                        plan + "-N01-kinhTeHaTang GIVEN 2023-03-31",
                        plan + "-N02-mttq GIVEN 2023-03-31",
                        plan + "-N03-khuPho1 GIVEN 2023-04-15",
                        plan + "-N03-khuPho2 GIVEN 2023-04-15",
                        plan + "-N03-khuPho3 GIVEN 2023-04-15",
                        plan + "-N03-khuPho4 GIVEN 2023-04-15",
                        plan + "-N05-vanPhong ONGOING",
                        plan + "-N06-vanHoaXaHoi GIVEN");
        assertThat(journey.waitsAt(of(1, "kinhTeHaTang"))).containsExactly("answerAssignment");
        assertThat(journey.waitsAt(of(5, "vanPhong"))).isEmpty();
        assertThat(journey.task(of(6, "vanHoaXaHoi"), "answerAssignment").getDueDate())
                .isNull();
        assertThat(rows("select task || ' ' || unit || ' ' || role as line from assignment_partner order by 1"))
                .containsExactly("1 khuPho1 COORDINATOR", "1 vanHoaXaHoi CO_LEAD", "5 khuPho2 COORDINATOR");
        journey.until("2023-02-13T09:00");
        assertThat(journey.mails())
                .contains(
                        "13/02 truongkhupho1@phuong.mau.example Được giao nhiệm vụ: " + title(),
                        "13/02 nguoimttq@phuong.mau.example Đề nghị phối hợp thực hiện: " + title())
                .noneMatch(mail -> mail.contains("nguoiphunu") || mail.contains("chuyenvien@"));
    }

    @Test
    void aTaskIsTakenOnToldOfReturnedOnceAndVerified() {
        var key = of(1, "kinhTeHaTang");
        journey.does("cbktht", key, "answerAssignment", Map.of("verdict", "ACCEPTED", "workPlan", "Làm từng đoạn"));
        assertThat(tell(key, "150", "Đã lát xong một nửa")).contains("từ 0 đến 100");
        assertThat(tell(key, "40", "")).contains("Tình hình thực hiện");
        assertThat(tell(key, "40", "Đã lát xong một nửa")).isNull();
        assertThat(page("chuyenvien")).contains("40%", "Đã lát xong một nửa", "hạn 31/03/2023", "chưa có hạn");
        var file = journey.upload("cbktht", "nghiem-thu.txt", "Biên bản mẫu".getBytes(StandardCharsets.UTF_8))
                .getBody();
        var result = Map.of("result", "Đã lát xong", "files", List.of(Map.of("id", file.get("id"))));
        assertThat(journey.tries("cbktht", key, "carryOutAssignment", Map.of()).getBody())
                .containsEntry("message", "Hãy nhập “Kết quả thực hiện”.");
        journey.does("cbktht", key, "carryOutAssignment", result);
        journey.does("chuyenvien", key, "verifyResult", returned("Thiếu ảnh"));
        journey.does("cbktht", key, "carryOutAssignment", result);
        journey.does("chuyenvien", key, "verifyResult", approved());

        assertThat(journey.ended(key)).isTrue();
        assertThat(state(key)).isEqualTo("DONE");
        assertThat(page("chuyenvien")).contains("Hoàn thành").doesNotContain("chậm");
        assertThat(new Visitor(port, "khupho2").answerTo("GET", "/api/files/" + file.get("id")))
                .isEqualTo("404");
        assertThat(new Visitor(port, "khupho2").answerTo("GET", "/api/assignments/" + key))
                .isEqualTo("404");
        assertThat(new Visitor(port, "truongktht").answerTo("GET", "/api/assignments/" + key))
                .isEqualTo("200");
    }

    @Test
    void anObjectionIsKeptThenMovedToAnotherUnitOrWithdrawn() {
        var key = of(1, "kinhTeHaTang");
        assertThat(journey.tries("cbktht", key, "answerAssignment", Map.of("verdict", "OBJECTED"))
                        .getBody())
                .containsEntry("message", "Hãy nhập “Ý kiến, lý do không nhận”.");
        object("cbktht", key);
        journey.does("chuyenvien", key, "decideObjection", Map.of("verdict", "KEPT", "remark", "Đúng chức năng"));
        object("cbktht", key);
        assertThat(journey.tries("chuyenvien", key, "decideObjection", Map.of("verdict", "MOVED", "remark", "Chuyển"))
                        .getBody())
                .containsEntry("message", "Hãy chọn đơn vị nhận nhiệm vụ thay.");
        journey.until("2023-02-20T09:00");
        journey.does(
                "chuyenvien",
                key,
                "decideObjection",
                Map.of("verdict", "MOVED", "remark", "Chuyển", "unit", "vanHoaXaHoi"));
        assertThat(journey.tries("cbktht", key, "answerAssignment", Map.of("verdict", "ACCEPTED"))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        object("cbvhxh", key);
        journey.does("chuyenvien", key, "decideObjection", Map.of("verdict", "WITHDRAWN", "remark", "Để sang năm"));

        assertThat(journey.ended(key)).isTrue();
        assertThat(state(key)).isEqualTo("WITHDRAWN");
        assertThat(journey.passed(key)).contains("objectionOverdue", "remindOverdue", "escalateOverdue");
    }

    @Test
    void anOrderIsRemindedEscalatedAndPutBeforeTheLeaderARequestOnlyAskedAgain() {
        journey.does("cbktht", of(1, "kinhTeHaTang"), "answerAssignment", Map.of("verdict", "ACCEPTED"));
        journey.until("2023-04-12T09:00");

        var told = journey.mails().stream()
                .filter(mail -> mail.contains("vỉa hè") || mail.contains("hội viên"))
                .toList();
        assertThat(told)
                .contains(
                        "17/03 cbktht@phuong.mau.example Còn 10 ngày làm việc: Lát lại vỉa hè đường Mẫu",
                        "31/03 cbktht@phuong.mau.example Ngày làm việc cuối cùng trong hạn: Lát lại vỉa hè đường Mẫu",
                        "03/04 truongktht@phuong.mau.example Quá hạn 1 ngày làm việc: Lát lại vỉa hè đường Mẫu - "
                                + "Phòng Kinh tế - Hạ tầng - Đô thị",
                        "03/04 nguoimttq@phuong.mau.example Kính đề nghị sớm gửi kết quả nhiệm vụ: Đề nghị vận động hội viên tham gia");
        assertThat(told.stream().filter(mail -> mail.contains("hội viên")))
                .allMatch(mail -> mail.contains("nguoimttq"));
        assertThat(journey.waitsAt(of(1, "kinhTeHaTang") + "-Q1")).containsExactly("decideOverdue");

        assertThat(journey.tries("cbktht", of(1, "kinhTeHaTang"), "carryOutAssignment", Map.of("result", "Xong"))
                        .getBody())
                .containsEntry("message", "Nhiệm vụ đã quá hạn; hãy ghi giải trình việc hoàn thành chậm.");
        journey.does("mttq", of(2, "mttq"), "answerAssignment", Map.of("verdict", "ACCEPTED"));
        journey.does("mttq", of(2, "mttq"), "carryOutAssignment", Map.of("result", "Đã vận động"));
        journey.until("2023-04-20T09:00");
        assertThat(journey.passed(of(2, "mttq"))).contains("verificationOverdue");
    }

    @Test
    void aLeaderGrantsMoreTimeForATask() {
        var key = of(1, "kinhTeHaTang");
        journey.does("cbktht", key, "answerAssignment", Map.of("verdict", "ACCEPTED"));
        assertThat(extension("khupho1", key)).contains("đơn vị khác");
        assertThat(extension("cbktht", key)).isNull();
        journey.does("phochutich2", key + "-Q1", "decideExtension", Map.of("answer", "GRANTED"));

        assertThat(journey.task(key, "carryOutAssignment").getDueDate()).isEqualTo("2023-04-14T17:00:00");
        assertThat(rows("select last_day::text as line from assignment where id = '" + key + "'"))
                .containsExactly("2023-04-14");
        journey.until("2023-04-13T09:00");
        assertThat(journey.mails())
                .contains("13/04 cbktht@phuong.mau.example Còn 1 ngày làm việc: Lát lại vỉa hè đường Mẫu")
                .noneMatch(mail -> mail.contains("Quá hạn") && mail.contains("vỉa hè"));
    }

    @Test
    void aUnitAsksForTheFirstDayOfATaskThatHasNone() {
        var key = of(6, "vanHoaXaHoi");
        journey.does("cbvhxh", key, "answerAssignment", Map.of("verdict", "ACCEPTED"));
        assertThat(extension("cbvhxh", key)).isNull();
        journey.does("phochutich1", key + "-Q1", "decideExtension", Map.of("answer", "GRANTED"));

        assertThat(journey.task(key, "carryOutAssignment").getDueDate()).isEqualTo("2023-04-14T17:00:00");
        journey.until("2023-04-13T09:00");
        assertThat(journey.mails()).contains("13/04 cbvhxh@phuong.mau.example Còn 1 ngày làm việc: Rà soát quy ước");
        assertThat(extension("chanhvanphong", of(5, "vanPhong")))
                .as("what is ongoing has no day")
                .contains("không còn hạn để thay đổi");
    }

    @Test
    void aResultReturnedWithADayGivesATaskWithoutDateItsFirst() {
        var key = of(6, "vanHoaXaHoi");
        journey.does("cbvhxh", key, "answerAssignment", Map.of("verdict", "ACCEPTED"));
        journey.does("cbvhxh", key, "carryOutAssignment", Map.of("result", "Đã rà soát"));
        journey.does(
                "chuyenvien", key, "verifyResult", with(new HashMap<>(returned("Bổ sung")), "newDay", "28/02/2023"));

        assertThat(journey.task(key, "carryOutAssignment").getDueDate()).isEqualTo("2023-02-28T17:00:00");
        journey.until("2023-02-24T09:00");
        assertThat(journey.mails()).contains("24/02 cbvhxh@phuong.mau.example Còn 2 ngày làm việc: Rà soát quy ước");
    }

    @Test
    void thePlanIsClosedWithAReasonAndItsUnfinishedTasksAreSealedWithIt() {
        var done = of(6, "vanHoaXaHoi");
        journey.does("cbvhxh", done, "answerAssignment", Map.of("verdict", "ACCEPTED"));
        journey.does("cbvhxh", done, "carryOutAssignment", Map.of("result", "Đã rà soát"));
        journey.does("chuyenvien", done, "verifyResult", approved());

        assertThat(journey.tries("cbvhxh", plan, "closePlan", Map.of()).getBody())
                .containsEntry("message", "Hãy nhập “Lý do kết thúc khi còn nhiệm vụ chưa hoàn thành”.");
        journey.does("cbvhxh", plan, "closePlan", Map.of("remark", "Chuyển sang kế hoạch năm sau"));

        assertThat(journey.ended(of(1, "kinhTeHaTang"))).isTrue();
        assertThat(state(of(1, "kinhTeHaTang"))).isEqualTo("UNFINISHED");
        assertThat(state(done)).isEqualTo("DONE");
        assertThat(new String(sealed("nhiem-vu.json"), StandardCharsets.UTF_8))
                .contains("UNFINISHED", "Đã rà soát", "COORDINATOR");
    }

    private byte[] sealed(String name) {
        return journey.database()
                .sql("select content from stored_file where plan = ? and name = ?")
                .params(plan, name)
                .query(byte[].class)
                .single();
    }

    private static Map<String, Object> task(
            String text, String kind, String lead, String due, List<String> coLeads, List<String> partners) {
        return Map.of("text", text, "kind", kind, "lead", lead, "due", due, "coLeads", coLeads, "partners", partners);
    }

    private void object(String login, String key) {
        journey.does(login, key, "answerAssignment", Map.of("verdict", "OBJECTED", "remark", "Không đúng chức năng"));
    }

    private String tell(String key, String percent, String words) {
        return message(journey.call(
                        HttpMethod.POST,
                        "cbktht",
                        "/api/assignments/" + key + "/progress",
                        Map.of("percent", percent, "progress", words))
                .getBody());
    }

    private String extension(String login, String key) {
        return message(journey.call(
                        HttpMethod.POST,
                        login,
                        "/api/assignments/" + key + "/extension",
                        Map.of("wanted", "14/04/2023", "reason", "Mưa kéo dài"))
                .getBody());
    }

    private static String message(Map<String, Object> answer) {
        return answer == null ? null : (String) answer.get("message");
    }

    private String of(int task, String unit) {
        return "%s-N%02d-%s".formatted(plan, task, unit);
    }

    private String state(String key) {
        return rows("select state as line from assignment where id = '" + key + "'")
                .get(0);
    }

    private List<String> rows(String sql) {
        return new ArrayList<>(journey.database().sql(sql).query(String.class).list());
    }

    private String title() {
        return rows("select code || ' - ' || subject as line from plan").get(0);
    }

    private String page(String login) {
        return new String(journey.download(login, "/ke-hoach/" + plan), StandardCharsets.UTF_8);
    }
}
