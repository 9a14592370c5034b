package vn.tiendo.deadline;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Remembered;

/**
 * Working days: Monday to Friday without the days off in the calendar table, plus the days it says are worked.
 *
 * <p>Days off are the holidays of the Labour Code, article 112, their compensation and the days the government swaps.
 */
@Component
public class WorkingCalendar {

    private final Remembered<Map<LocalDate, Kind>> special;

    WorkingCalendar(JdbcClient database, Clock clock) {
        special = new Remembered<>(() -> special(database), clock);
    }

    /** The n-th working day after {@code day}; {@code day} itself is not counted; n = 0 gives {@code day}. */
    public LocalDate after(LocalDate day, int n) {
        return count(day, n, 1);
    }

    /** The n-th working day before {@code day}; {@code day} itself is not counted. */
    public LocalDate before(LocalDate day, int n) {
        return count(day, n, -1);
    }

    /** The last working day on or before {@code day}: until then people should send. */
    public LocalDate sendBy(LocalDate day) {
        return count(day.plusDays(1), 1, -1);
    }

    /** Working days after {@code from} until and with {@code to}; 0 if there is none. */
    public int between(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(this::isWorking)
                .count();
    }

    private LocalDate count(LocalDate start, int n, int direction) {
        var day = start;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(direction);
            if (isWorking(day)) {
                counted++;
            }
        }
        return day;
    }

    private static Map<LocalDate, Kind> special(JdbcClient database) {
        var days = new HashMap<LocalDate, Kind>();
        database.sql("select day, kind from calendar_day")
                .query((row, number) ->
                        days.put(row.getObject("day", LocalDate.class), Kind.valueOf(row.getString("kind"))))
                .list();
        return days;
    }

    private boolean isWorking(LocalDate day) {
        var kind = special.get().get(day);
        if (kind != null) {
            return kind == Kind.SWAPPED_WORKING;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    enum Kind {
        HOLIDAY,
        COMPENSATORY,
        SWAPPED_OFF,
        SWAPPED_WORKING
    }
}
