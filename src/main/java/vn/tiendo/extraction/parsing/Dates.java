package vn.tiendo.extraction.parsing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as Vietnamese texts write them: 15/02/2023, 5.6.2023, 10/5, "16 tháng 12 năm 2025". */
final class Dates {

    /** Three groups, day, month and year; the year may be missing. */
    static final String DAY =
            "(\\d{1,2})(?:\\s?[/.-]\\s?|\\s+tháng\\s+)(\\d{1,2})(?:(?:\\s?[/.-]\\s?|,?\\s+năm\\s+)(\\d{4}))?(?![\\d/]|[-]\\d)";

    private static final Pattern OF_DOCUMENT = Pattern.compile("^\\s?,?\\s?(?:ngày|ký ngày)\\s+" + DAY);

    private Dates() {}

    /** @param first number of the group that holds the day */
    static @Nullable LocalDate read(MatchResult found, int first, @Nullable Integer yearOtherwise) {
        var year = found.group(first + 2) == null ? yearOtherwise : Integer.valueOf(found.group(first + 2));
        if (year == null) {
            return null;
        }
        try {
            return LocalDate.of(year, Integer.parseInt(found.group(first + 1)), Integer.parseInt(found.group(first)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The day behind a document's number. */
    static @Nullable LocalDate ofDocument(String foldedRest) {
        var found = OF_DOCUMENT.matcher(foldedRest);
        return found.find() ? read(found.toMatchResult(), 1, null) : null;
    }

    static LocalDate endOfMonth(int year, int month) {
        return LocalDate.of(year, month, 1).plusMonths(1).minusDays(1);
    }
}
