package vn.tiendo.extraction.parsing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import vn.tiendo.extraction.parsing.ExtractedPlan.Source;

/** A paragraph or a row of a table as it reads, without marks of layout; every letter knows its place in the text that was read. */
final class Passage {

    private static final Pattern MARKUP = Pattern.compile(
            "</?(?:i|b|u|em|strong|su[bp])>|\\*+|^\\s*#{1,6}\\s|[¹²³⁴⁵⁶⁷⁸⁹⁰]+", Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANK_ENTRY = Pattern.compile("(?:ngày|tháng|năm|[Ss]ố\\s?:?)\\s*$");

    private final String text;
    private final String folded;
    private final int[] places;

    private Passage(String text, int[] places) {
        this.text = text;
        this.folded = Letters.fold(text);
        this.places = places;
    }

    /** @param from place of the line in the text that was read */
    static Passage line(String line, int from) {
        return line(line, from, false);
    }

    /** As columns that a wide gap keeps apart, as in a letterhead of plain text; a blank day or number is no gap. */
    static Passage columns(String line, int from) {
        return line(line, from, true);
    }

    private static Passage line(String line, int from, boolean gaps) {
        var text = new StringBuilder(line.length());
        var places = new int[line.length()];
        var markup = MARKUP.matcher(line);
        int markupAt = markup.find() ? markup.start() : -1;
        for (int i = 0; i < line.length(); i++) {
            if (i == markupAt) {
                i = markup.end() - 1;
                markupAt = markup.find() ? markup.start() : -1;
                continue;
            }
            var letter = line.charAt(i);
            var blank = letter != '\t' && (Character.isWhitespace(letter) || Character.isSpaceChar(letter));
            var last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
            if (gaps
                    && blank
                    && last == ' '
                    && !text.isEmpty()
                    && line.startsWith("   ", i)
                    && !BLANK_ENTRY.matcher(text).find()) {
                text.setCharAt(text.length() - 1, '\t');
                continue;
            }
            if (blank && (last == ' ' || last == '\t' || last == '(' || last == '“' || opensQuote(text, last))) {
                continue;
            }
            if (last == ' '
                    && !text.isEmpty()
                    && (".,;)”\t".indexOf(letter) >= 0 || (letter == '"' && quotes(text) % 2 == 1))) {
                text.setLength(text.length() - 1);
            }
            places[text.length()] = from + i;
            text.append(blank ? ' ' : letter);
        }
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        return new Passage(text.toString(), Arrays.copyOf(places, text.length()));
    }

    private static boolean opensQuote(StringBuilder text, char last) {
        return last == '"' && quotes(text) % 2 == 1;
    }

    private static long quotes(StringBuilder text) {
        return text.chars().filter(it -> it == '"').count();
    }

    Passage and(Passage next) {
        var joined = Arrays.copyOf(places, text.length() + 1 + next.text.length());
        joined[text.length()] = next.places[0];
        System.arraycopy(next.places, 0, joined, text.length() + 1, next.places.length);
        return new Passage(text + " " + next.text, joined);
    }

    Passage part(int from, int to) {
        return new Passage(text.substring(from, to), Arrays.copyOfRange(places, from, to));
    }

    /** The part without blanks at its ends. */
    Passage trimmed(int from, int to) {
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return part(from, to);
    }

    /** The cells of a row, also the empty ones; the whole passage if it is none. */
    List<Passage> cells() {
        var cells = new ArrayList<Passage>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\t') {
                cells.add(trimmed(from, i));
                from = i + 1;
            }
        }
        return cells;
    }

    String text() {
        return text;
    }

    /** As {@link Letters#fold} writes it; same length as the text. */
    String folded() {
        return folded;
    }

    boolean isRow() {
        return text.indexOf('\t') >= 0;
    }

    boolean isEmpty() {
        return text.isBlank();
    }

    Source source() {
        return source(0, text.length());
    }

    Source source(int from, int to) {
        return to <= from
                ? new Source(places[Math.min(from, places.length - 1)], places[Math.min(from, places.length - 1)])
                : new Source(places[from], places[to - 1] + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
