package vn.tiendo.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * Working days: Monday to Friday without the days off, plus the days that are worked instead. A value: the same days give
 * the same answers for ever.
 *
 * @param special the days that are not what their weekday says
 */
public record WorkingDays(Map<LocalDate, CalendarDay.Kind> special) {

    /** No law gives so many days off in a row; a calendar that does is wrong. */
    private static final int LONGEST_PAUSE_DAYS = 366;

    public WorkingDays {
        special = Map.copyOf(special);
    }

    public boolean isWorking(LocalDate day) {
        var kind = special.get(day);
        if (kind != null) {
            return kind == CalendarDay.Kind.SWAPPED_WORKING;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The n-th working day after {@code day}; {@code day} itself is not counted; n = 0 gives {@code day}. */
    public LocalDate after(LocalDate day, int n) {
        return count(day, n, 1);
    }

    /** The n-th working day before {@code day}; {@code day} itself is not counted; n = 0 gives {@code day}. */
    public LocalDate before(LocalDate day, int n) {
        return count(day, n, -1);
    }

    /** The first working day on or after {@code day}: where a period ends that would end on a day off. */
    public LocalDate onOrAfter(LocalDate day) {
        return count(day.minusDays(1), 1, 1);
    }

    /** The last working day on or before {@code day}: until then people should send. */
    public LocalDate sendBy(LocalDate day) {
        return count(day.plusDays(1), 1, -1);
    }

    /** Working days after {@code from} until and with {@code to}; 0 if there is none. */
    public int between(LocalDate from, LocalDate to) {
        if (!to.isAfter(from)) {
            return 0;
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorking)
                .count();
    }

    private LocalDate count(LocalDate start, int n, int direction) {
        var day = start;
        var pause = 0;
        for (var counted = 0; counted < n; ) {
            day = day.plusDays(direction);
            if (isWorking(day)) {
                counted++;
                pause = 0;
            } else if (++pause > LONGEST_PAUSE_DAYS) {
                throw new IllegalStateException("No working day within a year of " + day);
            }
        }
        return day;
    }
}
