package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.quietDraft;
import static vn.tiendo.testing.Samples.with;

import java.nio.charset.StandardCharsets;
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

/** A unit splits its task among its officials and asks those it works with for their part. */
@ProcessTest
class WorkShareTest {

    @Autowired
    Journey journey;

    @LocalServerPort
    int port;

    private String plan;
    private String task;

    @BeforeEach
    void aUnitCarriesOutATask() {
        plan = journey.after(
                "2023-02-10T09:00",
                this,
                () -> journey.issued(with(
                        quietDraft(List.of()),
                        "tasks",
                        List.of(Map.of(
                                "text",
                                "Lát lại vỉa hè đường Mẫu",
                                "lead",
                                "kinhTeHaTang",
                                "due",
                                "31/03/2023",
                                "partners",
                                List.of("khuPho1", "mttq"))))));
        task = plan + "-N01-kinhTeHaTang";
        assertThat(gives("truongktht", "cbktht", "Đo đạc", "20/03/2023")).contains("đã nhận và đang thực hiện");
        journey.does("truongktht", task, "answerAssignment", Map.of("verdict", "ACCEPTED"));
    }

    @Test
    void theHeadGivesAPartToAnOfficialWhoIsRemindedAndHandsItIn() {
        assertThat(gives("cbktht", "cbktht", "Đo đạc", "20/03/2023")).contains("Chỉ lãnh đạo đơn vị");
        assertThat(gives("khupho1", "khupho1", "Đo đạc", "20/03/2023")).contains("đơn vị khác");
        assertThat(gives("truongktht", "", "Đo đạc", "20/03/2023")).contains("Hãy chọn người thực hiện");
        assertThat(gives("truongktht", "cbvhxh", "Đo đạc", "20/03/2023")).contains("không thuộc Phòng Kinh tế");
        assertThat(gives("truongktht", "cbktht", " ", "20/03/2023")).contains("Việc cần làm");
        assertThat(gives("truongktht", "cbktht", "Đo đạc", "01/04/2023")).contains("sau hạn 31/03/2023 của đơn vị");
        assertThat(gives("truongktht", "cbktht", "Đo đạc", "09/02/2023")).contains("09/02/2023");
        assertThat(journey.database()
                        .sql("select count(*) from work_share")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(gives("truongktht", "cbktht", "Đo đạc", "20/03/2023")).isNull();
        var part = task + "-P01";
        assertThat(journey.task(part, "doShare").getAssignee()).isEqualTo("cbktht");
        journey.until("2023-03-22T09:00");

        assertThat(journey.mails())
                .contains(
                        "13/02 cbktht@phuong.mau.example 2 việc cần bạn quan tâm hôm nay",
                        "16/03 cbktht@phuong.mau.example Còn 2 ngày làm việc: Phần việc: Đo đạc",
                        "21/03 truongktht@phuong.mau.example Quá hạn 1 ngày làm việc: Phần việc: Đo đạc - "
                                + "Phòng Kinh tế - Hạ tầng - Đô thị")
                .noneMatch(mail -> mail.contains("chutich") && mail.contains("Đo đạc"));
        assertThat(journey.tries("truongktht", part, "doShare", Map.of("verdict", "HANDED_IN", "answer", "Xong"))
                        .getStatusCode()
                        .value())
                .isNotEqualTo(200);
        assertThat(answers("cbktht", part, "DECLINED", "Bận")).contains("không từ chối");
        assertThat(answers("cbktht", part, "HANDED_IN", "")).isEqualTo("Hãy nhập “Kết quả”.");
        var file = journey.upload("cbktht", "ban-do.txt", "Bản đồ mẫu".getBytes(StandardCharsets.UTF_8))
                .getBody();
        journey.does(
                "cbktht",
                part,
                "doShare",
                Map.of(
                        "verdict",
                        "HANDED_IN",
                        "answer",
                        "Đã đo 400 m",
                        "files",
                        List.of(Map.of("id", file.get("id")))));

        assertThat(journey.ended(part)).isTrue();
        assertThat(seenBy("truongktht").get("parts").toString())
                .contains("Mẫu Thị Nga", "Đã đo 400 m", "ban-do.txt", "Đã nộp", "late=true");
        assertThat(status("truongktht", "/api/files/" + file.get("id"))).isEqualTo("200");
        assertThat(status("khupho1", "/api/files/" + file.get("id"))).isEqualTo("404");
        assertThat(status("khupho1", "/api/shares/" + part)).isEqualTo("404");
    }

    @Test
    void whoTakesPartIsAskedMayDeclineAndABodyBesideTheCommitteeIsNeverEscalated() {
        assertThat(asks("khuPho2")).contains("cùng tham gia nhiệm vụ");
        assertThat(asks("khuPho1")).isNull();
        assertThat(asks("mttq")).isNull();
        assertThat(new String(journey.download("mttq", "/cua-don-vi"), StandardCharsets.UTF_8))
                .contains("Phần việc được đề nghị", "Vận động hộ dân");
        var declined = task + "-P01";
        var open = task + "-P02";
        assertThat(status("khupho1", "/api/shares/" + declined)).isEqualTo("200");
        assertThat(answers("khupho1", declined, "DECLINED", "")).isEqualTo("Hãy nhập “Lý do từ chối”.");
        journey.does("khupho1", declined, "doShare", Map.of("verdict", "DECLINED", "answer", "Không có người"));
        journey.until("2023-03-10T09:00");

        assertThat(journey.mails().stream().filter(mail -> mail.contains("Vận động hộ dân")))
                .contains("28/02 nguoimttq@phuong.mau.example Kính đề nghị sớm gửi kết quả phần việc: "
                        + "Phần việc: Vận động hộ dân")
                .allMatch(mail -> mail.contains("nguoimttq"));
        assertThat(journey.passed(declined)).contains("shareDeclined");
        journey.does("truongktht", task, "carryOutAssignment", Map.of("result", "Đã lát xong"));
        assertThat(journey.ended(open)).isTrue();
        assertThat(journey.passed(open)).contains("shareEnded");
        assertThat(seenBy("chuyenvien").get("parts").toString()).contains("Từ chối", "Kết thúc cùng nhiệm vụ");

        journey.does("cbvhxh", plan, "closePlan", Map.of("remark", "Hết năm"));
        assertThat(new String(
                        journey.database()
                                .sql("select content from stored_file where name = 'phan-viec.json'")
                                .query(byte[].class)
                                .single(),
                        StandardCharsets.UTF_8))
                .contains("Không có người", "ENDED");
    }

    private String gives(String login, String person, String work, String until) {
        return post(login, "shares", Map.of("person", person, "work", work, "workUntil", until));
    }

    private String asks(String unit) {
        return post(
                "cbktht",
                "coordination",
                Map.of("coordinator", unit, "question", "Vận động hộ dân", "answerUntil", "27/02/2023"));
    }

    private String post(String login, String what, Map<String, ?> content) {
        var answer = journey.call(HttpMethod.POST, login, "/api/assignments/" + task + "/" + what, content)
                .getBody();
        journey.settle();
        return answer == null ? null : (String) answer.get("message");
    }

    private String answers(String login, String part, String verdict, String words) {
        return (String) journey.tries(login, part, "doShare", Map.of("verdict", verdict, "answer", words))
                .getBody()
                .get("message");
    }

    private Map<String, Object> seenBy(String login) {
        return journey.call(HttpMethod.GET, login, "/api/assignments/" + task + "/shares", null)
                .getBody();
    }

    private String status(String login, String path) {
        return new Visitor(port, login).answerTo("GET", path);
    }
}
