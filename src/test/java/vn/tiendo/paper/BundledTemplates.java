package vn.tiendo.paper;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import vn.tiendo.paper.Paper.Kind;

/** Builds the bundled Word templates anew: run {@link #main} after changing it; they are committed beside the PDF's template. */
final class BundledTemplates {

    private static final double MM = 1440 / 25.4;
    private static final String FONT = "Times New Roman";

    private final XWPFDocument document = new XWPFDocument();
    private final Kind kind;

    private BundledTemplates(Kind kind) {
        this.kind = kind;
    }

    public static void main(String[] none) throws IOException {
        for (var kind : Kind.values()) {
            var file = Path.of("src/main/resources/word", kind.name().toLowerCase(Locale.ROOT) + ".docx");
            Files.createDirectories(file.getParent());
            try (var out = Files.newOutputStream(file)) {
                new BundledTemplates(kind).write(out);
            }
        }
    }

    private void write(java.io.OutputStream out) throws IOException {
        page();
        head();
        if (kind != Kind.LETTER) {
            title();
        }
        if (kind == Kind.PLAN) {
            block("canCu", () -> body("{{dong}}").getRuns().get(0).setItalic(true));
        } else {
            line("{{?kinhGui}}", 14);
            var to = line("Kính gửi: {{ten}}.", 14);
            to.setAlignment(ParagraphAlignment.CENTER);
            to.setSpacingAfter(240);
            line("{{/kinhGui}}", 14);
        }
        words("noiDung");
        if (kind == Kind.PLAN) {
            table(
                    "nhiemVu",
                    "Phân công nhiệm vụ",
                    "TT",
                    9,
                    "Nhiệm vụ",
                    65,
                    "Thời gian",
                    27,
                    "Chủ trì",
                    32,
                    "Phối hợp",
                    32);
            table(
                    "baoCao",
                    "Chế độ báo cáo",
                    "TT",
                    9,
                    "Báo cáo",
                    52,
                    "Kỳ và thời hạn",
                    40,
                    "Đơn vị báo cáo",
                    32,
                    "Gửi đến",
                    32);
        }
        if (kind == Kind.NOTICE) {
            table("xepLoai", null, "TT", 9, "Đơn vị", 82, "Điểm", 22, "Xếp loại", 52);
        }
        words("sauBang");
        body("{{ketThuc}}").setKeepNext(true);
        end();
        document.write(out);
    }

    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(mm(210));
        size.setH(mm(297));
        var margin = section.addNewPgMar();
        margin.setTop(mm(20));
        margin.setBottom(mm(20));
        margin.setLeft(mm(30));
        margin.setRight(mm(15));
        margin.setHeader(mm(10));
        margin.setFooter(mm(10));
        section.addNewTitlePg();
        document.createStyles().setDefaultFonts(fonts());
        document.createHeader(HeaderFooterType.FIRST).createParagraph();
        var number = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        var field = number.getCTP().addNewFldSimple();
        field.setInstr("PAGE");
        var run = field.addNewR();
        var style = run.addNewRPr();
        style.addNewRFonts().setAscii(FONT);
        style.getRFontsArray(0).setHAnsi(FONT);
        style.addNewSz().setVal(BigInteger.valueOf(26));
        run.addNewT().setStringValue("2");
    }

    private static org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts fonts() {
        var fonts = org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        return fonts;
    }

    private void head() {
        var table = grid(2, List.of(64, 101), false);
        var issuer = table.getRow(0).getCell(0);
        centred(issuer, "{{coQuanChuQuan}}", 13);
        bold(centred(issuer, "{{coQuan}}", 13));
        rule(issuer, 24);
        var state = table.getRow(0).getCell(1);
        bold(centred(state, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13));
        var motto = bold(centred(state, "Độc lập - Tự do - Hạnh phúc", 14));
        motto.getRuns().get(0).setUnderline(UnderlinePatterns.SINGLE);
        var number = table.getRow(1).getCell(0);
        centred(number, "Số: {{so}}", 13);
        if (kind == Kind.LETTER) {
            centred(number, "V/v {{trichYeu}}", 12);
        }
        centred(number, "{{?duThao}}", 13);
        bold(centred(number, "DỰ THẢO lần {{lan}}", 13));
        centred(number, "{{/duThao}}", 13);
        centred(table.getRow(1).getCell(1), "{{diaDanh}}, ngày {{ngay}} tháng {{thang}} năm {{nam}}", 14)
                .getRuns()
                .get(0)
                .setItalic(true);
        for (var row : table.getRows()) {
            row.getTableCells().forEach(cell -> cell.removeParagraph(0));
        }
        line("", 14);
    }

    private void title() {
        var words = switch (kind) {
            case PLAN -> "KẾ HOẠCH";
            case REPORT -> "BÁO CÁO";
            case PROPOSAL -> "TỜ TRÌNH";
            case SLIP -> "PHIẾU TRÌNH";
            case NOTICE -> "THÔNG BÁO";
            case LETTER -> "";
        };
        for (var text : List.of(words, "{{trichYeu}}")) {
            var title = bold(line(text, 14));
            title.setAlignment(ParagraphAlignment.CENTER);
            title.setKeepNext(true);
        }
        rule(document, 58);
        line("", 14);
    }

    private void words(String field) {
        block(field, () -> {
            block("muc", () -> bold(body("{{chu}}")).setKeepNext(true));
            block("doan", () -> body("{{chu}}"));
        });
    }

    private void block(String field, Runnable inside) {
        line("{{?" + field + "}}", 14);
        inside.run();
        line("{{/" + field + "}}", 14);
    }

    private XWPFParagraph body(String text) {
        var paragraph = line(text, 14);
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(mm(12.7).intValue());
        paragraph.setSpacingAfter(120);
        paragraph.setSpacingBetween(1.1);
        paragraph.setWordWrapped(true);
        return paragraph;
    }

    private void table(String field, String caption, Object... titlesAndWidths) {
        line("{{?" + field + "}}", 14);
        if (caption != null) {
            bold(body(caption)).setKeepNext(true);
        }
        var columns = titlesAndWidths.length / 2;
        var widths = java.util.stream.IntStream.range(0, columns)
                .mapToObj(i -> (Integer) titlesAndWidths[2 * i + 1])
                .toList();
        var table = grid(3, widths, true);
        for (var column = 0; column < columns; column++) {
            var mark = column == 0 ? "{{cacDong}}" : "";
            bold(centred(table.getRow(0).getCell(column), titlesAndWidths[2 * column] + mark, 12));
            var cell = text(table.getRow(2).getCell(column), "[" + (column + 1) + "]", 12);
            if (widths.get(column) < 30) {
                cell.setAlignment(ParagraphAlignment.CENTER);
            }
        }
        var group = table.getRow(1);
        bold(text(group.getCell(0), RowsOfTable.GROUP, 12)).setKeepNext(true);
        group.getCell(0).getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns));
        group.getCell(0).getCTTc().getTcPr().getTcW().setW(mm(165));
        for (var column = columns - 1; column > 0; column--) {
            group.removeCell(column);
        }
        table.getRow(0).setRepeatHeader(true);
        for (var row : table.getRows()) {
            row.setCantSplitRow(true);
            row.getTableCells().forEach(cell -> cell.removeParagraph(0));
        }
        line("{{/" + field + "}}", 14);
    }

    /** The signature is one row that does not break, and the last line of the text stays with it. */
    private void end() {
        var table = grid(1, List.of(78, 87), false);
        table.getRow(0).setCantSplitRow(true);
        var to = table.getRow(0).getCell(0);
        var title = bold(text(to, "Nơi nhận:", 12));
        title.getRuns().get(0).setItalic(true);
        text(to, "{{?noiNhan}}", 11);
        text(to, "{{dong}}", 11);
        text(to, "{{/noiNhan}}", 11);
        var sign = table.getRow(0).getCell(1);
        bold(centred(sign, "{{chucVu}}", 14));
        for (var room = 0; room < 4; room++) {
            centred(sign, "", 14);
        }
        bold(centred(sign, "{{nguoiKy}}", 14));
        to.removeParagraph(0);
        sign.removeParagraph(0);
    }

    private XWPFTable grid(int rows, List<Integer> widths, boolean lines) {
        var table = document.createTable(rows, widths.size());
        if (!lines) {
            table.removeBorders();
        }
        table.setWidth(mm(165).intValue());
        var properties = table.getCTTbl().getTblPr();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        var gridColumns = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (gridColumns.sizeOfGridColArray() > 0) {
            gridColumns.removeGridCol(0);
        }
        for (var width : widths) {
            gridColumns.addNewGridCol().setW(mm(width));
        }
        for (var row : table.getRows()) {
            for (var column = 0; column < widths.size(); column++) {
                var cell = row.getCell(column).getCTTc();
                var cellProperties = cell.isSetTcPr() ? cell.getTcPr() : cell.addNewTcPr();
                var width = cellProperties.isSetTcW() ? cellProperties.getTcW() : cellProperties.addNewTcW();
                width.setW(mm(widths.get(column)));
                width.setType(STTblWidth.DXA);
            }
        }
        return table;
    }

    private XWPFParagraph line(String text, int size) {
        return styled(document.createParagraph(), text, size);
    }

    private static XWPFParagraph centred(XWPFTableCell cell, String text, int size) {
        var paragraph = text(cell, text, size);
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        return paragraph;
    }

    private static XWPFParagraph text(XWPFTableCell cell, String text, int size) {
        return styled(cell.addParagraph(), text, size);
    }

    private static XWPFParagraph styled(XWPFParagraph paragraph, String text, int size) {
        paragraph.setSpacingAfter(0);
        var run = paragraph.createRun();
        run.setText(text);
        run.setFontFamily(FONT);
        run.setFontSize(size);
        return paragraph;
    }

    private static XWPFParagraph bold(XWPFParagraph paragraph) {
        paragraph.getRuns().forEach(run -> run.setBold(true));
        return paragraph;
    }

    /** A line of this many millimetres: the border above an empty paragraph indented from both sides. */
    private static void rule(IBody body, int length) {
        var paragraph =
                body instanceof XWPFTableCell cell ? cell.addParagraph() : ((XWPFDocument) body).createParagraph();
        var room = body instanceof XWPFTableCell ? 64 - 4 : 165;
        paragraph.setIndentationLeft(mm((room - length) / 2.0).intValue());
        paragraph.setIndentationRight(mm((room - length) / 2.0).intValue());
        paragraph.setBorderTop(Borders.SINGLE);
        paragraph.setSpacingAfter(0);
        var run = paragraph.createRun();
        run.setFontSize(4);
        run.setText("");
    }

    private static BigInteger mm(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * MM));
    }
}
