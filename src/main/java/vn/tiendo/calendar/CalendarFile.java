package vn.tiendo.calendar;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.tiendo.engine.Refusal;

/**
 * A year's days as CSV: day, kind, name, source; separated by commas or semicolons, a line of headings may come first.
 *
 * @param days empty if anything is refused: a year is taken whole or not at all
 * @param refusals a sentence for each line that cannot be taken
 */
record CalendarFile(List<CalendarDay> days, List<String> refusals) {

    private static final int MOST_LINES = 400;

    static CalendarFile read(String text, int year) {
        var days = new TreeMap<LocalDate, CalendarDay>();
        var refusals = new ArrayList<String>();
        var lines = Normalizer.normalize(text.replace("\uFEFF", ""), Normalizer.Form.NFC)
                .lines()
                .toList();
        var separator = text.indexOf(';') >= 0 ? ';' : ',';
        for (var i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            var cells = cells(lines.get(i), separator);
            if (lines.get(i).isBlank() || (i == 0 && !cells.get(0).matches("\\d.*"))) {
                continue;
            }
            try {
                add(days, cells, year);
            } catch (Refusal refusal) {
                refusals.add(Refusal.because("calendar.line", i + 1, refusal.sentence())
                        .sentence());
            }
        }
        if (days.isEmpty() && refusals.isEmpty()) {
            refusals.add(Refusal.because("calendar.fileEmpty").sentence());
        }
        return new CalendarFile(refusals.isEmpty() ? List.copyOf(days.values()) : List.of(), refusals);
    }

    private static void add(Map<LocalDate, CalendarDay> days, List<String> cells, int year) {
        if (cells.size() < 4) {
            throw Refusal.because("calendar.cellsMissing");
        }
        var entry = CalendarEntry.read(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
        if (entry.day().getYear() != year) {
            throw Refusal.because("calendar.otherYear", CalendarEntry.DAY.format(entry.day()), year);
        }
        if (days.putIfAbsent(entry.day(), entry) != null) {
            throw Refusal.because("calendar.twice", CalendarEntry.DAY.format(entry.day()));
        }
    }

    /** A cell in double quotes may hold the separator; a doubled quote stands for itself. */
    private static List<String> cells(String line, char separator) {
        var cells = new ArrayList<StringBuilder>(List.of(new StringBuilder()));
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var letter = line.charAt(i);
            var cell = cells.get(cells.size() - 1);
            if (letter == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(letter);
                i++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == separator && !quoted) {
                cells.add(new StringBuilder());
            } else {
                cell.append(letter);
            }
        }
        return cells.stream().map(cell -> cell.toString().strip()).toList();
    }
}
