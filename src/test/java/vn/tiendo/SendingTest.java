package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.with;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.tiendo.directory.Directory;
import vn.tiendo.testing.BrokenLine;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/** Many recipients and a line that breaks in a tenth of the connections: everybody has the plan once. */
@ProcessTest
class SendingTest {

    private static final double BREAKS = 0.1;

    @Autowired
    Journey journey;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    GreenMail mailServer;

    @Autowired
    Directory directory;

    @AfterEach
    void theLineIsMendedAndTheUnitsLeave() {
        sender.setPort(mailServer.getSmtp().getPort());
        journey.beginsAt("2023-02-10T09:00");
        journey.database()
                .sql("delete from unit_group_member where unit_group = 'cacXa'")
                .update();
        journey.database().sql("delete from unit_group where code = 'cacXa'").update();
        journey.database().sql("delete from unit where code like 'xaMau%'").update();
        directory.forget();
    }

    @Test
    void sixtyUnitsOfAGroupHaveThePlanOnce() throws IOException {
        everyoneHasItOnce(60);
    }

    /** {@code mvn -Pbench verify} prints what it took. */
    @Test
    @Tag("bench")
    void aThousandUnitsHaveThePlanOnce() throws IOException {
        var start = System.nanoTime();

        everyoneHasItOnce(1_000);

        var seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%n1,000 recipients, a tenth of the connections broken: %.1f s%n%n", seconds);
        assertThat(seconds).isLessThan(180);
    }

    private void everyoneHasItOnce(int units) throws IOException {
        journey.beginsAt("2023-02-10T09:00");
        journey.database().sql("""
                        insert into unit (code, name, kind, parent, email)
                        select 'xaMau' || n, 'UBND xã Mẫu ' || n, 'HAMLET', 'ubnd', 'xa' || n || '@mau.example'
                        from generate_series(1, ?) n""").param(units).update();
        journey.database()
                .sql("insert into unit_group (code, name) values ('cacXa', 'UBND các xã')")
                .update();
        journey.database()
                .sql("insert into unit_group_member select 'cacXa', code from unit where code like 'xaMau%'")
                .update();
        directory.forget();
        try (var line = new BrokenLine(mailServer.getSmtp().getPort(), BREAKS)) {
            sender.setPort(line.port());
            var plan = journey.issued(with(
                    with(draft(), "duties", List.of()),
                    "recipients",
                    List.of(Map.of("text", "UBND các xã (t/h)", "units", List.of("cacXa")))));
            journey.until("2023-02-10T10:05");

            assertThat(line.broken()).isBetween(units / 25, units / 5);
            assertThat(journey.database()
                            .sql("select count(*) from delivery where plan = ? and state = 'SENT'")
                            .param(plan)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(units);
            var addresses = new HashSet<String>();
            var ids = new HashSet<String>();
            var taken = journey.received().filter(SendingTest::isThePlan).toList();
            for (var mail : taken) {
                addresses.add(address(mail));
                ids.add(id(mail));
            }
            assertThat(taken).hasSize(units);
            assertThat(addresses).hasSize(units);
            assertThat(ids).hasSize(units);
        }
    }

    private static boolean isThePlan(MimeMessage mail) {
        return read(mail::getSubject).startsWith("01/KH-UBND");
    }

    private static String address(MimeMessage mail) {
        return read(() -> mail.getAllRecipients()[0].toString());
    }

    private static String id(MimeMessage mail) {
        return read(mail::getMessageID);
    }

    private static String read(Header header) {
        try {
            return header.get();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Header {
        String get() throws MessagingException;
    }
}
