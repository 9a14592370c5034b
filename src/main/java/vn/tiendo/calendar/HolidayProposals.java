package vn.tiendo.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.time4j.PlainDate;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.EastAsianYear;
import net.time4j.calendar.VietnameseCalendar;
import vn.tiendo.engine.Sentences;

/**
 * What the holidays of a year will probably be (Labour Code, articles 111 and 112). The government decides the days of
 * Tết, the day beside 2/9 and what is swapped, so this proposes and a person confirms.
 */
final class HolidayProposals {

    /** Moon and sun are known to the library far beyond; nobody plans there. */
    static final int FIRST_YEAR = 2000;

    static final int LAST_YEAR = 2100;

    private HolidayProposals() {}

    /** The days off of one year with their compensation, by date, all as proposals. */
    static List<CalendarDay> of(int year) {
        var days = new TreeMap<LocalDate, CalendarDay>();
        holidays(year)
                .forEach((name, dates) -> dates.forEach(
                        day -> put(days, day, CalendarDay.Kind.HOLIDAY, name, Sentences.of("calendar.law"))));
        for (var holiday : List.copyOf(days.values())) {
            if (isWeekend(holiday.day())) {
                var next = holiday.day();
                while (isWeekend(next) || days.containsKey(next)) {
                    next = next.plusDays(1);
                }
                var name = Sentences.of("calendar.compensation", holiday.name());
                put(days, next, CalendarDay.Kind.COMPENSATORY, name, Sentences.of("calendar.compensationLaw"));
            }
        }
        return List.copyOf(days.values());
    }

    private static Map<String, Set<LocalDate>> holidays(int year) {
        var days = new TreeMap<String, Set<LocalDate>>();
        days.put(Sentences.of("calendar.newYear"), Set.of(LocalDate.of(year, 1, 1)));
        days.put(Sentences.of("calendar.tet"), tet(year));
        days.put(Sentences.of("calendar.ancestors"), Set.of(ancestors(year)));
        days.put(Sentences.of("calendar.victory"), Set.of(LocalDate.of(year, 4, 30)));
        days.put(Sentences.of("calendar.labour"), Set.of(LocalDate.of(year, 5, 1)));
        var national = LocalDate.of(year, 9, 2);
        days.put(Sentences.of("calendar.national"), Set.of(national, beside(national)));
        return days;
    }

    /** Five days: the last two of the old year and the first three; with a Tuesday one and four, a whole week. */
    private static Set<LocalDate> tet(int year) {
        var first = gregorian(VietnameseCalendar.ofTet(year));
        var start = first.minusDays(first.getDayOfWeek() == TUESDAY ? 1 : 2);
        return Set.copyOf(IntStream.range(0, 5).mapToObj(start::plusDays).toList());
    }

    /** Giỗ Tổ Hùng Vương, the tenth of the third lunar month. */
    private static LocalDate ancestors(int year) {
        return gregorian(VietnameseCalendar.of(EastAsianYear.forGregorian(year), EastAsianMonth.valueOf(3), 10));
    }

    /** 1/9, unless 3/9 makes the longer pause. */
    private static LocalDate beside(LocalDate national) {
        return national.plusDays(EnumSet.of(THURSDAY, SUNDAY, MONDAY).contains(national.getDayOfWeek()) ? 1 : -1);
    }

    private static LocalDate gregorian(VietnameseCalendar day) {
        return day.transform(PlainDate.axis()).toTemporalAccessor();
    }

    private static boolean isWeekend(LocalDate day) {
        return Stream.of(SATURDAY, SUNDAY).anyMatch(day.getDayOfWeek()::equals);
    }

    /** Two holidays on one day are one day off here; the law compensates it, which a person has to add. */
    private static void put(
            Map<LocalDate, CalendarDay> days, LocalDate day, CalendarDay.Kind kind, String name, String source) {
        days.putIfAbsent(day, new CalendarDay(day, kind, name, source, true));
    }
}
