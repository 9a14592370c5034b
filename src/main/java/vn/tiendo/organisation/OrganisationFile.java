package vn.tiendo.organisation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.tiendo.directory.Position;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.CsvCell;

/** Units and people as a spreadsheet or as CSV, in and out. */
final class OrganisationFile {

    private static final int LARGEST = 5_000_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final CSVFormat SEMICOLONS =
            CSVFormat.DEFAULT.builder().setDelimiter(';').get();

    private OrganisationFile() {}

    /** @throws Refusal if it is neither a workbook nor text */
    static Sheets read(byte[] file) {
        if (file.length > LARGEST) {
            throw Refusal.because("import.tooLarge");
        }
        var reader = new Sheets.Reader();
        if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
            readWorkbook(file, reader);
        } else {
            reader.table(Sentences.of("import.csv"), lines(text(file)));
        }
        return reader.sheets();
    }

    private static void readWorkbook(byte[] file, Sheets.Reader reader) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var formatter = new DataFormatter();
            for (var sheet : workbook) {
                var lines = new TreeMap<Integer, List<String>>();
                for (var row : sheet) {
                    var cells = cells(row, formatter);
                    if (lines.size() <= Sheets.MOST_ROWS + 1 && cells.stream().anyMatch(cell -> !cell.isBlank())) {
                        lines.put(row.getRowNum() + 1, cells);
                    }
                }
                reader.table(sheet.getSheetName(), lines);
            }
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException unreadable) {
            throw Refusal.because("import.unreadable");
        }
    }

    private static List<String> cells(Row row, DataFormatter formatter) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < Math.min(row.getLastCellNum(), 50); i++) {
            var cell = row.getCell(i);
            cells.add(cell == null ? "" : Normalizer.normalize(text(cell, formatter), Normalizer.Form.NFC));
        }
        return cells;
    }

    private static String text(Cell cell, DataFormatter formatter) {
        var isDay = cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell);
        return isDay ? DAY.format(cell.getLocalDateTimeCellValue()) : formatter.formatCellValue(cell);
    }

    private static String text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return Normalizer.normalize(text.replace("\uFEFF", ""), Normalizer.Form.NFC);
        } catch (CharacterCodingException e) {
            throw Refusal.because("import.notText");
        }
    }

    private static Map<Integer, List<String>> lines(String text) {
        var lines = new TreeMap<Integer, List<String>>();
        var headings = text.lines().findFirst().orElse("");
        try (var parser = (headings.indexOf(';') >= 0 ? SEMICOLONS : CSVFormat.DEFAULT).parse(new StringReader(text))) {
            var line = 1;
            for (var row : parser) {
                if (lines.size() <= Sheets.MOST_ROWS + 1) {
                    lines.put(line, row.stream().map(CsvCell::read).toList());
                }
                line = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
            }
        } catch (IOException | RuntimeException unreadable) {
            throw Refusal.because("import.unreadable");
        }
        return lines;
    }

    /** Also the template of a file to come: with what is there already. */
    static byte[] workbook(List<UnitEntry> units, List<PersonEntry> people) {
        try (var workbook = new XSSFWorkbook();
                var file = new ByteArrayOutputStream()) {
            var bold = workbook.createCellStyle();
            var font = workbook.createFont();
            font.setBold(true);
            bold.setFont(font);
            var wrapped = workbook.createCellStyle();
            wrapped.setWrapText(true);
            for (var table : List.of(unitTable(units), personTable(people))) {
                var sheet = workbook.createSheet(table.name());
                for (var i = 0; i < table.lines().size(); i++) {
                    var row = sheet.createRow(i);
                    var cells = table.lines().get(i);
                    for (var k = 0; k < cells.size(); k++) {
                        var cell = row.createCell(k);
                        cell.setCellValue(cells.get(k));
                        cell.setCellStyle(i == 0 ? bold : wrapped);
                    }
                }
                for (var k = 0; k < table.lines().get(0).size(); k++) {
                    sheet.setColumnWidth(k, 24 * 256);
                }
                sheet.createFreezePane(1, 1);
            }
            choices(workbook.getSheetAt(0), UnitEntry.Column.KIND.ordinal(), "unitKind", Unit.Kind.class);
            choices(workbook.getSheetAt(1), PersonEntry.Column.POSITION.ordinal(), "position", Position.class);
            workbook.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <E extends Enum<E>> void choices(XSSFSheet sheet, int column, String family, Class<E> type) {
        var helper = sheet.getDataValidationHelper();
        var words = Arrays.stream(type.getEnumConstants())
                .map(one -> Words.of(family, one))
                // a list of choices is separated by commas
                .filter(word -> word.indexOf(',') < 0)
                .toArray(String[]::new);
        var validation = helper.createValidation(
                helper.createExplicitListConstraint(words),
                new CellRangeAddressList(1, Sheets.MOST_ROWS, column, column));
        validation.setShowErrorBox(false);
        sheet.addValidationData(validation);
    }

    static String unitsAsText(List<UnitEntry> units) {
        return csv(unitTable(units));
    }

    static String peopleAsText(List<PersonEntry> people) {
        return csv(personTable(people));
    }

    private static String csv(Table table) {
        var text = new StringBuilder("\uFEFF");
        try {
            for (var line : table.lines()) {
                SEMICOLONS.printRecord(text, line.stream().map(CsvCell::written).toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Table unitTable(List<UnitEntry> units) {
        return table("import.units", UnitEntry.Column.class, units, UnitEntry::cells);
    }

    private static Table personTable(List<PersonEntry> people) {
        return table("import.people", PersonEntry.Column.class, people, PersonEntry::cells);
    }

    private static <C extends Enum<C> & Sheets.Column, E> Table table(
            String name, Class<C> columns, List<E> entries, Function<E, Map<C, String>> cells) {
        var lines = new ArrayList<List<String>>();
        lines.add(Arrays.stream(columns.getEnumConstants())
                .map(Sheets.Column::heading)
                .toList());
        for (var entry : entries) {
            var known = cells.apply(entry);
            lines.add(Arrays.stream(columns.getEnumConstants())
                    .map(column -> known.getOrDefault(column, ""))
                    .toList());
        }
        return new Table(Sentences.of(name), lines);
    }

    private record Table(String name, List<List<String>> lines) {}
}
