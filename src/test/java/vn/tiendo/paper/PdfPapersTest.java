package vn.tiendo.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.tiendo.paper.Paper.Kind;
import vn.tiendo.paper.Paper.Paragraph;
import vn.tiendo.paper.Print.Piece;
import vn.tiendo.testing.SamplePapers;

/** Decree 30/2020/NĐ-CP, annex I, read back from the pages: places, sizes and styles, in millimetres and points. */
class PdfPapersTest {

    private static final double LEFT = 30;
    private static final double RIGHT = 195;
    private static final double TOP = 20;
    private static final double BOTTOM = 277;
    private static final double MIDDLE = (LEFT + RIGHT) / 2;

    private static final PdfPapers PAPERS = papers();

    private static final Map<Kind, byte[]> PDFS =
            SamplePapers.all().stream().collect(Collectors.toMap(Paper::kind, PAPERS::pdf));

    private static final Print PLAN = Print.of(PDFS.get(Kind.PLAN));

    /** A renderer as the application has it, without the application. */
    static PdfPapers papers() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return new PdfPapers(engine);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UBND THÀNH PHỐ MẪU                 | LiberationSerif            | 13
            ỦY BAN NHÂN DÂN                    | LiberationSerif-Bold       | 13
            PHƯỜNG MẪU                         | LiberationSerif-Bold       | 13
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | LiberationSerif-Bold       | 13
            Độc lập - Tự do - Hạnh phúc        | LiberationSerif-Bold       | 14
            Số: 05/KH-UBND                     | LiberationSerif            | 13
            Mẫu, ngày 05 tháng 02 năm 2023     | LiberationSerif-Italic     | 14
            KẾ HOẠCH                           | LiberationSerif-Bold       | 14
            Thực hiện Quy chế dân chủ          | LiberationSerif-Bold       | 14
            Căn cứ Luật                        | LiberationSerif-Italic     | 14
            I. MỤC ĐÍCH, YÊU CẦU               | LiberationSerif-Bold       | 14
            1. Mục đích                        | LiberationSerif-Bold       | 14
            Các đơn vị niêm yết                | LiberationSerif            | 14
            TT                                 | LiberationSerif-Bold       | 12
            I. Nhóm nhiệm vụ 1                 | LiberationSerif-Bold       | 12
            Việc 1:                            | LiberationSerif            | 12
            Nơi nhận:                          | LiberationSerif-BoldItalic | 12
            - UBND thành phố Mẫu               | LiberationSerif            | 11
            TM. ỦY BAN NHÂN DÂN                | LiberationSerif-Bold       | 14
            PHÓ CHỦ TỊCH                       | LiberationSerif-Bold       | 14
            Mẫu Thị Bình                       | LiberationSerif-Bold       | 14""")
    void everyPartHasItsStyleAndSize(String text, String font, double size) {
        var piece = PLAN.find(text);

        assertThat(piece.font()).isEqualTo(font);
        assertThat(piece.size()).isEqualTo(size, within(0.05));
    }

    @Test
    void thePartsStandInTheOrderOfTheDecree() {
        assertThat(Stream.of(
                                "UBND THÀNH PHỐ MẪU",
                                "ỦY BAN NHÂN DÂN",
                                "PHƯỜNG MẪU",
                                "Số: 05/KH-UBND",
                                "KẾ HOẠCH",
                                "Thực hiện Quy chế",
                                "Căn cứ Luật",
                                "Căn cứ Nghị định",
                                "I. MỤC ĐÍCH",
                                "II. MỤC ĐÍCH",
                                "Phân công nhiệm vụ",
                                "Chế độ báo cáo",
                                "Trên đây",
                                "TM. ỦY BAN NHÂN DÂN",
                                "KT. CHỦ TỊCH",
                                "PHÓ CHỦ TỊCH",
                                "Mẫu Thị Bình")
                        .map(PLAN::find))
                .isSortedAccordingTo(Comparator.comparingInt(Piece::page).thenComparingDouble(Piece::y));
        assertThat(PLAN.find("CỘNG HÒA").y())
                .isCloseTo(PLAN.find("UBND THÀNH PHỐ").y(), within(0.5));
        assertThat(PLAN.find("Mẫu, ngày").y()).isCloseTo(PLAN.find("Số:").y(), within(1.0));
        assertThat(PLAN.find("Nơi nhận:").y()).isCloseTo(PLAN.find("TM. ỦY BAN").y(), within(1.0));
    }

    @Test
    void theHeadStandsInTwoColumns() {
        for (var left : List.of("UBND THÀNH PHỐ", "ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU", "Số: 05")) {
            assertThat(middle(PLAN.find(left))).isCloseTo(LEFT + 165 * 0.39 / 2, within(0.5));
        }
        for (var right : List.of("CỘNG HÒA", "Độc lập", "Mẫu, ngày")) {
            assertThat(middle(PLAN.find(right))).isCloseTo(LEFT + 165 * 1.39 / 2, within(0.5));
        }
        assertThat(middle(PLAN.find("KẾ HOẠCH"))).isCloseTo(MIDDLE, within(0.5));
    }

    @Test
    void theLinesBelowTheHeadHaveTheirLengths() {
        var motto = PLAN.find("Độc lập");
        var issuer = PLAN.find("ỦY BAN NHÂN DÂN");
        var subject = PLAN.find("Thực hiện Quy chế");

        assertThat(below(motto).width()).isCloseTo(motto.right() - motto.left(), within(0.5));
        for (var line : List.of(issuer, PLAN.find("PHƯỜNG MẪU"))) {
            assertThat(below(PLAN.find("PHƯỜNG MẪU")).width())
                    .isBetween((line.right() - line.left()) / 3, (line.right() - line.left()) / 2);
        }
        assertThat(below(subject).width())
                .isBetween((subject.right() - subject.left()) / 3, (subject.right() - subject.left()) / 2);
    }

    private static Print.Stroke below(Piece piece) {
        return PLAN.strokes().stream()
                .filter(stroke -> stroke.page() == piece.page() && stroke.height() < 1)
                .filter(stroke -> stroke.top() > piece.y() && stroke.top() < piece.y() + 5)
                .filter(stroke -> Math.abs(stroke.left() + stroke.width() / 2 - middle(piece)) < 1)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line below " + piece));
    }

    private static double middle(Piece piece) {
        return (piece.left() + piece.right()) / 2;
    }

    @ParameterizedTest
    @EnumSource
    void nothingStandsInTheMargins(Kind kind) {
        var print = Print.of(PDFS.get(kind));

        assertThat(print.pieces()).isNotEmpty().allSatisfy(piece -> {
            assertThat(piece.left()).as("%s", piece).isGreaterThanOrEqualTo(LEFT - 0.1);
            assertThat(piece.right()).as("%s", piece).isLessThanOrEqualTo(RIGHT + 0.1);
            assertThat(piece.y()).as("%s", piece).isLessThanOrEqualTo(BOTTOM);
            if (!isPageNumber(piece)) {
                assertThat(piece.y()).as("%s", piece).isGreaterThanOrEqualTo(TOP);
            }
        });
    }

    private static boolean isPageNumber(Piece piece) {
        return piece.text().equals(String.valueOf(piece.page())) && piece.y() < TOP;
    }

    @Test
    void aParagraphBeginsIndentedAndFillsItsLines() {
        var paragraph = PLAN.find("Các đơn vị niêm yết");

        assertThat(paragraph.left()).isCloseTo(LEFT + 12.7, within(0.1));
        assertThat(paragraph.right()).isCloseTo(RIGHT, within(0.2));
        assertThat(PLAN.find("Căn cứ Luật").left()).isCloseTo(LEFT + 12.7, within(0.1));
    }

    @Test
    void linesAndParagraphsHaveTheirDistances() {
        var lines = PLAN.pieces().stream()
                .filter(piece -> piece.page() == 1
                        && Math.abs(piece.size() - 14) < 0.05
                        && piece.y() > PLAN.find("1. Mục đích").y() + 1)
                .map(Piece::y)
                .sorted()
                .limit(3)
                .toList();
        var paragraphs = PLAN.find("1. Mục đích").y() - PLAN.find("I. MỤC ĐÍCH").y();

        assertThat((lines.get(1) - lines.get(0)) * Print.MM).isBetween(14 * 1.1, 14 * 1.5 * 1.15);
        assertThat((paragraphs - (lines.get(1) - lines.get(0))) * Print.MM).isGreaterThanOrEqualTo(5.9);
    }

    @Test
    void everyBaseEndsWithASemicolonAndTheLastWithAStop() {
        var text = text(PLAN);

        assertThat(text).contains("Căn cứ Luật Thực hiện dân chủ ở cơ sở;", "ngày 09/01/2015 của Chính phủ.");
    }

    @ParameterizedTest
    @EnumSource
    void theTextEndsOnceWithItsMark(Kind kind) {
        assertThat(text(Print.of(PDFS.get(kind)))).containsOnlyOnce("./.");
    }

    @Test
    void theLinesOfNoiNhanEndAsTheyMust() {
        assertThat(text(PLAN))
                .contains("- UBND thành phố Mẫu (b/c);", "- Khu phố 1, 2, 3, 4 (t/h);", "- Lưu: VT, VHXH.");
    }

    @Test
    void pagesAreNumberedFromTheSecondOn() {
        assertThat(PLAN.pages()).isGreaterThan(2);
        var numbers = PLAN.pieces().stream().filter(piece -> piece.y() < TOP).toList();

        assertThat(numbers)
                .extracting(Piece::text)
                .containsExactlyElementsOf(IntStream.rangeClosed(2, PLAN.pages())
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(numbers).allSatisfy(number -> {
            assertThat(middle(number)).isCloseTo(MIDDLE, within(0.5));
            assertThat(number.size()).isEqualTo(13, within(0.05));
            assertThat(number.font()).isEqualTo("LiberationSerif");
        });
    }

    @Test
    void theTaskTableRepeatsItsHeaderAndBreaksNoRow() {
        var table = Print.of(PAPERS.pdf(SamplePapers.plan(1, 60)));
        var pages = table.pieces().stream()
                .filter(piece -> piece.text().startsWith("Việc "))
                .map(Piece::page)
                .collect(Collectors.toSet());

        assertThat(pages.size()).isGreaterThan(2);
        assertThat(table.all("Nhiệm vụ")).extracting(Piece::page).containsExactlyInAnyOrderElementsOf(pages);
        for (var number = 1; number <= 60; number++) {
            var first = table.find("Việc " + number + ":");
            assertThat(table.pieces().stream()
                            .filter(piece -> piece.page() == first.page()
                                    && Math.abs(piece.y() - first.y()) < 0.5
                                    && piece.text().equals("Quý II/2023")))
                    .as("row %d", number)
                    .hasSize(1);
        }
        assertThat(table.all("a)").get(0).y()).isEqualTo(table.find("Phần a)").y(), within(0.1));
        assertThat(table.pieces().stream().filter(piece -> piece.text().startsWith("I. Nhóm")))
                .hasSize(10)
                .allMatch(group -> table.pieces().stream()
                        .anyMatch(piece -> piece.page() == group.page()
                                && piece.y() > group.y()
                                && piece.text().startsWith("Việc ")));
    }

    @Test
    void theSignatureIsNeverTornAndNeverAlone() {
        var seen = new ArrayList<Integer>();
        for (var lines = 9; lines < 17; lines++) {
            var text = new ArrayList<>(SamplePapers.text(0));
            for (var line = 0; line < lines; line++) {
                text.add(new Paragraph("Dòng " + line + "."));
            }
            var print = Print.of(PAPERS.pdf(SamplePapers.with(SamplePapers.plan(0, 0), text, null)));
            seen.add(print.pages());

            assertThat(Stream.of(
                                    "Trên đây",
                                    "Nơi nhận:",
                                    "- UBND thành phố",
                                    "- Lưu:",
                                    "TM. ỦY BAN",
                                    "KT. CHỦ TỊCH",
                                    "PHÓ CHỦ TỊCH",
                                    "Mẫu Thị Bình")
                            .map(print::find)
                            .map(Piece::page)
                            .distinct())
                    .as("%d lines", lines)
                    .hasSize(1);
        }
        assertThat(seen).contains(1, 2);
    }

    @Test
    void aNumberOfADocumentStaysOnItsLine() {
        var text = SamplePapers.text(2).stream().map(Paragraph::text).collect(Collectors.joining());
        var whole = text.split("15-CT/TU", -1).length - 1;

        assertThat(PLAN.pieces().stream().filter(piece -> piece.text().contains("15-CT/TU")))
                .hasSize(whole)
                .isNotEmpty();
    }

    @Test
    void aDraftSaysSoAndHasRoomForItsNumberAndDay() {
        var draft = text(Print.of(PAPERS.pdf(SamplePapers.with(SamplePapers.plan(1, 0), SamplePapers.text(1), 2))));

        assertThat(draft)
                .contains("DỰ THẢO lần 2", "năm 2023")
                .containsPattern("Số:[\\s\u00a0]+/KH-UBND")
                .containsPattern("ngày[\\s\u00a0]+tháng[\\s\u00a0]+năm");
        assertThat(text(PLAN)).doesNotContain("DỰ THẢO");
    }

    @Test
    void aCongVanHasNoTitleAndSaysBelowItsNumberWhatItIsAbout() {
        var letter = Print.of(PDFS.get(Kind.LETTER));
        var about = letter.find("V/v đôn đốc thực hiện");

        assertThat(about.size()).isEqualTo(12, within(0.05));
        assertThat(about.y()).isGreaterThan(letter.find("Số: 12/UBND-VP").y());
        assertThat(about.right()).isLessThan(LEFT + 165 * 0.39 + 0.1);
        assertThat(middle(letter.find("Kính gửi: Khu phố 1"))).isCloseTo(MIDDLE, within(0.5));
        assertThat(letter.pieces()).noneMatch(piece -> piece.text().equals("CÔNG VĂN"));
    }

    @ParameterizedTest
    @CsvSource({"REPORT, BÁO CÁO", "PROPOSAL, TỜ TRÌNH", "SLIP, PHIẾU TRÌNH", "NOTICE, THÔNG BÁO"})
    void everyKindHasItsTitle(Kind kind, String title) {
        var print = Print.of(PDFS.get(kind));

        assertThat(print.find(title).font()).isEqualTo("LiberationSerif-Bold");
        assertThat(middle(print.find(title))).isCloseTo(MIDDLE, within(0.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵfjwz"})
    void everyLetterIsPrintedInEveryStyle(String letters) {
        var all = letters + letters.toUpperCase(java.util.Locale.ROOT);
        var paper = SamplePapers.with(
                SamplePapers.plan(0, 0), List.of(new Paragraph("I. " + all + "."), new Paragraph(all)), null);
        var decomposed = java.text.Normalizer.normalize(all, java.text.Normalizer.Form.NFD);
        paper = new Paper(
                paper.kind(),
                paper.head(),
                paper.code(),
                paper.day(),
                paper.year(),
                paper.subject(),
                null,
                List.of(decomposed),
                paper.text(),
                List.of(),
                paper.closing(),
                paper.recipients(),
                paper.signature(),
                null);
        var print = Print.of(PAPERS.pdf(paper));

        for (var style : List.of("LiberationSerif-Bold", "LiberationSerif", "LiberationSerif-Italic")) {
            assertThat(print.pieces().stream()
                            .filter(piece -> piece.font().equals(style))
                            .map(Piece::text)
                            .collect(Collectors.joining()))
                    .as(style)
                    .contains(all);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPaperIsPdfAWithItsFontsInside(Kind kind) throws Exception {
        var pdf = PDFS.get(kind);

        assertThat(Print.of(pdf).fonts()).isNotEmpty().allMatch(PDFont::isEmbedded);
        assertThat(refusals(pdf)).isEmpty();
    }

    @Test
    void theCheckOfPdfACanFail() throws Exception {
        try (var document = new org.apache.pdfbox.pdmodel.PDDocument()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            var out = new java.io.ByteArrayOutputStream();
            document.save(out);
            assertThat(refusals(out.toByteArray())).isNotEmpty();
        }
    }

    static List<String> refusals(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            var result = validator.validate(parser);
            return result.isCompliant()
                    ? List.of()
                    : result.getTestAssertions().stream()
                            .map(found -> found.getRuleId().getClause() + " " + found.getMessage())
                            .toList();
        }
    }

    /** Poppler reads the file as others will. */
    @Test
    void anotherReaderSeesTheSameFileWhereItIsInstalled(@TempDir Path folder) throws Exception {
        var file = folder.resolve("ke-hoach.pdf");
        Files.write(file, PDFS.get(Kind.PLAN));
        var info = said("pdfinfo", file);
        var fonts = said("pdffonts", file);
        org.junit.jupiter.api.Assumptions.assumeTrue(info != null && fonts != null, "poppler-utils is not installed");

        assertThat(info).contains("Page size:       595.", "(A4)", "Title:           Thực hiện Quy chế dân chủ");
        assertThat(fonts.lines().skip(2))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).containsPattern("LiberationSerif.*\\byes yes yes\\b"));
    }

    private static String said(String program, Path file) throws InterruptedException {
        try {
            var process = new ProcessBuilder(program, file.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return process.waitFor(20, TimeUnit.SECONDS) ? said : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static String text(Print print) {
        return print.pieces().stream()
                .collect(Collectors.groupingBy(
                        piece -> Map.entry(piece.page(), Math.round(piece.y() * 2)),
                        () -> new java.util.TreeMap<Map.Entry<Integer, Long>, List<Piece>>(
                                Map.Entry.<Integer, Long>comparingByKey().thenComparing(Map.Entry.comparingByValue())),
                        Collectors.toList()))
                .values()
                .stream()
                .map(line -> line.stream().map(Piece::text).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" "));
    }
}
