package vn.tiendo.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.with;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import vn.tiendo.engine.StartRefused;
import vn.tiendo.mail.ReturnedMail;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/** A mail server took a plan and gives it back later, into a mailbox that is read by IMAP. */
@ProcessTest
class BouncesTest {

    private static final String WORDS = "550 5.1.1 <khupho1@phuong.mau.example>: no such mailbox";

    @Autowired
    Journey journey;

    @Autowired
    Bounces bounces;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private GreenMailUser box;
    private ReturnedMail mailbox;
    private String plan;

    @BeforeEach
    void aPlanWasTakenByTheMailServer() {
        server.start();
        box = server.setUser("tien-do@phuong.mau.example", "tien-do", "mat-khau");
        mailbox = mailbox("mat-khau");
        plan = journey.after(
                "2023-02-10T09:00",
                this,
                () -> journey.issued(with(
                        with(draft(), "duties", List.of()),
                        "recipients",
                        List.of(
                                Map.of("text", "Khu phố 1", "units", List.of("khuPho1")),
                                Map.of("text", "Khu phố 2", "units", List.of("khuPho2"), "receipt", true)))));
    }

    @AfterEach
    void theMailboxIsGone() {
        server.stop();
    }

    @Test
    void whatComesBackIsTheClerksWorkWithTheServersWordsAndGoesToTheRightAddress() throws Exception {
        assertThat(journey.ended(plan + "-N01")).isTrue();
        arrives(report("b1@may-chu", mailTo("khupho1"), "failed"));

        mailbox.read(bounces::take);

        assertThat(state("N01")).isEqualTo("BOUNCED");
        assertThat(journey.waitsAt(plan + "-N01")).containsExactly("deliverByHand");
        assertThat(journey.call(HttpMethod.GET, "vanthu", "/api/deliveries/" + plan + "-N01", null)
                        .getBody()
                        .get("error")
                        .toString())
                .contains("khupho1@phuong.mau.example", WORDS);
        assertThat(journey.download("vanthu", "/ke-hoach/" + plan)).asString().contains("Thư bị trả lại");
        assertThat(read()).isEqualTo("read");
        journey.does(
                "vanthu",
                plan + "-N01",
                "deliverByHand",
                Map.of("verdict", "RESEND", "address", "kp1@phuong.mau.example"));
        assertThat(state("N01")).isEqualTo("SENT");
    }

    @Test
    void whoWasToConfirmIsNotAskedAnyMore() throws Exception {
        assertThat(journey.waitsAt(plan + "-N02")).containsExactly("confirmReceipt");
        arrives(report("b2@may-chu", mailTo("khupho2"), "failed"));

        mailbox.read(bounces::take);

        assertThat(journey.waitsAt(plan + "-N02")).containsExactly("deliverByHand");
        journey.does(
                "vanthu",
                plan + "-N02",
                "deliverByHand",
                Map.of("verdict", "RESEND", "address", "kp2@phuong.mau.example"));
        assertThat(journey.waitsAt(plan + "-N02")).containsExactly("confirmReceipt");
    }

    /** After a crash between the work and the mark, the same report is read again: also when the mail has left again. */
    @Test
    void theSameReportCountsOnce() throws Exception {
        var report = report("b3@may-chu", mailTo("khupho1"), "failed");
        arrives(report);
        mailbox.read(bounce -> {
            bounces.take(bounce);
            throw new IllegalStateException("crash");
        });
        assertThat(read()).isEqualTo("new");

        mailbox.read(bounces::take);

        assertThat(journey.waitsAt(plan + "-N01")).containsExactly("deliverByHand");
        journey.does(
                "vanthu",
                plan + "-N01",
                "deliverByHand",
                Map.of("verdict", "RESEND", "address", "khupho1@phuong.mau.example"));
        arrives(report);
        mailbox.read(bounces::take);
        assertThat(state("N01")).isEqualTo("SENT");
        assertThat(journey.ended(plan + "-N01")).isTrue();
        assertThat(journey.database()
                        .sql("select count(*) from plan_event where plan = ? and action = 'bounced'")
                        .param(plan)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** The clerk has sent it to another address meanwhile. */
    @Test
    void aLateReportOfAnOldAddressChangesNothing() throws Exception {
        var old = mailTo("khupho1");
        arrives(report("b4@may-chu", old, "failed"));
        mailbox.read(bounces::take);
        journey.does(
                "vanthu",
                plan + "-N01",
                "deliverByHand",
                Map.of("verdict", "RESEND", "address", "kp1@phuong.mau.example"));
        arrives(report("b5@may-chu", old, "failed"));

        mailbox.read(bounces::take);

        assertThat(state("N01")).isEqualTo("SENT");
    }

    @Test
    void aDelayIsNoFailure() throws Exception {
        arrives(report("b6@may-chu", mailTo("khupho1"), "delayed"));

        mailbox.read(bounces::take);

        assertThat(state("N01")).isEqualTo("SENT");
        assertThat(read()).isEqualTo("read");
    }

    @Test
    void whatIsForeignOrBrokenGetsAStarForAPersonAndStopsNothing() throws Exception {
        arrives(report("b7@may-chu", "someone-else", "failed"));
        arrives(report("b8@may-chu", UUID.randomUUID().toString(), "failed"));
        arrives(
                "Message-ID: <b9@may-chu>\r\nContent-Type: multipart/report; report-type=delivery-status\r\n\r\nno parts");
        arrives("Message-ID: <t1@nguoi>\r\nSubject: hoi\r\nContent-Type: text/plain\r\n\r\n" + mailTo("khupho1"));
        arrives(report("b10@may-chu", mailTo("khupho1"), "failed"));

        mailbox.read(bounces::take);

        assertThat(read()).isEqualTo("starred starred starred new read");
        assertThat(state("N01")).isEqualTo("BOUNCED");
        assertThat(state("N02")).isEqualTo("SENT");
    }

    @Test
    void aMailboxThatDoesNotOpenChangesNothingAndAnAddressThatIsNoneStopsTheStart() throws Exception {
        assertThatThrownBy(() -> mailbox("sai").read(bounces::take))
                .isInstanceOf(jakarta.mail.AuthenticationFailedException.class);
        new ReturnedMail("", "", "").read(bounces::take);
        assertThatThrownBy(() -> new ReturnedMail("https://mau.example", "", ""))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("TIENDO_BOUNCE_IMAP_URL");
        assertThatThrownBy(() -> new ReturnedMail("imap://a:b@mau.example", "", ""))
                .isInstanceOf(StartRefused.class);
    }

    private ReturnedMail mailbox(String password) {
        return new ReturnedMail("imap://127.0.0.1:" + server.getImap().getPort(), "tien-do", password);
    }

    private static String report(String id, String mail, String action) {
        return """
                From: MAILER-DAEMON@mau.example
                To: tien-do@phuong.mau.example
                Message-ID: <%s>
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                It did not arrive.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.mau.example

                Final-Recipient: rfc822; khupho1@phuong.mau.example
                Action: %s
                Status: 5.1.1
                Diagnostic-Code: smtp; %s

                --b
                Content-Type: text/rfc822-headers

                Message-ID: <%s@phuong.mau.example>
                Subject: 01/KH-UBND

                --b--
                """.formatted(id, action, WORDS, mail).replace("\n", "\r\n");
    }

    private void arrives(String mail) throws Exception {
        box.deliver(new MimeMessage(null, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    private String mailTo(String unit) {
        return journey.database()
                .sql("select id from outgoing_mail where address = ? and plan = ?")
                .params(unit + "@phuong.mau.example", plan)
                .query(UUID.class)
                .single()
                .toString();
    }

    private String state(String delivery) {
        return journey.database()
                .sql("select state from delivery where id = ?")
                .param(plan + "-" + delivery)
                .query(String.class)
                .single();
    }

    /** How a person finds the mails, in the order they came. */
    private String read() throws Exception {
        var marks = new StringBuilder();
        try (var store = server.getImap().createStore()) {
            store.connect("tien-do", "mat-khau");
            var inbox = store.getFolder("INBOX");
            inbox.open(jakarta.mail.Folder.READ_ONLY);
            for (Message message : inbox.getMessages()) {
                marks.append(
                        !message.isSet(Flags.Flag.SEEN)
                                ? "new"
                                : message.isSet(Flags.Flag.FLAGGED) ? "starred" : "read");
                marks.append(' ');
            }
        }
        return marks.toString().strip();
    }
}
