package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.with;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Visitor;

/** A recipient says that the document arrived: in Tasklist, or by the link in its mail, once and without sign-in. */
@ProcessTest
class ReceiptTest {

    private static final Pattern LINK = Pattern.compile("/nhan/([\\w-]+)");

    @Autowired
    Journey journey;

    @LocalServerPort
    int port;

    private String plan;

    @BeforeEach
    void aPlanThatAsksForReceiptsIsIssued() {
        plan = journey.after("2023-02-10T09:00", this, () -> issued());
    }

    @AfterEach
    void everyMailboxIsLargeAgain() {
        journey.database().sql("drop function if exists heavy cascade").update();
        journey.database().sql("update unit set mail_limit_mb = null").update();
    }

    private String issued() {
        return journey.issued(with(
                with(draft(), "duties", List.of()),
                "recipients",
                List.of(
                        Map.of("text", "Khu phố 1 (t/h)", "units", List.of("khuPho1"), "receipt", true),
                        Map.of("text", "Đảng ủy (b/c)", "units", List.of("dangUy"), "receipt", true),
                        Map.of("text", "Báo Mẫu", "address", "bao@mau.example", "receipt", true),
                        Map.of("text", "Khu phố 2", "units", List.of("khuPho2")))));
    }

    @Test
    void theUnitConfirmsInTasklist() {
        assertThat(journey.waitsAt(plan + "-N01")).containsExactly("confirmReceipt");
        assertThat(journey.tries("khupho2", plan + "-N01", "confirmReceipt", Map.of())
                        .getStatusCode()
                        .isError())
                .isTrue();

        journey.does("khupho1", plan + "-N01", "confirmReceipt", Map.of());

        assertThat(state("N01")).isEqualTo("RECEIVED");
        assertThat(journey.ended(plan + "-N01")).isTrue();
        journey.download("khupho1", "/ke-hoach/" + plan);
        assertThat(state("N01")).isEqualTo("READ");
    }

    @Test
    void theLinkConfirmsOnceWithItsButtonAndNotByBeingOpened() {
        var link = link("bao@mau.example");
        var reader = new Visitor(port, null).keepsCookies();

        assertThat(reader.reads(link)).contains("01/KH-UBND", "Báo Mẫu", "Tôi đã nhận văn bản này");
        assertThat(reader.reads(link)).contains("Tôi đã nhận văn bản này");
        assertThat(state("N03")).isEqualTo("SENT");
        assertThat(new Visitor(port, null).answerTo("POST", link))
                .as("without token")
                .isEqualTo("403");

        assertThat(reader.presses(link)).contains("Đã ghi nhận");
        journey.settle();

        assertThat(state("N03")).isEqualTo("RECEIVED");
        assertThat(journey.ended(plan + "-N03")).isTrue();
        assertThat(reader.reads(link + "/van-ban")).startsWith("%PDF");
        assertThat(reader.presses(link)).isEqualTo(reader.reads("/nhan/khong-co"));
        assertThat(reader.reads(link)).isEqualTo(reader.reads("/nhan/khong-co"));
    }

    /** The office reads copies of all letters, but does not receive for others. */
    @Test
    void thePageOfLettersKeepsTheLinkToItself() {
        var page = new Visitor(port, "vanthu").reads("/thu-di/" + mail("bao@mau.example", "id::text", String.class));

        assertThat(page).contains("/nhan/…").doesNotContain(link("bao@mau.example"));
    }

    /** Who was not asked may confirm too; nobody waits for it and nothing breaks. */
    @Test
    void whoWasNotAskedMayConfirmToo() {
        assertThat(journey.ended(plan + "-N04")).isTrue();

        assertThat(new Visitor(port, null).keepsCookies().presses(link("khupho2@phuong.mau.example")))
                .contains("Đã ghi nhận");

        assertThat(state("N04")).isEqualTo("RECEIVED");
    }

    @Test
    void aLinkThatIsForgedExpiredOrPutTogetherFromTwoSaysNothing() {
        var link = link("bao@mau.example");
        var other = issued();
        var reader = new Visitor(port, null).keepsCookies();
        var nothing = reader.reads("/nhan/khong-co");
        assertThat(nothing).contains("Liên kết không dùng được").doesNotContain("KH-UBND", "Báo Mẫu", plan);
        var ours = bytes(link);
        var theirs = bytes(link("bao@mau.example", other));
        var mixed = ours.clone();
        System.arraycopy(theirs, 0, mixed, 0, 16);
        var changed = ours.clone();
        changed[47] ^= 1;

        for (var wrong : List.of(
                path(mixed),
                path(changed),
                path(Arrays.copyOf(ours, 47)),
                path(Arrays.copyOf(ours, 49)),
                "/nhan/%20")) {
            assertThat(reader.reads(wrong)).as(wrong).isEqualTo(nothing);
            assertThat(reader.presses(wrong)).as(wrong).isEqualTo(nothing);
            assertThat(reader.reads(wrong + "/van-ban")).as(wrong).isEqualTo(nothing);
        }
        journey.jumpsTo("2023-03-13T09:00");
        assertThat(reader.reads(link)).isEqualTo(nothing);
        assertThat(reader.presses(link)).isEqualTo(nothing);
        assertThat(reader.reads(link + "/van-ban")).isEqualTo(nothing);
        assertThat(state("N03")).isEqualTo("SENT");
    }

    @Test
    void whoDoesNotConfirmIsRemindedByTheLadder() {
        journey.until("2023-02-20T18:00");

        assertThat(journey.mails())
                .filteredOn(mail -> mail.contains("Xác nhận đã nhận") || mail.contains("đã nhận 01/KH"))
                .satisfies(mails -> {
                    assertThat(mails)
                            .filteredOn(mail -> mail.contains("truongkhupho1@"))
                            .extracting(mail -> mail.substring(0, 5))
                            .containsExactly("15/02", "16/02", "20/02");
                    assertThat(mails)
                            .filteredOn(mail -> mail.contains("nguoidanguy@"))
                            .extracting(mail -> mail.substring(0, 5))
                            .containsExactly("16/02");
                    assertThat(mails)
                            .filteredOn(mail -> mail.contains("vanthu@"))
                            .extracting(mail -> mail.substring(0, 5))
                            .containsExactly("16/02");
                });
    }

    /** Two megabytes, for a mailbox that takes one and for one that takes what most take. */
    @Test
    void whatIsTooLargeForTheMailboxGoesAsALink() {
        journey.beginsAt("2023-02-10T09:00");
        journey.database()
                .sql("update unit set mail_limit_mb = 1 where code = 'khuPho1'")
                .update();
        journey.database().sql("""
                create function heavy() returns trigger language plpgsql as $$ begin new.size = 2000000; return new; end $$;
                create trigger heavy before insert on stored_file for each row execute function heavy()""").update();
        plan = issued();

        assertThat(body("khupho1@phuong.mau.example")).contains("lớn hơn 1 MB");
        assertThat(attached("khupho1@phuong.mau.example")).isFalse();
        assertThat(body("danguy@phuong.mau.example")).contains("tệp đính kèm");
        assertThat(attached("danguy@phuong.mau.example")).isTrue();
        assertThat(new Visitor(port, null).reads(link("khupho1@phuong.mau.example") + "/van-ban"))
                .startsWith("%PDF");
    }

    private static byte[] bytes(String link) {
        return Base64.getUrlDecoder().decode(link.substring("/nhan/".length()));
    }

    private static String path(byte[] token) {
        return "/nhan/" + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private String link(String to) {
        return link(to, plan);
    }

    private String link(String to, String of) {
        return journey
                .database()
                .sql(
                        "select body_text from outgoing_mail where address = ? and plan = ? and dedup_key like 'delivery/%'")
                .params(to, of)
                .query(String.class)
                .list()
                .stream()
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow();
    }

    private String body(String to) {
        return mail(to, "body_text", String.class);
    }

    private boolean attached(String to) {
        return mail(to, "attachment is not null", Boolean.class);
    }

    private <T> T mail(String to, String what, Class<T> type) {
        return journey.database()
                .sql("select " + what + " from outgoing_mail where address = ? and plan = ?")
                .params(to, plan)
                .query(type)
                .single();
    }

    private String state(String delivery) {
        return journey.database()
                .sql("select state from delivery where id = ?")
                .param(plan + "-" + delivery)
                .query(String.class)
                .single();
    }
}
