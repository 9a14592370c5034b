package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.proposal;
import static vn.tiendo.testing.Samples.with;

import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.RefusingServer;

/** One recipient's copy: mailed, mailed again while the mail server is away, and in the end the clerk's work. */
@ProcessTest
class PlanDistributionTest {

    private static final int NOBODY_LISTENS = 1;

    @Autowired
    Journey journey;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    GreenMail mailServer;

    private String delivery;

    @BeforeEach
    void aPlanIsIssuedWhileTheMailServerIsAway() {
        journey.beginsAt("2023-02-10T09:00");
        sender.setPort(NOBODY_LISTENS);
        var plan = (String) journey.propose("truongvhxh", with(proposal(), "drafter", "truongvhxh"))
                .getBody()
                .get("businessKey");
        var content = with(draft(), "duties", List.of());
        content.put("recipients", List.of(Map.of("text", "Đảng ủy (b/c)", "role", "TO_REPORT", "unit", "dangUy")));
        journey.does("truongvhxh", plan, "draftPlan", content);
        journey.does("chuyenvien", plan, "checkForm", approved());
        journey.does("phochutich1", plan, "approvePlan", approved());
        journey.does("vanthu", plan, "numberPlan", Map.of("sequence", "1", "issuedOn", "10/02/2023"));
        delivery = plan + "-N01";
    }

    @AfterEach
    void theMailServerIsBack() {
        sender.setPort(mailServer.getSmtp().getPort());
    }

    private String state() {
        return journey.database()
                .sql("select state from delivery where id = ?")
                .param(delivery)
                .query(String.class)
                .single();
    }

    @Test
    void isSentWhenTheServerIsBack() {
        assertThat(state()).isEqualTo("WAITING");
        theMailServerIsBack();

        journey.until("2023-02-10T09:16");

        assertThat(state()).isEqualTo("SENT");
        assertThat(journey.mails()).singleElement().asString().contains("danguy@phuong.mau.example 01/KH-UBND");
        assertThat(journey.ended(delivery)).isTrue();
    }

    @Test
    void becomesTheClerksWorkWhoIsRemindedAndSendsItElsewhere() {
        journey.until("2023-02-10T10:00");
        assertThat(state()).isEqualTo("REFUSED");
        theMailServerIsBack();
        journey.until("2023-02-16T18:00");
        assertThat(journey.mails())
                .containsExactly(
                        "14/02 vanthu@phuong.mau.example Quá hạn: Gửi bằng cách khác - hồ sơ " + planId(),
                        "16/02 chanhvanphong@phuong.mau.example Cấp dưới quá hạn: Gửi bằng cách khác - hồ sơ "
                                + planId());

        assertThat(journey.tries("vanthu", delivery, "deliverByHand", Map.of("verdict", "RESEND"))
                        .getBody())
                .containsEntry("message", "Hãy nhập “Địa chỉ thư điện tử”.");
        journey.does(
                "vanthu",
                delivery,
                "deliverByHand",
                Map.of("verdict", "RESEND", "address", "vpdanguy@phuong.mau.example"));

        assertThat(state()).isEqualTo("SENT");
        assertThat(journey.mails()).anyMatch(mail -> mail.startsWith("16/02 vpdanguy@phuong.mau.example"));
    }

    @Test
    void aLastingRefusalIsTheClerksWorkAtOnceWithTheServersOwnWords() throws IOException {
        try (var server = new RefusingServer()) {
            sender.setPort(server.port());
            journey.until("2023-02-10T09:05");
        }

        assertThat(state()).isEqualTo("REFUSED");
        assertThat(journey.waitsAt(delivery)).containsExactly("deliverByHand");
        assertThat((String) journey.call(HttpMethod.GET, "vanthu", "/api/deliveries/" + delivery, null)
                        .getBody()
                        .get("error"))
                .contains("danguy@phuong.mau.example", RefusingServer.WORDS);
    }

    private String planId() {
        return delivery.substring(0, delivery.lastIndexOf('-'));
    }
}
