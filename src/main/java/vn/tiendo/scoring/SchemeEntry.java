package vn.tiendo.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A scheme of criteria as typed. */
record SchemeEntry(
        @Nullable String code,
        @Nullable String year,
        @Nullable String name,
        @Nullable String source,
        @Nullable String adjustmentLimit,
        @Nullable List<Line> lines) {

    /** Rows to write more criteria into. */
    private static final int BLANK = 5;

    static final SchemeEntry NOTHING = new SchemeEntry(null, null, null, null, "3", List.of());

    /** The same criteria, for another year. */
    SchemeEntry asNew() {
        return new SchemeEntry(null, null, name, source, adjustmentLimit, lines);
    }

    /** Those that say something. */
    List<Line> written() {
        return lines == null
                ? List.of()
                : lines.stream().filter(Line::isWritten).toList();
    }

    SchemeEntry withBlankLines() {
        var all = new ArrayList<>(written());
        Stream.generate(() -> Line.NOTHING).limit(BLANK).forEach(all::add);
        return new SchemeEntry(code, year, name, source, adjustmentLimit, all);
    }

    /** @param evidence {@code on} if a score needs some; {@code knockOut} {@code on} if nothing in it fails the unit */
    record Line(
            @Nullable String group,
            @Nullable String text,
            @Nullable String points,
            @Nullable String evidence,
            @Nullable String knockOut) {

        static final Line NOTHING = new Line(null, null, null, null, null);

        Line in(@Nullable String otherGroup) {
            return new Line(otherGroup, text, points, evidence, knockOut);
        }

        boolean isWritten() {
            return Stream.of(group, text, points).anyMatch(it -> it != null && !it.isBlank());
        }
    }
}
