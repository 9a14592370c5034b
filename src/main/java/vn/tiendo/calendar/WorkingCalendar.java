package vn.tiendo.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Remembered;

/**
 * The working days as the table {@code calendar_day} has them now; proposals do not count.
 *
 * <p>Days off are the holidays of the Labour Code, article 112, their compensation and the days the government swaps.
 */
@Component
public class WorkingCalendar {

    private final JdbcClient database;
    private final Remembered<WorkingDays> days;

    WorkingCalendar(JdbcClient database, Clock clock) {
        this.database = database;
        days = new Remembered<>(this::read, clock);
    }

    /** As the table was within the last minute; a decade of days off is some two hundred rows. */
    public WorkingDays days() {
        return days.get();
    }

    /** The table has changed, or its change was taken back. */
    void forget() {
        days.forget();
    }

    private WorkingDays read() {
        var special = new HashMap<LocalDate, CalendarDay.Kind>();
        database.sql("select day, kind from calendar_day where not proposed")
                .query((row, number) -> special.put(
                        row.getObject("day", LocalDate.class), CalendarDay.Kind.valueOf(row.getString("kind"))))
                .list();
        return new WorkingDays(special);
    }

    /** See {@link WorkingDays#after}. */
    public LocalDate after(LocalDate day, int n) {
        return days().after(day, n);
    }

    /** See {@link WorkingDays#before}. */
    public LocalDate before(LocalDate day, int n) {
        return days().before(day, n);
    }

    /** See {@link WorkingDays#sendBy}. */
    public LocalDate sendBy(LocalDate day) {
        return days().sendBy(day);
    }

    /** See {@link WorkingDays#between}. */
    public int between(LocalDate from, LocalDate to) {
        return days().between(from, to);
    }

    /** How the unit that issues a document reads "trước ngày"; literally, unless the table says otherwise. */
    public BeforeReading readingOf(String issuer) {
        return database.sql("select before_reading from unit where code = ?")
                .param(issuer)
                .query(BeforeReading.class)
                .optional()
                .orElse(BeforeReading.STRICT);
    }
}
