package vn.tiendo.organisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tiendo.engine.Sentences;

/**
 * What a file says of units and people, line by line, not yet judged.
 *
 * @param refusals what of the file cannot be read at all
 */
record Sheets(List<Row> units, List<Row> people, List<String> refusals) {

    static final int MOST_ROWS = 1000;

    /**
     * @param line in the file, from 1
     * @param cells by the name of their column
     */
    record Row(int line, Map<String, String> cells) {

        <C extends Enum<C>> Map<C, String> as(Class<C> columns) {
            var known = new LinkedHashMap<C, String>();
            for (var column : columns.getEnumConstants()) {
                var cell = cells.get(column.name());
                if (cell != null) {
                    known.put(column, cell);
                }
            }
            return known;
        }
    }

    /** As the first line of a table names it. */
    interface Column {
        String heading();
    }

    /** Takes tables whose first line names their columns. */
    static class Reader {

        private final List<Row> units = new ArrayList<>();
        private final List<Row> people = new ArrayList<>();
        private final List<String> refusals = new ArrayList<>();

        /** @param lines with their numbers; the first one is that of the headings */
        void table(String name, Map<Integer, List<String>> lines) {
            var rows = new ArrayList<>(lines.entrySet());
            if (rows.isEmpty()) {
                return;
            }
            var headings = rows.remove(0).getValue();
            if (has(headings, PersonEntry.Column.LOGIN)) {
                read(name, rows, columns(name, headings, PersonEntry.Column.class), people);
            } else if (has(headings, UnitEntry.Column.CODE)) {
                read(name, rows, columns(name, headings, UnitEntry.Column.class), units);
            }
        }

        private static boolean has(List<String> headings, Column column) {
            return headings.stream().anyMatch(it -> it.strip().equalsIgnoreCase(column.heading()));
        }

        private <C extends Enum<C> & Column> List<String> columns(
                String name, List<String> headings, Class<C> columns) {
            return headings.stream()
                    .map(String::strip)
                    .map(heading -> Arrays.stream(columns.getEnumConstants())
                            .filter(column -> column.heading().equalsIgnoreCase(heading))
                            .findFirst()
                            .map(Enum::name)
                            .orElseGet(() -> {
                                if (!heading.isEmpty()) {
                                    refusals.add(Sentences.of("import.noColumn", name, heading));
                                }
                                return "";
                            }))
                    .toList();
        }

        private void read(
                String name, List<Map.Entry<Integer, List<String>>> rows, List<String> columns, List<Row> into) {
            for (var row : rows) {
                var cells = new LinkedHashMap<String, String>();
                for (var i = 0; i < Math.min(columns.size(), row.getValue().size()); i++) {
                    if (!columns.get(i).isEmpty()) {
                        cells.put(columns.get(i), row.getValue().get(i).strip());
                    }
                }
                if (cells.values().stream().anyMatch(cell -> !cell.isEmpty())) {
                    into.add(new Row(row.getKey(), cells));
                }
            }
            if (into.size() > MOST_ROWS) {
                into.clear();
                refusals.add(Sentences.of("import.tooMany", name, MOST_ROWS));
            }
        }

        Sheets sheets() {
            if (units.isEmpty() && people.isEmpty() && refusals.isEmpty()) {
                refusals.add(Sentences.of("import.nothing"));
            }
            return new Sheets(units, people, refusals);
        }
    }
}
