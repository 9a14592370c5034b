package vn.tiendo.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When something is due, as the words of a plan state it: "trước ngày 10/5", "Quý I/2023", "trong 05 ngày làm việc".
 *
 * @param date the named day, or the last day of a quarter; null unless {@code kind} names one
 * @param length of a period, in the unit of {@code kind}; else 0
 * @param askDrafter the year is a guess or the words name a day that does not exist
 */
public record StatedTime(Kind kind, @Nullable LocalDate date, int length, boolean askDrafter) {

    private static final Pattern PERIOD =
            Pattern.compile("trong (?:vòng |thời hạn |thời gian )?(\\d{1,3}) ?(?:\\([^)]*\\) ?)?ngày( làm việc)?");
    private static final Pattern QUARTER = Pattern.compile("quý (iv|i{1,3}|[1-4])\\b(?: ?/ ?| ?- ?| năm | )?(\\d{4})?");
    private static final Pattern DAY =
            Pattern.compile("(\\d{1,2})(?: ?[/.-] ?| tháng )(\\d{1,2})(?:(?: ?[/.-] ?| năm )(\\d{4}))?");
    private static final Pattern BEFORE = Pattern.compile("trước\\b");
    private static final Pattern WITHIN = Pattern.compile("trong\\b");
    private static final Pattern ONGOING = Pattern.compile("cả năm|thường xuyên|liên tục|hằng năm|hàng năm");
    private static final List<String> QUARTERS = List.of("i", "ii", "iii", "iv");

    /** @param issued day of issue; before the issue is known, the day of drafting */
    public static StatedTime read(String words, int planYear, LocalDate issued) {
        var text = Normalizer.normalize(words, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
        var period = PERIOD.matcher(text);
        if (period.find()) {
            var unit = period.group(2) == null ? Kind.DAYS : Kind.WORKING_DAYS;
            return new StatedTime(unit, null, Integer.parseInt(period.group(1)), false);
        }
        var quarter = QUARTER.matcher(text);
        if (quarter.find()) {
            return quarter(quarter, planYear, issued);
        }
        var day = DAY.matcher(text);
        if (day.find()) {
            var kind = BEFORE.matcher(text).find()
                    ? Kind.BEFORE
                    : WITHIN.matcher(text).find() ? Kind.WITHIN : Kind.ON_OR_BEFORE;
            return named(kind, day, planYear, issued);
        }
        return new StatedTime(ONGOING.matcher(text).find() ? Kind.ONGOING : Kind.NOT_STATED, null, 0, false);
    }

    private static StatedTime quarter(Matcher found, int planYear, LocalDate issued) {
        var roman = QUARTERS.indexOf(found.group(1));
        var number = roman >= 0 ? roman + 1 : Integer.parseInt(found.group(1));
        var year = found.group(2);
        var end = DayLimit.quarter(number, year == null ? planYear : Integer.parseInt(year))
                .lastPermittedDay();
        if (year == null && end.isBefore(issued)) {
            return new StatedTime(
                    Kind.WITHIN, DayLimit.quarter(number, planYear + 1).lastPermittedDay(), 0, true);
        }
        return new StatedTime(Kind.WITHIN, end, 0, false);
    }

    private static StatedTime named(Kind kind, Matcher found, int planYear, LocalDate issued) {
        try {
            var day = MonthDay.of(Integer.parseInt(found.group(2)), Integer.parseInt(found.group(1)));
            if (found.group(3) != null) {
                var year = Integer.parseInt(found.group(3));
                return new StatedTime(kind, LocalDate.of(year, day.getMonthValue(), day.getDayOfMonth()), 0, false);
            }
            var meant = new YearlessDay(day).in(planYear, issued);
            return new StatedTime(kind, meant.date(), 0, meant.askDrafter());
        } catch (DateTimeException noSuchDay) {
            return new StatedTime(Kind.NOT_STATED, null, 0, true);
        }
    }

    /**
     * Until when it is in time; empty for what goes on all year and what states nothing.
     *
     * @param from the day a period is counted from, itself not counted
     */
    public Optional<DayLimit> limit(BeforeReading reading, LocalDate from, WorkingDays calendar) {
        if (date != null) {
            return Optional.of(kind == Kind.BEFORE ? DayLimit.before(date, reading) : DayLimit.until(date));
        }
        return switch (kind) {
            case WORKING_DAYS -> Optional.of(DayLimit.workingDays(from, length, calendar));
            case DAYS -> Optional.of(DayLimit.days(from, length, calendar));
            default -> Optional.empty();
        };
    }

    public enum Kind {
        /** trước ngày */
        BEFORE,
        /** chậm nhất, muộn nhất, đến hết ngày, and a day without any word */
        ON_OR_BEFORE,
        /** trong quý, trong ngày */
        WITHIN,
        WORKING_DAYS,
        /** calendar days */
        DAYS,
        /** cả năm, thường xuyên: no due date, reported with the periodic reports */
        ONGOING,
        NOT_STATED
    }
}
