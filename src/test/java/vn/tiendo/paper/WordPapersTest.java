package vn.tiendo.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tiendo.engine.Refusal;
import vn.tiendo.paper.Paper.Kind;
import vn.tiendo.testing.SamplePapers;

/** The Word file says what the PDF says, in the decree's layout; a template that is wrong is refused with its line. */
class WordPapersTest {

    @ParameterizedTest
    @EnumSource
    void theWordFileSaysWhatThePdfSays(Kind kind) throws IOException {
        var paper = SamplePapers.of(kind);
        var inWord = words(word(paper)).stream().sorted().toList();
        var inPdf = Print.of(PdfPapersTest.papers().pdf(paper)).pieces().stream()
                .filter(piece -> piece.y() >= 20)
                .flatMap(piece -> List.of(piece.text().split("[\\s\u00a0]+")).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        // the header of a table is printed on every page
        inWord.forEach(inPdf::remove);

        assertThat(inWord).isNotEmpty().noneMatch(word -> word.matches(".*(\\{\\{|}}|\\[\\w+]).*"));
        assertThat(inPdf).isSubsetOf("TT", "Nhiệm", "vụ", "Thời", "gian", "Chủ", "trì", "Phối", "hợp", "");
    }

    @Test
    void thePageIsThatOfTheDecree() throws IOException {
        var section = word(SamplePapers.of(Kind.PLAN)).getDocument().getBody().getSectPr();

        assertThat(List.of(section.getPgSz().getW(), section.getPgSz().getH())).isEqualTo(List.of(mm(210), mm(297)));
        assertThat(List.of(
                        section.getPgMar().getTop(),
                        section.getPgMar().getBottom(),
                        section.getPgMar().getLeft(),
                        section.getPgMar().getRight()))
                .isEqualTo(List.of(mm(20), mm(20), mm(30), mm(15)));
        assertThat(section.isSetTitlePg()).isTrue();
    }

    private static BigInteger mm(int millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * 1440 / 25.4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UBND THÀNH PHỐ MẪU             | 13 | false | false
            ỦY BAN NHÂN DÂN                | 13 | true  | false
            CỘNG HÒA XÃ HỘI                | 13 | true  | false
            Độc lập - Tự do                | 14 | true  | false
            Số: 05/KH-UBND                 | 13 | false | false
            Mẫu, ngày 05 tháng 02 năm 2023 | 14 | false | true
            KẾ HOẠCH                       | 14 | true  | false
            Thực hiện Quy chế              | 14 | true  | false
            Căn cứ Luật                    | 14 | false | true
            I. MỤC ĐÍCH, YÊU CẦU           | 14 | true  | false
            1. Mục đích                    | 14 | true  | false
            Các đơn vị niêm yết            | 14 | false | false
            I. Nhóm nhiệm vụ 1             | 12 | true  | false
            Việc 1:                        | 12 | false | false
            Nơi nhận:                      | 12 | true  | true
            - UBND thành phố Mẫu (b/c);    | 11 | false | false
            TM. ỦY BAN NHÂN DÂN            | 14 | true  | false
            Mẫu Thị Bình                   | 14 | true  | false""")
    void everyPartHasItsStyleAndSize(String text, double size, boolean bold, boolean italic) throws IOException {
        var run = paragraphs(word(SamplePapers.of(Kind.PLAN))).stream()
                .filter(paragraph -> paragraph.getText().startsWith(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text))
                .getRuns()
                .get(0);

        assertThat(run.getFontFamily()).isEqualTo("Times New Roman");
        assertThat(run.getFontSizeAsDouble()).isEqualTo(size);
        assertThat(run.isBold()).isEqualTo(bold);
        assertThat(run.isItalic()).isEqualTo(italic);
    }

    @Test
    void theTaskTableHasGroupsPartsAndARepeatedHeader() throws IOException {
        var table = word(SamplePapers.plan(1, 24)).getTables().get(1);
        var cells = table.getRows().stream()
                .map(row ->
                        row.getTableCells().stream().map(cell -> cell.getText()).toList())
                .toList();

        assertThat(cells.get(0)).containsExactly("TT", "Nhiệm vụ", "Thời gian", "Chủ trì", "Phối hợp");
        assertThat(cells.get(1)).containsExactly("I. Nhóm nhiệm vụ 1");
        assertThat(cells.get(5)).first().isEqualTo("a)");
        assertThat(cells).hasSize(1 + 24 + 4 + 4);
        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        assertThat(table.getRows()).allMatch(XWPFTableRow::isCantSplitRow);
        assertThat(table.getRow(1).getCell(0).getCTTc().getTcPr().getGridSpan().getVal())
                .isEqualTo(BigInteger.valueOf(5));
    }

    @Test
    void theSignatureStaysWholeWithTheLastLine() throws IOException {
        var document = word(SamplePapers.of(Kind.PLAN));
        var end = document.getTables().get(document.getTables().size() - 1);

        assertThat(end.getText()).contains("Nơi nhận:", "PHÓ CHỦ TỊCH", "Mẫu Thị Bình");
        assertThat(end.getRow(0).isCantSplitRow()).isTrue();
        var last = document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().endsWith("./."))
                .findFirst()
                .orElseThrow();
        assertThat(last.isKeepNext()).isTrue();
    }

    @Test
    void onlyADraftSaysThatItIsOne() throws IOException {
        var draft = SamplePapers.with(SamplePapers.plan(1, 0), SamplePapers.text(1), 3);

        assertThat(String.join(" ", words(word(draft)))).contains("DỰ THẢO lần 3");
        assertThat(String.join(" ", words(word(SamplePapers.plan(1, 0))))).doesNotContain("DỰ THẢO");
    }

    @ParameterizedTest
    @EnumSource
    void theBundledTemplatesAreRight(Kind kind) {
        check(WordTemplates.bundled(kind));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{trichYeu}} | {{trichyeu}}                     | : không có trường {{trichyeu}}; hãy xem danh sách các trường bên dưới.
            {{trichYeu}} | {{trichYeu                       | : “{{trichYeu” thiếu dấu mở hoặc dấu đóng ngoặc nhọn của trường.
            {{trichYeu}} | {{@trichYeu}}                    | : {{@trichYeu}} không phải là trường của mẫu.
            {{trichYeu}} | {{T(java.lang.Runtime).x()}}     | : {{T(java.lang.Runtime).x()}} không phải là trường của mẫu.
            {{/canCu}}   | x                                | : trường {{?noiDung}} không dùng được trong {{?canCu}}.
            {{/noiNhan}} | x                                | : phần {{?noiNhan}} chưa đóng; hãy thêm {{/noiNhan}} vào cuối phần đó, trong cùng ô của bảng nếu phần nằm trong bảng.
            {{?canCu}}   | x                                | : không có trường {{dong}}; hãy xem danh sách các trường bên dưới.
            {{/canCu}}   | {{/noiDung}}                     | : {{/noiDung}} đóng một phần chưa mở.
            {{dong}}     | {{chu}}                          | : trường {{chu}} không dùng được trong {{?canCu}}.""")
    void aBrokenTemplateIsRefusedWithItsLine(String right, String wrong, String sentence) throws IOException {
        assertThatThrownBy(() -> check(changed(right, wrong)))
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith(sentence)
                .hasMessageMatching("Đoạn \\d+: .*");
    }

    @Test
    void theLineIsTheOneThatIsWrong() throws IOException {
        var at = 0;
        for (var paragraph : paragraphs(open(WordTemplates.bundled(Kind.PLAN)))) {
            at++;
            if (paragraph.getText().equals("{{trichYeu}}")) {
                break;
            }
        }
        var line = at;

        assertThatThrownBy(() -> check(changed("{{trichYeu}}", "{{sai}}")))
                .hasMessageStartingWith("Đoạn " + line + ": ");
    }

    @Test
    void aTemplateWithoutWhatAPaperNeeds() throws IOException {
        assertThatThrownBy(() -> check(changed("{{nguoiKy}}", "Mẫu Văn An")))
                .hasMessageMatching(
                        "Mẫu thiếu trường \\{\\{nguoiKy}} \\(mẫu kèm theo hệ thống ghi ở “Đoạn \\d+”\\)\\.");
    }

    @Test
    void aFieldInTheHeaderIsFoundThere() throws IOException {
        var document = open(WordTemplates.bundled(Kind.PLAN));
        document.createHeader(HeaderFooterType.FIRST)
                .createParagraph()
                .createRun()
                .setText("{{sai}}");

        assertThatThrownBy(() -> check(bytes(document)))
                .hasMessageMatching("Đầu trang, đoạn \\d+: không có trường \\{\\{sai}}.*");
    }

    @Test
    void rowsNeedAPattern() throws IOException {
        assertThatThrownBy(() -> check(changed("[1]", "1")))
                .hasMessageContaining("dưới hàng có {{cacDong}} phải có một hàng mẫu");
    }

    @Test
    void whatIsNoWordFileAndWhatFetchesFromElsewhere() throws IOException {
        assertThatThrownBy(() -> check("Không phải Word".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasMessageStartingWith("Tệp không phải là văn bản Word");
        assertThatThrownBy(() -> check(new byte[0])).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> check(new byte[TemplateCheck.LARGEST + 1]))
                .hasMessageStartingWith("Tệp mẫu lớn hơn 5 MB");
        var document = open(WordTemplates.bundled(Kind.PLAN));
        document.getPackagePart()
                .addExternalRelationship(
                        "http://elsewhere.example/t.dotm",
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate");
        assertThatThrownBy(() -> check(bytes(document))).hasMessageContaining("http://elsewhere.example/t.dotm");
    }

    /** Word splits a tag into runs as it likes. */
    @Test
    void aTagOfSeveralRunsIsFilled() throws IOException {
        var document = open(WordTemplates.bundled(Kind.PLAN));
        var subject = document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().equals("{{trichYeu}}"))
                .findFirst()
                .orElseThrow();
        subject.getRuns().get(0).setText("{{tri", 0);
        subject.createRun().setText("chYeu}}");

        var filled = WordPapers.docx(SamplePapers.of(Kind.PLAN), bytes(document));

        assertThat(String.join(" ", words(open(filled)))).contains("Thực hiện Quy chế dân chủ ở cơ sở năm 2023");
    }

    private static void check(byte[] template) {
        TemplateCheck.check(template, WordTemplates.bundled(Kind.PLAN));
    }

    private static byte[] changed(String right, String wrong) throws IOException {
        var document = open(WordTemplates.bundled(Kind.PLAN));
        var found = 0;
        for (var paragraph : paragraphs(document)) {
            if (paragraph.getText().contains(right)) {
                var run = paragraph.getRuns().get(0);
                run.setText(run.text().replace(right, wrong), 0);
                found++;
                if (!right.startsWith("[")) {
                    break;
                }
            }
        }
        assertThat(found).isPositive();
        return bytes(document);
    }

    private static XWPFDocument word(Paper paper) throws IOException {
        return open(WordPapers.docx(paper, WordTemplates.bundled(paper.kind())));
    }

    private static XWPFDocument open(byte[] docx) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(docx));
    }

    private static byte[] bytes(XWPFDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.write(out);
        return out.toByteArray();
    }

    private static List<String> words(XWPFDocument document) {
        return paragraphs(document).stream()
                .flatMap(paragraph -> List.of(paragraph.getText().split("[\\s\u00a0]+")).stream())
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<XWPFParagraph> paragraphs(IBody body) {
        var paragraphs = new ArrayList<XWPFParagraph>();
        for (var element : body.getBodyElements()) {
            if (element instanceof XWPFParagraph paragraph) {
                paragraphs.add(paragraph);
            } else if (element instanceof XWPFTable table) {
                table.getRows()
                        .forEach(row -> row.getTableCells().forEach(cell -> paragraphs.addAll(paragraphs(cell))));
            }
        }
        return paragraphs;
    }
}
