package vn.tiendo.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.StartRefused;
import vn.tiendo.paper.PrintedPaper;
import vn.tiendo.signing.Finding.State;

/** A plan as the office writes it is signed by the Phó Chủ tịch and sealed by the committee; whatever happens to it later shows. */
class SignaturesTest {

    private static final Clock CLOCK =
            Clock.fixed(OffsetDateTime.parse("2023-02-05T10:00:00+07:00").toInstant(), OfficeTime.ZONE);
    private static final Official SIGNER = new Official(
            "phochutich1",
            "Mẫu Thị Bình",
            "ubnd",
            Position.VICE_CHAIR,
            "Phó Chủ tịch",
            "a@b.example",
            null,
            "PHÓ CHỦ TỊCH");
    private static final Unit COMMITTEE =
            new Unit("ubnd", "UBND phường Mẫu", Unit.Kind.COMMITTEE, null, null, null, null, null, null, List.of());

    @TempDir
    static Path folder;

    private static Keys keys;
    private static byte[] paper;
    private static byte[] signed;

    @BeforeAll
    static void signOnce() {
        keys = sampleKeys(folder, CLOCK);
        paper = PrintedPaper.plan();
        signed = signing(keys).sign(paper, SIGNER.login(), SIGNER.name(), COMMITTEE.code());
    }

    private static Keys sampleKeys(Path in, Clock clock) {
        new SampleKeys(in.resolve("mau.p12"), "mau").ensure(List.of(SIGNER), COMMITTEE);
        var opened = new Keys(in.resolve("mau.p12").toString(), "mau", clock);
        opened.open();
        return opened;
    }

    private static Signing signing(Keys keys) {
        return new Signing(keys, new SignatureCheck(keys, CLOCK), CLOCK);
    }

    private static List<Finding> check(byte[] pdf) {
        return new SignatureCheck(keys, CLOCK).of(pdf, CLOCK.instant());
    }

    // What was signed ---------------------------------------------------------------------------------------------

    @Test
    void theLeaderSignsAndTheAgencySealsWhatHeSigned() {
        assertThat(check(signed))
                .containsExactly(
                        new Finding(
                                "Mẫu Thị Bình (chữ ký số mẫu)",
                                OffsetDateTime.parse("2023-02-05T10:00:00+07:00"),
                                State.VALID),
                        new Finding(
                                "UBND phường Mẫu (con dấu mẫu)",
                                OffsetDateTime.parse("2023-02-05T10:00:00+07:00"),
                                State.VALID));
        assertThat(new String(signed, 0, paper.length, StandardCharsets.ISO_8859_1))
                .isEqualTo(new String(paper, StandardCharsets.ISO_8859_1));
    }

    @Test
    void theLibraryPassesBothAsBaselineB() {
        var reports = validated(signed);

        assertThat(reports.getSimpleReport().getSignatureIdList()).hasSize(2).allSatisfy(id -> {
            assertThat(reports.getSimpleReport().getIndication(id)).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(reports.getSimpleReport().getSignatureFormat(id)).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        });
    }

    @Test
    void anotherReaderVerifiesItWhereItIsInstalled() throws Exception {
        var file = Files.write(folder.resolve("da-ky.pdf"), signed);
        var said = said("pdfsig", "-nocert", file.toString());
        assumeTrue(said != null, "pdfsig of poppler-utils is not installed");

        assertThat(said.split("Signature is Valid", -1)).as(said).hasSize(3);
        assertThat(said).contains("Mẫu Thị Bình", "UBND phường Mẫu", "ETSI.CAdES.detached", "Total document signed");
    }

    @Test
    void theSignedPaperIsStillPdfA() throws Exception {
        assertThat(PrintedPaper.faults(signed)).isEmpty();
    }

    @Test
    void theHandStandsBetweenTitleAndNameAndTheSealOverItsLeftThird() throws IOException {
        var place = SignaturePlace.above(SIGNER.name(), paper);

        assertThat(place.page()).isEqualTo(pages(paper));
        var title = PrintedPaper.place(paper, "PHÓ CHỦ TỊCH");
        var name = PrintedPaper.place(paper, "Mẫu Thị Bình");
        var hand = place.hand();
        assertThat((double) hand.top()).isGreaterThan(title.bottom() - 1);
        assertThat((double) hand.top() + hand.height()).isLessThan(name.bottom());
        assertThat(hand.left() + hand.width() / 2.0).isCloseTo(name.middle(), within(1.0));
        var seal = place.seal();
        assertThat(seal.left() + seal.width() - hand.left()).isCloseTo(hand.width() / 3, within(0.5f));
        assertThat(seal.top() + seal.height() / 2).isCloseTo(hand.top() + hand.height() / 2, within(0.5f));
        assertThat(seal.width()).isEqualTo(seal.height());
    }

    @Test
    void aNameThatIsNotOnThePaperIsNotSigned() {
        assertThatThrownBy(() -> signing(keys).sign(paper, SIGNER.login(), "Mẫu Văn Không", COMMITTEE.code()))
                .isInstanceOf(IllegalStateException.class);
    }

    // What happens afterwards -------------------------------------------------------------------------------------

    @Test
    void whatIsDrawnOverAPageAfterwardsIsFoundAlthoughTheLibraryPassesIt() throws IOException {
        var drawn = changed((document, page) -> {
            try (var stream = new PDPageContentStream(document, page, AppendMode.APPEND, false)) {
                stream.addRect(100, 100, 200, 200);
                stream.fill();
            }
        });
        var reports = validated(drawn);

        assertThat(reports.getSimpleReport().getSignatureIdList())
                .allSatisfy(id ->
                        assertThat(reports.getSimpleReport().getIndication(id)).isEqualTo(Indication.TOTAL_PASSED));
        assertThat(reports.getDiagnosticData().getSignatures())
                .allSatisfy(one -> assertThat(one.getPdfUndefinedChanges()).isNotEmpty());
        assertThat(check(drawn)).extracting(Finding::state).containsExactly(State.CHANGED, State.CHANGED);
    }

    @Test
    void whatIsDrawnBetweenTheTwoSignaturesIsFoundByTheFirst() throws IOException {
        var byLeader = theFirstRevision();
        var drawn = changed(byLeader, (document, page) -> {
            try (var stream = new PDPageContentStream(document, page, AppendMode.APPEND, false)) {
                stream.addRect(100, 100, 200, 200);
                stream.fill();
            }
        });
        var place = SignaturePlace.above(SIGNER.name(), paper);
        var sealed = signing(keys).sign(drawn, COMMITTEE.code(), place.page(), place.seal());

        assertThat(check(sealed)).extracting(Finding::state).containsExactly(State.CHANGED, State.VALID);
    }

    @Test
    void aNoteAddedAfterwardsIsFound() throws IOException {
        var noted = changed((document, page) -> {
            var note = new PDAnnotationText();
            note.setContents("Thêm sau khi ký");
            page.getAnnotations().add(note);
        });

        assertThat(check(noted)).extracting(Finding::state).containsExactly(State.CHANGED, State.CHANGED);
    }

    @Test
    void oneChangedByteIsFound() {
        var changed = signed.clone();
        changed[paper.length / 2] ^= 1;

        assertThat(check(changed)).isNotEmpty().extracting(Finding::state).isSubsetOf(State.CHANGED, State.UNREADABLE);
    }

    @Test
    void aBlankBehindTheEndIsFound() {
        var longer = Arrays.copyOf(signed, signed.length + 1);
        longer[signed.length] = ' ';

        assertThat(check(longer)).extracting(Finding::state).containsExactly(State.CHANGED, State.CHANGED);
    }

    @Test
    void aStrangersCertificateIsNoValidSignature(@TempDir Path elsewhere) {
        var strangers = sampleKeys(elsewhere, CLOCK);
        var theirs = signing(strangers).sign(paper, SIGNER.login(), SIGNER.name(), COMMITTEE.code());

        assertThat(check(theirs))
                .extracting(Finding::state)
                .containsExactly(State.UNKNOWN_SIGNER, State.UNKNOWN_SIGNER);
    }

    @Test
    void aPaperWithoutSignatureHasNoFindingAndWhatIsNoPaperSaysSo() {
        assertThat(check(paper)).isEmpty();
        assertThat(check("không phải PDF".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Finding(null, null, State.UNREADABLE));
    }

    // Keys --------------------------------------------------------------------------------------------------------

    @Test
    void aKeyThatNeverLeavesAnotherPlaceSignsThroughThePort() throws Exception {
        var store = KeyStore.getInstance(folder.resolve("mau.p12").toFile(), "mau".toCharArray());
        var secret = (PrivateKey) store.getKey("phochutich1", "mau".toCharArray());
        var certificate = (X509Certificate) store.getCertificate("phochutich1");
        var both = new Keys(folder.resolve("mau.p12").toString(), "mau", CLOCK);
        both.open();
        both.add(
                "phochutich9",
                new Remote(secret, certificate),
                keys.of("phochutich1").orElseThrow().picture());

        var bySomeoneElse = signing(both).sign(paper, "phochutich9", SIGNER.name(), COMMITTEE.code());

        assertThat(check(bySomeoneElse)).extracting(Finding::state).containsExactly(State.VALID, State.VALID);
    }

    private record Remote(PrivateKey key, X509Certificate certificate) implements SigningKey {

        @Override
        public List<X509Certificate> chain() {
            return List.of(certificate);
        }

        @Override
        public byte[] sign(byte[] sha256) {
            try {
                var signature = Signature.getInstance("NONEwithECDSA");
                signature.initSign(key);
                signature.update(sha256);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void withoutAFileAKeyOrAValidCertificateNothingIsSigned() {
        var none = new Keys("", "", CLOCK);
        none.open();
        var later = sampleKeys(folder, Clock.offset(CLOCK, Duration.ofDays(365L * 100)));

        assertThat(signing(keys).isPossibleFor("phochutich1", "ubnd")).isTrue();
        assertThat(signing(none).isPossibleFor("phochutich1", "ubnd")).isFalse();
        assertThat(signing(keys).isPossibleFor("chutich", "ubnd")).isFalse();
        assertThat(signing(later).isPossibleFor("phochutich1", "ubnd")).isFalse();
    }

    @Test
    void aKeystoreThatCannotBeUsedStopsTheStart(@TempDir Path elsewhere) throws IOException {
        sampleKeys(elsewhere, CLOCK);
        var file = elsewhere.resolve("mau.p12").toString();

        assertThatThrownBy(() -> new Keys(file, "khác", CLOCK).open())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("không mở được kho khóa");
        Files.delete(elsewhere.resolve("ubnd.png"));
        assertThatThrownBy(() -> new Keys(file, "mau", CLOCK).open())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("ubnd.png");
    }

    // Scans -------------------------------------------------------------------------------------------------------

    @Test
    void aScanIsAPdfThatEverybodyCanOpen() throws IOException {
        Scan.refuseUnreadable(paper);

        assertThatThrownBy(() -> Scan.refuseUnreadable("%PDF-1.7 hỏng".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("PDF mở được");
        for (var password : List.of("", "mật khẩu")) {
            assertThatThrownBy(() -> Scan.refuseUnreadable(locked(password)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("mật khẩu");
        }
    }

    private static byte[] locked(String password) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("chủ", password, new AccessPermission()));
            return written(document);
        }
    }

    // -------------------------------------------------------------------------------------------------------------

    private interface Change {
        void to(PDDocument document, PDPage page) throws IOException;
    }

    private static byte[] changed(Change change) throws IOException {
        return changed(signed, change);
    }

    /** Saved as an addition, which leaves what was signed untouched. */
    private static byte[] changed(byte[] pdf, Change change) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var page = document.getPage(document.getNumberOfPages() - 1);
            change.to(document, page);
            page.getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.getPages().getCOSObject().setNeedToBeUpdated(true);
            var out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static byte[] written(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static byte[] theFirstRevision() throws IOException {
        try (var document = Loader.loadPDF(signed)) {
            var range = document.getSignatureDictionaries().get(0).getByteRange();
            return Arrays.copyOf(signed, range[2] + range[3]);
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static Reports validated(byte[] pdf) {
        var trusted = new CommonTrustedCertificateSource();
        keys.known().forEach(certificate -> trusted.addCertificate(new CertificateToken(certificate)));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        var differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        var pages = new PdfBoxNativeObjectFactory();
        pages.setPdfDifferencesFinder(differences);
        var validator = new PDFDocumentValidator(new InMemoryDocument(pdf));
        validator.setPdfObjFactory(pages);
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(CLOCK.instant()));
        return validator.validateDocument();
    }

    private static String said(String... command) throws Exception {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return said;
        } catch (IOException notInstalled) {
            return null;
        }
    }
}
