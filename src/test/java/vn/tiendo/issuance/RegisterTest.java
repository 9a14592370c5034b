package vn.tiendo.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.testing.Samples.quietDraft;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiendo.document.NumberRegister;
import vn.tiendo.document.Series;
import vn.tiendo.plan.PlanPapers;
import vn.tiendo.plan.Plans;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;
import vn.tiendo.testing.Visitor;

/** Sổ đăng ký văn bản đi: every number is in it, also a void one; none is missing and none comes twice. */
@ProcessTest
class RegisterTest {

    @Autowired
    Journey journey;

    @Autowired
    Register register;

    @Autowired
    NumberRegister numbers;

    @Autowired
    PlanPapers papers;

    @Autowired
    Plans plans;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private String plan;

    @BeforeEach
    void onePlanIsIssued() {
        plan = journey.after("2023-02-10T09:00", this, () -> journey.issued(quietDraft(List.of())));
    }

    @Test
    void aVoidNumberStaysWithItsReasonAndIsNotGivenAgain() {
        assertThat(voids("vanthu", "Ghi nhầm sổ")).isEqualTo("302");

        assertThat(register.lines(2023, Series.KH)).singleElement().satisfies(line -> {
            assertThat(line.code()).isEqualTo("01/KH-UBND");
            assertThat(line.voidReason()).isEqualTo("Ghi nhầm sổ");
            assertThat(line.voidedBy()).isEqualTo("Mẫu Thị Giang");
        });
        assertThat(journey.database()
                        .sql("select detail from plan_event where plan = ? and action = 'numberVoided'")
                        .param(plan)
                        .query(String.class)
                        .single())
                .isEqualTo("01/KH-UBND");

        journey.issued(quietDraft(List.of()));
        assertThat(register.lines(2023, null))
                .extracting(Register.Line::code)
                .containsExactly("01/KH-UBND", "02/KH-UBND");
    }

    @Test
    void onlyTheClerkVoidsAndOnlyWithAReasonAndOnce() {
        assertThat(voids("chuyenvien", "Nhầm")).isEqualTo("403");
        assertThat(voids("quantri", "Nhầm")).isEqualTo("403");
        assertThat(voids("vanthu", " ")).isEqualTo("302");
        assertThat(register.lines(2023, Series.KH)).noneMatch(Register.Line::isVoid);

        voids("vanthu", "Lần đầu");
        voids("vanthu", "Lần sau");

        assertThat(register.lines(2023, Series.KH))
                .extracting(Register.Line::voidReason)
                .containsExactly("Lần đầu");
    }

    @Test
    void noLineLeavesTheRegister() {
        for (var change : List.of(
                "delete from registered_document",
                "update registered_document set sequence = 9",
                "update registered_document set code = '09/KH-UBND'")) {
            assertThatThrownBy(() -> journey.database().sql(change).update()).hasMessageContaining("stays");
        }
    }

    @Test
    void theSpreadsheetHasEveryLine() throws IOException {
        voids("vanthu", "Ghi nhầm sổ");
        try (var book = new XSSFWorkbook(
                new ByteArrayInputStream(journey.download("vanthu", "/so-van-ban/2023.xlsx?series=KH")))) {
            var sheet = book.getSheetAt(0);
            var row = IntStream.range(0, 8)
                    .mapToObj(column -> sheet.getRow(3).getCell(column).getStringCellValue())
                    .toList();

            assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("SỔ ĐĂNG KÝ VĂN BẢN ĐI (Kế hoạch) NĂM 2023");
            assertThat(row)
                    .startsWith(
                            "01/KH-UBND", "10/02/2023", "Thực hiện Quy chế dân chủ ở cơ sở năm 2023", "Mẫu Thị Bình")
                    .endsWith("Số đã hủy: Ghi nhầm sổ");
            assertThat(sheet.getLastRowNum()).isEqualTo(3);
        }
    }

    @Test
    void thePrintedRegisterHasEveryLine() throws IOException {
        voids("vanthu", "Ghi nhầm sổ");
        try (var pdf = Loader.loadPDF(journey.download("vanthu", "/so-van-ban/2023.pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("SỔ ĐĂNG KÝ VĂN BẢN ĐI NĂM 2023", "01/KH-UBND", "10/02/2023", "Số đã hủy: Ghi nhầm sổ");
            assertThat(pdf.getPage(0).getMediaBox().getWidth())
                    .isGreaterThan(pdf.getPage(0).getMediaBox().getHeight());
        }
    }

    @Test
    void thePageIsForTheOfficeTheLeadersAndTheClerk() {
        assertThat(new String(journey.download("vanthu", "/so-van-ban?year=2023"), StandardCharsets.UTF_8))
                .contains("01/KH-UBND", "Hủy số này");
        assertThat(new String(journey.download("chutich", "/so-van-ban?year=2023&series=KH"), StandardCharsets.UTF_8))
                .contains("01/KH-UBND")
                .doesNotContain("Hủy số này");
        assertThat(new Visitor(port, "cbvhxh").answerTo("GET", "/so-van-ban")).isEqualTo("403");
        assertThat(new Visitor(port, "vanthu").answerTo("GET", "/so-van-ban?series=XX"))
                .isEqualTo("404");
    }

    @Test
    void aSymbolCountsFromTheNextNumberOnAndChangesNoneThatWasGiven() {
        assertThat(sets("KH", "KH-UBND.MẪU")).contains("“KH-UBND.MẪU” không dùng làm ký hiệu được");
        assertThat(sets("KH", "KH-UBNDĐM")).contains("02/KH-UBNDĐM", "từ 01/KH-UBND đến 01/KH-UBND");

        var next =
                (String) journey.propose("cbvhxh", Samples.proposal()).getBody().get("businessKey");
        journey.does("cbvhxh", next, "draftPlan", quietDraft(List.of()));
        assertThat(papers.plan(plans.get(next)).code()).isEqualTo("/KH-UBNDĐM");
        journey.issued(quietDraft(List.of()));

        assertThat(register.lines(2023, Series.KH))
                .extracting(Register.Line::code)
                .containsExactly("01/KH-UBND", "02/KH-UBNDĐM");
        assertThat(voids("vanthu", "Ghi nhầm sổ")).isEqualTo("302");
        assertThat(register.lines(2023, Series.KH).get(0).code()).isEqualTo("01/KH-UBND");
    }

    @Test
    void aSymbolSaysKindAndIssuer() {
        var wrong = Map.of(
                "KH-", "“KH-” không dùng làm ký hiệu được",
                "kh-ubnd", "“kh-ubnd” không dùng làm ký hiệu được",
                "KH UBND", "“KH UBND” không dùng làm ký hiệu được",
                "KHUBND", "“KHUBND” không dùng làm ký hiệu được",
                "BC-UBND", "Ký hiệu của Kế hoạch bắt đầu bằng “KH-”",
                " ", "Hãy nhập “Ký hiệu”.",
                "KH-UBND-UBND-UBND-UBND-UBND-UBND", "dài quá 30 ký tự");
        wrong.forEach((symbol, sentence) -> assertThat(sets("KH", symbol)).contains(sentence));
        assertThat(sets("CV", "BC-VP")).contains("ký hiệu công văn chỉ ghi cơ quan ban hành và đơn vị soạn thảo");
        assertThat(sets("CV", "UBND-VP.TH")).contains("01/UBND-VP.TH");
        assertThat(journey.database()
                        .sql("select series || ' ' || symbol from series_symbol")
                        .query(String.class)
                        .list())
                .containsExactly("CV UBND-VP.TH");
    }

    @Test
    void aYearBegunOnPaperGoesOnHereUntilItsFirstNumberIsGiven() {
        assertThat(begins("BC", "14")).contains("14/BC-UBND");
        assertThat(begins("BC", "12")).contains("12/BC-UBND");
        assertThat(begins("BC", "0")).contains("“0” không phải là số văn bản");
        assertThat(begins("KH", "14"))
                .contains("Năm 2023 đã cấp đến số 01/KH-UBND trên hệ thống nên không đổi được số đầu tiên.")
                .contains("02/KH-UBND");
    }

    @Test
    void theFirstNumberWaitsForTheOneBeingGiven() throws Exception {
        var answer = transaction.execute(status -> {
            numbers.registerNext("ubnd", Series.CV, "CV-1", LocalDate.of(2023, 2, 10), "Đôn đốc", "chutich");
            var other = CompletableFuture.supplyAsync(() -> begins("CV", "9"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> journey.database()
                            .sql("select exists (select from pg_locks where not granted)")
                            .query(Boolean.class)
                            .single());
            return other;
        });

        assertThat(answer.get(20, TimeUnit.SECONDS)).contains("Năm 2023 đã cấp đến số 01/UBND-VP", "02/UBND-VP");
    }

    private String sets(String series, String symbol) {
        return posts("/ky-hieu", "series=" + series + "&symbol=" + URLEncoder.encode(symbol, StandardCharsets.UTF_8));
    }

    private String begins(String series, String first) {
        return posts("/ky-hieu/so-dau", "series=" + series + "&first=" + first);
    }

    /** @return the page that follows */
    private String posts(String path, String form) {
        var administrator = new Visitor(port, "quantri").keepsCookies();
        assertThat(administrator.answerTo("POST", path, "application/x-www-form-urlencoded", form))
                .isEqualTo("302");
        return administrator.reads("/ky-hieu");
    }

    private String voids(String login, String reason) {
        return new Visitor(port, login)
                .answerTo(
                        "POST",
                        "/so-van-ban/2023/KH/1/huy",
                        "application/x-www-form-urlencoded",
                        "reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8));
    }
}
