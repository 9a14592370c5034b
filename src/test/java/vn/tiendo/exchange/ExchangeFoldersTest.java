package vn.tiendo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tiendo.engine.StartRefused;
import vn.tiendo.testing.Edxml;

/** Packages are whole and as the standard says; answers are taken once, and none is lost. */
class ExchangeFoldersTest {

    private static final String US = "000.00.15.H41";
    private static final String THEM = "000.00.00.H41";
    private static final DocumentId ID = new DocumentId(US, LocalDate.of(2026, 3, 9), "07/KH-UBND");

    @TempDir
    Path folder;

    private Path out;
    private Path in;
    private ExchangeFolders exchange;
    private final List<Answer> heard = new ArrayList<>();

    @BeforeEach
    void open() {
        out = folder.resolve("ra");
        in = folder.resolve("vao");
        exchange = new ExchangeFolders(out.toString(), in.toString());
    }

    @Test
    void aPackageIsAsTheStandardSaysAndReadsBack() throws IOException {
        exchange.send(document("Kế hoạch <số 07> & phụ lục\u0001", OutgoingDocument.Business.Kind.NEW));

        var read = Edxml.all(out).get(0);
        assertThat(read.of("From", "OrganId")).containsExactly(US);
        assertThat(read.of("To", "OrganId")).containsExactly(THEM);
        assertThat(read.of("Code", "*")).containsExactly("07", "KH-UBND");
        assertThat(read.of("PromulgationInfo", "*")).containsExactly("Mẫu", "2026/03/09");
        assertThat(read.of("MessageHeader", "Subject")).containsExactly("Kế hoạch <số 07> & phụ lục");
        assertThat(read.of("SignerInfo", "*"))
                .containsExactly("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Mẫu Thị Bình");
        assertThat(read.of("ToPlaces", "Place")).containsExactly("UBND thành phố Mẫu", "Lưu: VT");
        assertThat(read.of("MessageHeader", "DocumentId")).containsExactly("000.00.15.H41,2026/03/09,07/KH-UBND");
        assertThat(read.of("TraceHeader", "*")).containsExactly(US, "2026/03/09 10:00:00");
        assertThat(read.one("Bussiness", "BussinessDocType")).isEqualTo("0");
        assertThat(read.one("Attachment", "AttachmentName"))
                .isEqualTo("Ke-hoach-dac-biet-ve-phong-chong-thien-tai-nam.pdf");
        assertThat(Base64.getDecoder().decode(read.one("Attachment", "ContentTransferEncoded")))
                .containsExactly(1, 2, 3);
        assertThat(Files.readString(first(out))).contains("<edXML:Bussiness>");
    }

    /** After a crash the same package is written again; what half a one looked like nobody sees. */
    @Test
    void theSameDocumentTakesThePlaceOfTheFirstAndNothingElseIsLeft() throws IOException {
        exchange.send(document("Một", OutgoingDocument.Business.Kind.NEW));
        exchange.send(document("Hai", OutgoingDocument.Business.Kind.NEW));

        assertThat(names(out)).singleElement().asString().endsWith(".edxml");
        assertThat(Edxml.all(out).get(0).one("MessageHeader", "Subject")).isEqualTo("Hai");
        exchange.send(document("Hai", OutgoingDocument.Business.Kind.RECALL));
        assertThat(names(out)).hasSize(2);
    }

    @Test
    void aFolderThatIsGoneSaysSoAndOneThatCannotBeStopsTheStart() throws IOException {
        Files.delete(out);
        assertThatThrownBy(() -> exchange.send(document("Một", OutgoingDocument.Business.Kind.NEW)))
                .isInstanceOf(UncheckedIOException.class);
        var file = Files.writeString(folder.resolve("tep"), "");
        assertThatThrownBy(() -> new ExchangeFolders(file.toString(), ""))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("TIENDO_EDXML_OUTBOX");
        var closed = new ExchangeFolders("", "");
        assertThat(closed.isOpen()).isFalse();
        closed.receive(heard::add);
    }

    @ParameterizedTest
    @CsvSource({
        "Kế hoạch Đào tạo.pdf, Ke-hoach-Dao-tao.pdf",
        "07_KH-UBND.pdf, 07_KH-UBND.pdf",
        "../../x, x",
        "0123456789012345678901234567890123456789012345678901234567890123.pdf, 0123456789012345678901234567890123456789012345.pdf"
    })
    void namesOfFilesAreShortAndPlain(String name, String plain) {
        assertThat(AsciiName.of(name)).isEqualTo(plain).hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void everyStateOfTheStandardIsHeard() throws IOException {
        for (var code : List.of("01", "02", "03", "04", "05", "06", "13", "15", "16")) {
            arrives(code + ".edxml", Edxml.answer(ID.toString(), THEM, code, "lời " + code));
        }

        exchange.receive(heard::add);

        assertThat(heard).extracting(Answer::state).containsExactly(Answer.State.values());
        assertThat(heard.get(1)).isEqualTo(new Answer(ID, THEM, Answer.State.REFUSED, "lời 02"));
        assertThat(names(in.resolve("done"))).hasSize(9);
        exchange.receive(heard::add);
        assertThat(heard).hasSize(9);
    }

    @Test
    void whatCannotBeUsedIsSetAsideAndStopsNothing() throws IOException {
        var secret = Files.writeString(folder.resolve("bi-mat"), "MATKHAU");
        var good = Edxml.answer(ID.toString(), THEM, "03", "");
        arrives("a-hong.edxml", good.substring(0, 200));
        arrives("b-la.edxml", Edxml.answer(ID.toString(), THEM, "99", ""));
        arrives(
                "c-xxe.edxml",
                good.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>")
                        .replace("</edXML:Description>", "&e;</edXML:Description>"));
        arrives("d-id.edxml", Edxml.answer("07/KH-UBND", THEM, "03", ""));
        arrives("e-to.edxml", good + " ".repeat(1_000_001));
        arrives("f-rong.edxml", "");
        arrives("g-tot.edxml", good);
        Files.writeString(in.resolve("dang-ghi.tmp"), "half");

        exchange.receive(heard::add);

        assertThat(heard).singleElement().isEqualTo(new Answer(ID, THEM, Answer.State.REGISTERED, ""));
        assertThat(names(in.resolve("left-to-a-person")))
                .containsExactly(
                        "a-hong.edxml", "b-la.edxml", "c-xxe.edxml", "d-id.edxml", "e-to.edxml", "f-rong.edxml");
        assertThat(in.resolve("dang-ghi.tmp")).exists();
    }

    @Test
    void aForeignAnswerIsSetAsideAndOneThatCouldNotBeTakenNowComesAgain() throws IOException {
        arrives("a.edxml", Edxml.answer(ID.toString(), THEM, "03", ""));
        exchange.receive(answer -> {
            throw new IllegalStateException("database away");
        });
        assertThat(in.resolve("a.edxml")).exists();

        exchange.receive(answer -> false);
        assertThat(names(in.resolve("left-to-a-person"))).containsExactly("a.edxml");
        arrives("a.edxml", Edxml.answer(ID.toString(), THEM, "04", ""));
        exchange.receive(answer -> false);
        assertThat(names(in.resolve("left-to-a-person"))).hasSize(2);
    }

    private static OutgoingDocument document(String subject, OutgoingDocument.Business.Kind kind) {
        return new OutgoingDocument(
                new OutgoingDocument.Agency(US, "UBND phường Mẫu"),
                new OutgoingDocument.Agency(THEM, "UBND thành phố Mẫu"),
                ID,
                "Mẫu",
                "Kế hoạch",
                subject,
                new OutgoingDocument.Signer("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Mẫu Thị Bình"),
                List.of("UBND thành phố Mẫu", "Lưu: VT"),
                OffsetDateTime.parse("2026-03-09T10:00:00+07:00"),
                new OutgoingDocument.Business(kind, "", null),
                new OutgoingDocument.Attachment(
                        "Kế hoạch đặc biệt về phòng chống thiên tai năm hai nghìn không trăm hai mươi sáu.pdf",
                        "application/pdf",
                        new byte[] {1, 2, 3}));
    }

    private void arrives(String name, String content) throws IOException {
        Files.writeString(in.resolve(name), content);
    }

    private static Path first(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
