package vn.tiendo.paper;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.policy.RenderPolicy;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;

/**
 * Fills a table: below the row that has the tag stand the patterns, one row with "[nhom]" for the title of a group and one
 * with "[1]", "[2]" and so on for the columns of all others. Each row of the paper becomes a copy of its pattern.
 */
final class RowsOfTable implements RenderPolicy {

    static final String GROUP = "[nhom]";

    @Override
    public void render(ElementTemplate tag, Object data, XWPFTemplate template) {
        var run = ((RunTemplate) tag).getRun();
        run.setText("", 0);
        if (!(data instanceof Paper.Table content)
                || !(((XWPFParagraph) run.getParent()).getBody() instanceof XWPFTableCell cell)) {
            return;
        }
        var table = cell.getTableRow().getTable();
        var first = table.getRows().indexOf(cell.getTableRow()) + 1;
        var patterns = List.copyOf(table.getRows().subList(first, table.getNumberOfRows()));
        var at = first + patterns.size();
        for (var row : content.rows()) {
            var pattern = pattern(patterns, row.level() == Paper.Level.GROUP ? GROUP : "[1]");
            if (pattern != null) {
                table.addRow(filled(pattern, row, table), at++);
            }
        }
        for (var ignored : patterns) {
            table.removeRow(first);
        }
    }

    private static @org.jspecify.annotations.Nullable XWPFTableRow pattern(List<XWPFTableRow> patterns, String mark) {
        return patterns.stream()
                .filter(row -> row.getTableCells().stream()
                        .anyMatch(cell -> cell.getText().contains(mark)))
                .findFirst()
                .orElse(null);
    }

    private static XWPFTableRow filled(XWPFTableRow pattern, Paper.Row row, XWPFTable table) {
        var copy = new XWPFTableRow((CTRow) pattern.getCtRow().copy(), table);
        for (var cell : copy.getTableCells()) {
            for (var paragraph : cell.getParagraphs()) {
                fill(paragraph, row);
            }
        }
        return copy;
    }

    /** Word splits what is typed into runs as it likes; the first one's style is the cell's. */
    private static void fill(XWPFParagraph paragraph, Paper.Row row) {
        var text = new StringBuilder();
        paragraph.getRuns().forEach(run -> text.append(run.text()));
        if (text.indexOf("[") < 0) {
            return;
        }
        var words = text.toString().replace(GROUP, row.cells().get(0));
        for (var column = 0; column < row.cells().size(); column++) {
            words = words.replace("[" + (column + 1) + "]", row.cells().get(column));
        }
        while (paragraph.getRuns().size() > 1) {
            paragraph.removeRun(1);
        }
        var run = paragraph.getRuns().get(0);
        var lines = new ArrayList<>(List.of(words.split("\n", -1)));
        run.setText(lines.remove(0), 0);
        for (var line : lines) {
            run.addBreak();
            run.setText(line);
        }
    }
}
