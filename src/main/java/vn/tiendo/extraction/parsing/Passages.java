package vn.tiendo.extraction.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Puts lines together to paragraphs: hard-wrapped ones, and those that a page's end tears apart. */
final class Passages {

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("^(?:-?\\s*\\d{1,3}\\s*-?|Trang\\s+\\d+(?:\\s*/\\s*\\d+)?)$");
    private static final Pattern ALWAYS_NEW = Pattern.compile(
            "^(?:Nơi nhận|NƠI NHẬN|(?:TM|KT|KI|TL|TUQ|Q)\\s*\\.|PHỤ LỤC|Phụ lục|KẾ HOẠCH|TỜ TRÌNH|Kính gửi|Số\\s*:)");
    private static final Pattern OPENS_BASIS = Pattern.compile("^(?:Căn cứ|Xét đề nghị|Theo đề nghị)\\s");

    private static final Pattern TITLE = Pattern.compile("(?m)^[\\s*#]*(?:KẾ HOẠCH|TỜ TRÌNH)");
    private static final Pattern CLOSING = Pattern.compile("(?m)^[\\s*#]*(?:Nơi nhận|NƠI NHẬN)");

    /** No office writes longer paragraphs; what somebody made to keep the reader busy is cut. */
    private static final int LONGEST = 8_000;

    private final List<Passage> done = new ArrayList<>();
    private final int width;

    private Passages(int width) {
        this.width = width;
    }

    static List<Passage> of(String text) {
        var lines = lines(text);
        var passages = new Passages(wrapWidth(lines));
        Passage current = null;
        Passage last = null;
        for (var line : lines) {
            if (current != null
                    && last != null
                    && current.text().length() < LONGEST
                    && passages.continues(current, last.text(), line.text())) {
                current = current.and(line);
            } else {
                if (current != null) {
                    passages.done.add(current);
                }
                current = line;
            }
            last = line;
        }
        if (current != null) {
            passages.done.add(current);
        }
        return passages.done;
    }

    private static List<Passage> lines(String text) {
        var lines = new ArrayList<Passage>();
        var title = TITLE.matcher(text);
        var bodyFrom = title.find() ? title.start() : 0;
        var closing = CLOSING.matcher(text);
        var bodyTo = closing.find() ? closing.start() : text.length();
        int from = 0;
        while (from < text.length()) {
            int to = text.indexOf('\n', from);
            to = to < 0 ? text.length() : to;
            to = Math.min(to, from + LONGEST);
            var content = text.substring(from, to);
            var line = from < bodyFrom || to > bodyTo ? Passage.columns(content, from) : Passage.line(content, from);
            if (!line.isEmpty() && !PAGE_NUMBER.matcher(line.text()).matches()) {
                lines.add(line);
            }
            from = to < text.length() && text.charAt(to) != '\n' ? to : to + 1;
        }
        return lines;
    }

    /** The length at which lines were broken; 0 if each line is a paragraph. */
    private static int wrapWidth(List<Passage> lines) {
        var lengths = lines.stream()
                .filter(it -> !it.isRow())
                .mapToInt(it -> it.text().length())
                .filter(it -> it > 30)
                .sorted()
                .toArray();
        if (lengths.length < 8) {
            return 0;
        }
        var width = lengths[lengths.length * 9 / 10];
        var longest = lengths[lengths.length - 1];
        var full =
                java.util.Arrays.stream(lengths).filter(it -> it >= width * 0.8).count();
        return width <= 140 && longest <= width * 1.4 && full * 5 >= lengths.length * 2 ? width : 0;
    }

    private boolean continues(Passage paragraph, String last, String next) {
        if (last.indexOf('\t') >= 0
                || next.indexOf('\t') >= 0
                || ALWAYS_NEW.matcher(next).find()) {
            return false;
        }
        var end = last.charAt(last.length() - 1);
        var closed = ".;:!?".indexOf(end) >= 0;
        var full = width > 0 && last.length() >= width * 0.72;
        var marker = Marker.of(next);
        if (marker != null
                && !(marker.level() == Marker.Level.DASH
                        && full
                        && !closed
                        && startsSmall(next.substring(marker.length())))) {
            return false;
        }
        if (Letters.isCapital(next)) {
            var heading = Marker.of(paragraph.text());
            return heading != null
                    && heading.level() != Marker.Level.DASH
                    && Letters.isCapital(paragraph.text())
                    && !closed;
        }
        if (Letters.isCapital(last)
                || last.endsWith("./.")
                || (OPENS_BASIS.matcher(next).find() && (closed || width == 0))) {
            return false;
        }
        if (closed) {
            return width > 0 && last.length() >= width * 0.88 && (end != ':' || startsSmall(next));
        }
        if (!startsSmall(next) && isNamedUnit(paragraph)) {
            return false;
        }
        return full || (startsSmall(next) && last.length() > 25);
    }

    /** "2. Phòng Nội vụ" ends where it is whole, however long it is. */
    private static boolean isNamedUnit(Passage paragraph) {
        var marker = Marker.of(paragraph.text());
        return marker != null
                && !paragraph.text().matches("(?s).*(?:,|\\svà)$")
                && Responsible.isNamedBy(
                        paragraph.trimmed(marker.length(), paragraph.text().length()));
    }

    private static boolean startsSmall(String text) {
        return !text.isEmpty() && (Character.isLowerCase(text.charAt(0)) || ",.;)".indexOf(text.charAt(0)) >= 0);
    }
}
