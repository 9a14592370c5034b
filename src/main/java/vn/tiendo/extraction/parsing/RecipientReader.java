package vn.tiendo.extraction.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.tiendo.extraction.parsing.ExtractedPlan.Recipient;
import vn.tiendo.extraction.parsing.ExtractedPlan.Role;

/** The lines of Nơi nhận; a line that states no role has none. */
final class RecipientReader {

    private static final Pattern HEADING = Pattern.compile("^n[ơo]i nh[ậâa]n\\s*:?\\s*");
    private static final Pattern NEXT = Pattern.compile("(?<=[;.])\\s*[-–+•]\\s+(?=\\p{L})");
    private static final Pattern ENDS = Pattern.compile("^(?:phụ lục|biểu|mẫu số|danh mục|đề cương)");

    private RecipientReader() {}

    /** @return the passage the list begins with, or the number of passages if there is no list */
    static int start(List<Passage> passages) {
        for (int i = 0; i < passages.size(); i++) {
            if (HEADING.matcher(passages.get(i).folded()).find()) {
                return i;
            }
        }
        return passages.size();
    }

    static List<Recipient> read(List<Passage> passages, int start) {
        var lines = new ArrayList<Recipient>();
        for (int i = start; i < passages.size(); i++) {
            var passage = left(passages.get(i));
            var heading = i == start ? HEADING.matcher(passage.folded()) : null;
            var from = heading != null && heading.find() ? heading.end() : 0;
            if (ENDS.matcher(passage.folded()).find() || lines.stream().anyMatch(it -> it.role() == Role.ARCHIVE)) {
                break;
            }
            if (passage.isEmpty()
                    || SignerReader.isPart(passage)
                    || passage.folded().contains("đã ký")) {
                continue;
            }
            var dashed = Marker.of(passage.text()) != null || i == start;
            if (!dashed && !passage.text().matches("(?s).*[;.]$")) {
                continue;
            }
            split(passage, from, lines);
        }
        return lines;
    }

    /** The signer's block may stand in a second column. */
    private static Passage left(Passage line) {
        return line.isRow() ? line.cells().get(0) : line;
    }

    private static void split(Passage passage, int from, List<Recipient> lines) {
        var next = NEXT.matcher(passage.text()).region(from, passage.text().length());
        while (next.find()) {
            add(passage.trimmed(from, next.start()), lines);
            from = next.end();
        }
        add(passage.trimmed(from, passage.text().length()), lines);
    }

    private static void add(Passage line, List<Recipient> lines) {
        var marker = line.isEmpty() ? null : Marker.of(line.text());
        int from = marker != null && marker.level() == Marker.Level.DASH ? marker.length() : 0;
        int to = line.text().length();
        while (to > from && ".;/,: ".indexOf(line.text().charAt(to - 1)) >= 0) {
            to--;
        }
        if (to > from) {
            var folded = line.folded().substring(from, to);
            lines.add(new Recipient(line.text().substring(from, to), role(folded), line.source(from, to), 0.95));
        }
    }

    private static Role role(String line) {
        if (line.matches("lưu(?!\\p{L}).*")) {
            return Role.ARCHIVE;
        }
        if (line.matches(".*(?:\\(\\s?b/?c\\s?\\)|để báo cáo|\\(\\s?để b/c\\s?\\)|\\(báo cáo\\)).*")) {
            return Role.TO_REPORT;
        }
        if (line.matches(
                ".*(?:\\(\\s?p/?h\\s?\\)|để phối hợp|\\(\\s?để p/h\\s?\\)|\\(phối hợp\\)|phối hợp thực hiện|\\(\\s?ph/h\\s?\\)).*")) {
            return Role.TO_COORDINATE;
        }
        if (line.matches(".*(?:\\(\\s?t/?h\\s?\\)|để thực hiện|\\(\\s?để t/h\\s?\\)|\\(thực hiện\\)).*")) {
            return Role.TO_EXECUTE;
        }
        return line.matches(
                        ".*(?:cổng thông tin|cổng ttđt|trang thông tin|trang ttđt|website|để đăng|đăng tải|công báo).*")
                ? Role.PUBLISH
                : Role.UNSPECIFIED;
    }
}
