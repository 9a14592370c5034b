package vn.tiendo.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.springframework.stereotype.Component;
import vn.tiendo.calendar.WorkingCalendar;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.UsableInModels;

/** The dates that models ask for as {@code ${deadline.…}}: due dates end with the working day, reminders come with it. */
@Component
public class Deadline {

    static final LocalTime DAY_BEGINS = LocalTime.of(8, 0);
    static final LocalTime DAY_ENDS = LocalTime.of(17, 0);

    private final WorkingCalendar calendar;
    private final Clock clock;

    Deadline(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** End of the n-th working day after today. */
    @UsableInModels
    public Date workingDays(int n) {
        return at(calendar.after(LocalDate.now(clock), n), DAY_ENDS);
    }

    /** Morning of the n-th working day before the day {@code due} lies in; before a day off, before the last working day. */
    @UsableInModels
    public Date before(Date due, int n) {
        return at(calendar.before(calendar.sendBy(day(due)), n), DAY_BEGINS);
    }

    /** Morning of the n-th working day after the day {@code due} lies in. */
    @UsableInModels
    public Date after(Date due, int n) {
        return at(calendar.after(day(due), n), DAY_BEGINS);
    }

    /**
     * When the office no longer waits for late reports: five working days after they were due, but early enough to
     * consolidate in two working days what is owed to the superior.
     */
    @UsableInModels
    public Date gatheringEnds(Date due, Date sendDue) {
        var days = calendar.days();
        var patience = days.after(day(due), 5);
        var latest = days.before(days.sendBy(day(sendDue)), 2);
        var earliest = days.after(day(due), 1);
        var end = latest.isBefore(patience) ? latest : patience;
        return at(end.isBefore(earliest) ? earliest : end, DAY_BEGINS);
    }

    /** End of the last working day of this year. */
    @UsableInModels
    public Date endOfYear() {
        return at(calendar.sendBy(LocalDate.now(clock).withMonth(12).withDayOfMonth(31)), DAY_ENDS);
    }

    /** What is due before this is due soon: the next three working days. */
    @UsableInModels
    public Date soon() {
        return workingDays(3);
    }

    /** When work that is due on a day is due. */
    public static Date endOf(LocalDate day) {
        return at(day, DAY_ENDS);
    }

    public static Date morningOf(LocalDate day) {
        return at(day, DAY_BEGINS);
    }

    public static LocalDate day(Date date) {
        return date.toInstant().atZone(OfficeTime.ZONE).toLocalDate();
    }

    private static Date at(LocalDate day, LocalTime time) {
        return OfficeTime.asDate(day.atTime(time).atZone(OfficeTime.ZONE).toInstant());
    }
}
