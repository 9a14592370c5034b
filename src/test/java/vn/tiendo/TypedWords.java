package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ElementState;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import vn.tiendo.testing.BusyOffice;
import vn.tiendo.testing.Chromium;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.Visitor;

/** Words that would be run as HTML, as AngularJS, as a template or as an expression, in every text of an office; short enough for a number. */
final class TypedWords {

    static final String HOSTILE = "<img src=x onerror=alert()>{{9973*83}}${9973*83}";

    private static final String RUN = "827759";
    private static final String SHOWN = "<img src=x";

    private final Journey journey;
    private final int port;
    private final BusyOffice office;

    TypedWords(Journey journey, int port, BusyOffice office) {
        this.journey = journey;
        this.port = port;
        this.office = office;
    }

    void areOnlyWordsOnPages() {
        var report = "/bao-cao/" + office.issued + "-K01-vanHoaXaHoi";
        var letters = journey.database()
                .sql("select '/thu-di/' || id from outgoing_mail where plan = ? order by created_at, id limit 10")
                .param(office.issued)
                .query(String.class)
                .list();
        var reader = new Visitor(port, "chuyenvien");
        var pages = List.of(
                "/ke-hoach",
                "/ke-hoach/" + office.issued,
                "/ke-hoach/" + office.waitsAt("reviewDraft"),
                "/ke-hoach/" + office.waitsAt("draftPlan") + "/du-thao",
                report,
                "/cua-don-vi?don-vi=khuPho1",
                "/thu-di",
                "/so-van-ban");
        pages.forEach(path -> assertThat(reader.reads(path)).as(path).contains("&lt;img src=x"));
        Stream.concat(pages.stream(), letters.stream())
                .forEach(path -> assertThat(reader.reads(path)).as(path).doesNotContain(SHOWN, RUN));
    }

    void areOnlyWordsInMails() throws Exception {
        var mails = journey.received().toList();
        assertThat(mails).hasSizeGreaterThan(10).anyMatch(mail -> html(mail).contains("&lt;img src=x"));
        for (var mail : mails) {
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getSubject()).doesNotContain("\n", "\r", RUN);
            assertThat(html(mail)).doesNotContain(SHOWN, RUN);
        }
    }

    private static String html(Part part) {
        try {
            if (part.isMimeType("text/html")) {
                return (String) part.getContent();
            }
            var all = new StringBuilder();
            if (part.getContent() instanceof Multipart parts) {
                for (var at = 0; at < parts.getCount(); at++) {
                    all.append(html(parts.getBodyPart(at)));
                }
            }
            return all.toString();
        } catch (jakarta.mail.MessagingException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void areOnlyWordsOnPapers() throws Exception {
        var plan = "/api/plans/" + office.issued + "/papers/";
        for (var paper : List.of(
                plan + "ke-hoach",
                plan + "phieu-trinh",
                "/api/reports/" + office.issued + "-K01-vanHoaXaHoi/paper",
                "/api/rounds/" + office.issued + "-K03/paper")) {
            try (var pdf = Loader.loadPDF(journey.download("chuyenvien", paper + ".pdf"))) {
                assertThat(new PDFTextStripper().getText(pdf))
                        .as(paper)
                        .contains("src=x")
                        .doesNotContain(RUN);
                assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
                assertThat(pdf.getDocumentCatalog().getNames() == null
                                || pdf.getDocumentCatalog().getNames().getJavaScript() == null)
                        .isTrue();
            }
            var file = journey.download("chuyenvien", paper + ".docx");
            try (var word = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(file)))) {
                assertThat(word.getText())
                        .as(paper)
                        .contains(SHOWN, "${9973*83}")
                        .doesNotContain(RUN);
            }
            assertThat(parts(file)).as(paper).doesNotContain("TargetMode=\"External\"");
        }
    }

    /** Names of its entries and the relationships of a Word file. */
    private static String parts(byte[] zip) throws java.io.IOException {
        var all = new StringBuilder();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entry.getName()).doesNotContain("..", "\\").doesNotStartWith("/");
                if (entry.getName().endsWith(".rels")) {
                    all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }

    void areOnlyWordsInCalendarAndArchive() throws Exception {
        var visitor = new Visitor(port, "khupho1").keepsCookies();
        visitor.answerTo("POST", "/cua-don-vi/lich");
        var address = visitor.reads("/cua-don-vi").replaceAll("(?s).*(/lich-viec/[^\"<]+\\.ics).*", "$1");
        var calendar = new Visitor(port, null).reads(address);
        assertThat(calendar.lines()).allMatch(line -> line.startsWith(" ") || line.matches("[A-Z-]+[:;].*"));
        assertThat(Biweekly.parse(calendar).first().getEvents())
                .anyMatch(event -> event.getSummary().getValue().contains(SHOWN));
        parts(journey.download("chuyenvien", "/api/plans/" + office.sealed + "/archive.zip"));
    }

    /** A cell that begins with "=" is text and no formula. */
    void areOnlyWordsInSpreadsheets() throws Exception {
        var file = journey.download("vanthu", "/so-van-ban/2023.xlsx");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var cells = new ArrayList<Cell>();
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cells::add)));
            assertThat(cells).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
            assertThat(cells.stream().map(Cell::toString)).anyMatch(text -> text.startsWith("=1+1"));
        }
    }

    void areOnlyWordsInTasklist() {
        var people = Map.of(
                "phochutich1", List.of("approvePlan", "approveConsolidation"),
                "chuyenvien", List.of("acceptReport", "verifyScore", "verifyResult"),
                "khupho1", List.of("handInReport"));
        try (var browser = new Chromium()) {
            // the files of Tasklist stay in the browser
            var context = browser.context();
            people.forEach((login, steps) -> {
                context.clearCookies();
                var page = context.newPage();
                var dialogs = new ArrayList<String>();
                page.onDialog(dialog -> {
                    dialogs.add(dialog.message());
                    dialog.dismiss();
                });
                page.navigate("http://localhost:" + port + "/dang-nhap");
                page.getByLabel("Tên đăng nhập").fill(login);
                page.getByLabel("Mật khẩu").fill(Journey.PASSWORD);
                page.getByRole(AriaRole.BUTTON).first().click();
                page.getByText("Việc của tôi").first().waitFor();
                for (var step : steps) {
                    var before = page.querySelector(".td-form");
                    page.evaluate("address => location.hash = address", "#/?task=" + office.task(step));
                    if (before != null) {
                        before.waitForElementState(ElementState.HIDDEN);
                    }
                    page.locator(".td-form .td-actions button").first().waitFor();
                    assertThat(page.innerText("body")).as(step).contains(SHOWN).doesNotContain(RUN);
                    assertThat(page.locator("img[src=x], [onerror]").count())
                            .as(step)
                            .isZero();
                }
                assertThat(dialogs).as(login).isEmpty();
                page.close();
            });
        }
    }
}
