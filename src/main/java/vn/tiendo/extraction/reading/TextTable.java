package vn.tiendo.extraction.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table while it is being read. One that only puts letterhead or signature side by side comes out cell by cell. */
final class TextTable {

    private static final Pattern LAYOUT = Pattern.compile("(?iu)n[ơo]i nhận|cộng h.a x. hội|độc lập\\s*[-–]");

    /** @param covers how many columns; {@code below} continues the cell above */
    private record Cell(List<String> lines, int covers, boolean below) {
        String text() {
            return String.join(" ", lines);
        }
    }

    private final List<List<Cell>> rows = new ArrayList<>();
    private List<String> lines = new ArrayList<>();
    private int covers = 1;
    private boolean below;

    void startRow() {
        rows.add(new ArrayList<>());
    }

    void startCell() {
        lines = new ArrayList<>();
        covers = 1;
        below = false;
    }

    void covers(int columns) {
        covers = Math.max(1, Math.min(columns, 60));
    }

    void continuesAbove() {
        below = true;
    }

    void line(String line) {
        lines.add(line);
    }

    void endCell() {
        if (!rows.isEmpty()) {
            rows.get(rows.size() - 1).add(new Cell(lines, covers, below));
        }
        lines = new ArrayList<>();
    }

    /** A row of {@link #startRow} without cells is none. */
    void writeTo(TextLines out) {
        if (isLayout()) {
            rows.forEach(row -> row.forEach(cell -> cell.lines().forEach(out::line)));
            return;
        }
        List<String> above = List.of();
        for (var row : rows) {
            var cells = new ArrayList<String>();
            for (var cell : row) {
                cells.add(cell.below() && cells.size() < above.size() ? above.get(cells.size()) : cell.text());
                for (int i = 1; i < cell.covers(); i++) {
                    cells.add("");
                }
            }
            if (cells.stream().anyMatch(it -> !it.isBlank())) {
                out.row(cells);
            }
            above = cells;
        }
    }

    /** Inside a cell of another table. */
    List<String> texts() {
        return rows.stream()
                .flatMap(List::stream)
                .flatMap(it -> it.lines().stream())
                .toList();
    }

    private boolean isLayout() {
        var columns = rows.stream().mapToInt(List::size).max().orElse(0);
        return columns <= 1
                || columns <= 3
                        && rows.stream()
                                .flatMap(List::stream)
                                .anyMatch(cell -> LAYOUT.matcher(cell.text()).find());
    }
}
