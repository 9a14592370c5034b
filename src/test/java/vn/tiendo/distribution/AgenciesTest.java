package vn.tiendo.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.FileSystemUtils;
import vn.tiendo.exchange.Exchange;
import vn.tiendo.testing.Edxml;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Visitor;

/** The city's system takes our documents as packages and says what became of them. */
@ProcessTest
class AgenciesTest {

    private static final String US = "000.00.15.H41";
    private static final String CITY = "000.00.00.H41";
    private static final String ID = US + ",2023/02/10,01/KH-UBND";

    @Autowired
    Journey journey;

    @Autowired
    Agencies agencies;

    @Autowired
    Exchange exchange;

    @Value("${tien-do.exchange.outbox}")
    Path outbox;

    @Value("${tien-do.exchange.inbox}")
    Path inbox;

    @LocalServerPort
    int port;

    private String plan;

    @BeforeEach
    void theCityAndWeHaveIds() throws IOException {
        known("ubnd", US);
        known("thanhPho", CITY);
        plan = journey.after("2023-02-10T09:00", this, this::issued);
    }

    @AfterEach
    void nobodyHasAnIdAnyMore() throws IOException {
        journey.database().sql("update unit set organisation_id = null").update();
        for (var folder : List.of(outbox, inbox)) {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
        }
    }

    private String issued() {
        return journey.issued(with(
                with(draft(), "duties", List.of()),
                "recipients",
                List.of(
                        Map.of("text", "UBND thành phố", "units", List.of("thanhPho"), "receipt", true),
                        Map.of("text", "Khu phố 1", "units", List.of("khuPho1")))));
    }

    private void known(String unit, String id) {
        journey.database()
                .sql("update unit set organisation_id = ? where code = ?")
                .params(id, unit)
                .update();
    }

    @Test
    void whoHasAnIdGetsAPackageAndNoMailAndWhoHasNoneGetsMail() {
        // what lies in the outbox is not put back
        journey.beginsAt("2023-02-10T09:00");
        plan = issued();
        var read = Edxml.all(outbox).get(0);

        assertThat(read.one("MessageHeader", "DocumentId")).isEqualTo(ID);
        assertThat(read.one("To", "OrganId")).isEqualTo(CITY);
        assertThat(read.of("ToPlaces", "Place")).containsExactly("UBND thành phố", "Khu phố 1");
        assertThat(read.one("Attachment", "ContentTransferEncoded")).startsWith("JVBER");
        assertThat(journey.mails()).singleElement().asString().contains("khupho1@");
        assertThat(delivery("N01")).isEqualTo("EDXML SENT");
        assertThat(journey.waitsAt(plan + "-N01")).containsExactly("confirmReceipt");
    }

    @Test
    void whatTheSystemSaysIsTheStateOfTheCopyAndNeverGoesBack() throws IOException {
        answers("01", "");
        assertThat(delivery("N01")).isEqualTo("EDXML SENT");
        answers("03", "số 15");
        assertThat(delivery("N01")).isEqualTo("EDXML RECEIVED");
        assertThat(journey.ended(plan + "-N01")).isTrue();
        answers("05", "");
        assertThat(delivery("N01")).isEqualTo("EDXML READ");
        answers("04", "");
        assertThat(note()).isEqualTo("Hệ thống nơi nhận: đang xử lý");
        assertThat(journey.download("vanthu", "/ke-hoach/" + plan)).asString().contains("đã vào sổ (số 15)");
    }

    @Test
    void aRefusalIsTheClerksWorkOnce() throws IOException {
        answers("02", "thiếu phụ lục");
        answers("02", "thiếu phụ lục");

        assertThat(delivery("N01")).isEqualTo("EDXML REFUSED");
        assertThat(journey.waitsAt(plan + "-N01")).containsExactly("deliverByHand");
        journey.does(
                "vanthu",
                plan + "-N01",
                "deliverByHand",
                Map.of("verdict", "RESEND", "address", "ubnd@thanhpho.mau.example"));
        assertThat(delivery("N01")).isEqualTo("MAIL SENT");
    }

    @Test
    void aRecallIsAPackageTooAndTheSystemAgrees() throws IOException {
        answers("03", "");
        journey.database().sql("""
                insert into recall (plan, reason, recalled_by, recalled_at) values (?, 'Sai căn cứ', 'vanthu', now())""").param(plan).update();
        journey.database().sql("""
                insert into delivery (id, plan, line, unit, subject, recipient, address, document, channel, state, told_until, follows)
                select id || '-TH', plan, line, unit, subject, recipient, address, document, channel, 'WAITING', now(), id
                from delivery where id = ?""").param(plan + "-N01").update();
        agencies.send(deliveries.get(plan + "-N01-TH"));

        var recalled = Edxml.all(outbox).stream()
                .filter(read -> read.one("Bussiness", "BussinessDocType").equals("1"))
                .toList();
        assertThat(recalled).singleElement().satisfies(read -> {
            assertThat(read.one("MessageHeader", "DocumentId")).isEqualTo(ID);
            assertThat(read.one("Bussiness", "BussinessDocReason")).isEqualTo("Sai căn cứ");
            assertThat(read.xml().getElementsByTagNameNS("*", "Attachment").getLength())
                    .isZero();
        });
        answers("13", "");
        answers("16", "đã thực hiện");
        assertThat(delivery("N01")).isEqualTo("EDXML RECEIVED");
        assertThat(note()).contains("không đồng ý thu hồi", "đã thực hiện");
    }

    @Test
    void anAgreedRecallIsTakenBack() throws IOException {
        answers("15", "");

        assertThat(delivery("N01")).isEqualTo("EDXML RECALLED");
    }

    @Test
    void aReplacementIsAPackageThatNamesWhatItReplaces() {
        journey.issued(with(
                with(draft(), "duties", List.of()),
                "recipients",
                List.of(Map.of("text", "Lưu: VT", "role", "ARCHIVE"))));
        new Visitor(port, "vanthu")
                .answerTo(
                        "POST",
                        "/ke-hoach/" + plan + "/thu-hoi",
                        "application/x-www-form-urlencoded",
                        "reason=Sai&replacement=02/KH-UBND");
        journey.settle();

        var replacing = Edxml.all(outbox).stream()
                .filter(read -> read.one("Bussiness", "BussinessDocType").equals("3"))
                .toList();
        assertThat(replacing).singleElement().satisfies(read -> {
            assertThat(read.one("MessageHeader", "DocumentId")).isEqualTo(US + ",2023/02/10,02/KH-UBND");
            assertThat(read.one("To", "OrganId")).isEqualTo(CITY);
            assertThat(read.one("ReplacementInfo", "DocumentId")).isEqualTo(ID);
            assertThat(read.one("ReplacementInfo", "OrganId")).isEqualTo(CITY);
            assertThat(read.one("Attachment", "ContentTransferEncoded")).startsWith("JVBER");
        });
        assertThat(delivery("N01-TH")).isEqualTo("EDXML SENT");
    }

    @Test
    void whoNeverGotItCannotAnswerForIt() throws IOException {
        Files.writeString(inbox.resolve("x.edxml"), Edxml.answer(ID, "000.00.99.H41", "03", ""));
        Files.writeString(
                inbox.resolve("y.edxml"), Edxml.answer("000.00.77.H41,2023/02/10,01/KH-UBND", CITY, "03", ""));

        exchange.receive(agencies::take);

        assertThat(delivery("N01")).isEqualTo("EDXML SENT");
        assertThat(inbox.resolve("left-to-a-person").resolve("x.edxml")).exists();
        assertThat(inbox.resolve("left-to-a-person").resolve("y.edxml")).exists();
    }

    @Test
    void aFolderThatIsAwayIsTriedAgainAndThenTheClerksWork() throws IOException {
        FileSystemUtils.deleteRecursively(outbox);
        plan = issued();
        assertThat(delivery("N01")).isEqualTo("EDXML WAITING");
        journey.until("2023-02-10T10:05");
        assertThat(delivery("N01")).isEqualTo("EDXML REFUSED");
        assertThat(journey.waitsAt(plan + "-N01")).containsExactly("deliverByHand");
    }

    @Autowired
    Deliveries deliveries;

    private void answers(String code, String words) throws IOException {
        Files.writeString(inbox.resolve("tra-loi.edxml"), Edxml.answer(ID, CITY, code, words));
        exchange.receive(agencies::take);
    }

    private String delivery(String line) {
        var delivery = deliveries.get(plan + "-" + line);
        return delivery.channel() + " " + delivery.state();
    }

    private String note() {
        return deliveries.get(plan + "-N01").note();
    }
}
