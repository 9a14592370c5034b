package vn.tiendo.issuance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;

/** The register as a spreadsheet, printed on A4 landscape with its header on every page. */
final class RegisterSheet {

    private static final List<String> COLUMNS = List.of(
            "register.code",
            "register.day",
            "register.subject",
            "register.signer",
            "register.recipients",
            "register.kept",
            "register.copies",
            "register.note");
    private static final int[] WIDTHS = {16, 12, 46, 20, 36, 14, 8, 30};

    private RegisterSheet() {}

    static byte[] of(String title, List<Register.Line> lines) {
        try (var book = new SXSSFWorkbook()) {
            var sheet = book.createSheet(Sentences.of("register.sheet"));
            var normal = style(book, false, false);
            var bold = style(book, true, false);
            var struck = style(book, false, true);
            sheet.createRow(0).createCell(0).setCellValue(title);
            var header = sheet.createRow(2);
            for (var column = 0; column < COLUMNS.size(); column++) {
                var cell = header.createCell(column);
                cell.setCellValue(Sentences.of(COLUMNS.get(column)));
                cell.setCellStyle(bold);
                sheet.setColumnWidth(column, WIDTHS[column] * 256);
            }
            for (var line : lines) {
                var row = sheet.createRow(sheet.getLastRowNum() + 1);
                var cells = List.of(
                        line.code(),
                        Entries.print(line.issuedOn()),
                        line.subject(),
                        line.signer(),
                        Objects.requireNonNullElse(line.recipients(), ""),
                        Sentences.of("register.clerk"),
                        "",
                        note(line));
                for (var column = 0; column < cells.size(); column++) {
                    var cell = row.createCell(column);
                    // as text: a spreadsheet would make a sum of "=1+1"
                    cell.setCellValue(cells.get(column));
                    cell.setCellStyle(line.isVoid() && column < 6 ? struck : normal);
                }
            }
            sheet.setRepeatingRows(CellRangeAddress.valueOf("3:3"));
            sheet.createFreezePane(0, 3);
            sheet.getPrintSetup().setLandscape(true);
            sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setFitHeight((short) 0);
            var out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String note(Register.Line line) {
        return line.isVoid() ? Sentences.of("register.void", line.voidReason()) : "";
    }

    private static CellStyle style(Workbook book, boolean bold, boolean struck) {
        var font = book.createFont();
        font.setFontName("Times New Roman");
        font.setFontHeightInPoints((short) 12);
        font.setBold(bold);
        font.setStrikeout(struck);
        var style = book.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }
}
