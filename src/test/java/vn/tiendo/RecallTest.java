package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.with;

import com.icegreen.greenmail.util.GreenMail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Visitor;

/** A plan is taken back: who had it is told or gets what replaces it, who had not gets nothing. */
@ProcessTest
class RecallTest {

    @Autowired
    Journey journey;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    GreenMail mailServer;

    @LocalServerPort
    int port;

    private String plan;

    @BeforeEach
    void aPlanReachedOneByMailOneByHandAndOneNotYet() {
        plan = journey.after("2023-02-10T09:00", this, () -> {
            var issued = journey.issued(with(
                    with(draft(), "duties", List.of()),
                    "recipients",
                    List.of(
                            Map.of("text", "Khu phố 1", "units", List.of("khuPho1"), "receipt", true),
                            Map.of("text", "Hội Cựu chiến binh", "units", List.of("cuuChienBinh")),
                            Map.of("text", "Nhân dân"),
                            Map.of("text", "Cổng thông tin", "role", "PUBLISH"))));
            journey.does(
                    "vanthu", issued + "-N02", "deliverByHand", Map.of("verdict", "HANDED", "note", "Giao tận tay"));
            return issued;
        });
    }

    @AfterEach
    void theMailServerIsThere() {
        sender.setPort(mailServer.getSmtp().getPort());
    }

    @Test
    void exactlyThoseWhoHadItAreTold() {
        assertThat(recall("vanthu", plan, "Sai căn cứ", "")).isEqualTo("302");
        journey.settle();

        assertThat(states())
                .containsExactly(
                        "N01 SENT", "N01-TH SENT", "N02 DELIVERED", "N02-TH REFUSED", "N03 RECALLED", "N04 RECALLED");
        assertThat(journey.mails())
                .containsExactly(
                        "10/02 khupho1@phuong.mau.example 01/KH-UBND - Thực hiện Quy chế dân chủ ở cơ sở năm 2023",
                        "10/02 khupho1@phuong.mau.example Thu hồi 01/KH-UBND - Thực hiện Quy chế dân chủ ở cơ sở năm 2023");
        assertThat(journey.waitsAt(plan + "-N01")).isEmpty();
        assertThat(journey.waitsAt(plan + "-N02-TH")).containsExactly("deliverByHand");
        assertThat(journey.waitsAt(plan + "-N03")).isEmpty();
        assertThat(new Visitor(port, null).reads("/cong-khai")).doesNotContain("01/KH-UBND");
        assertThat(journey.download("vanthu", "/ke-hoach/" + plan))
                .asString()
                .contains("đã được thu hồi", "Sai căn cứ");
    }

    @Test
    void whatReplacesItGoesToExactlyThoseWhoHadTheFirst() {
        var second = journey.issued(with(
                with(draft(), "duties", List.of()),
                "recipients",
                List.of(Map.of("text", "Lưu: VT", "role", "ARCHIVE"))));

        recall("vanthu", plan, "Sai số liệu", "02/KH-UBND");
        journey.settle();

        assertThat(journey.database().sql("""
                                select d.id from delivery d join plan p on p.id = d.plan and p.document = d.document
                                where d.plan = ? order by d.id""").param(second).query(String.class).list())
                .containsExactly(plan + "-N01-TH", plan + "-N02-TH");
        assertThat(journey.database()
                        .sql("select body_text from outgoing_mail where dedup_key like ? and attachment is not null")
                        .param("delivery/" + plan + "-N01-TH/%")
                        .query(String.class)
                        .single())
                .contains("được thay thế bằng văn bản 02/KH-UBND", "Sai số liệu");
    }

    /** While the mail server is away nothing has left; taken back now, it never does. */
    @Test
    void whatStillWaitsIsNeverSent() {
        sender.setPort(1);
        var waiting = journey.issued(with(
                with(draft(), "duties", List.of()),
                "recipients",
                List.of(Map.of("text", "Khu phố 2", "units", List.of("khuPho2")))));
        recall("vanthu", waiting, "Nhầm", "");
        sender.setPort(mailServer.getSmtp().getPort());

        journey.until("2023-02-10T12:00");

        assertThat(journey.mails()).noneMatch(mail -> mail.contains("khupho2@"));
    }

    @Test
    void itIsTheClerksAndNeedsAReasonAndAPlanThatIsThere() {
        assertThat(recall("chuyenvien", plan, "Sai", "")).isEqualTo("403");
        recall("vanthu", plan, " ", "");
        recall("vanthu", plan, "Sai", "99/KH-UBND");

        assertThat(journey.database()
                        .sql("select count(*) from recall")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String recall(String login, String id, String reason, String replacement) {
        return new Visitor(port, login)
                .answerTo(
                        "POST",
                        "/ke-hoach/" + id + "/thu-hoi",
                        "application/x-www-form-urlencoded",
                        "reason=%s&replacement=%s"
                                .formatted(
                                        URLEncoder.encode(reason, StandardCharsets.UTF_8),
                                        URLEncoder.encode(replacement, StandardCharsets.UTF_8)));
    }

    private List<String> states() {
        return journey.database()
                .sql("select substr(id, length(plan) + 2) || ' ' || state from delivery where plan = ? order by id")
                .param(plan)
                .query(String.class)
                .list();
    }
}
