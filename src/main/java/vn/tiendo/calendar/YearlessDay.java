package vn.tiendo.calendar;

import java.time.LocalDate;
import java.time.MonthDay;

/** A day without a year, "trước ngày 10/5": of the plan's year, or of the next if the plan is issued after it. */
public record YearlessDay(MonthDay day) {

    /** @param issued day of issue; before the issue is known, the day of drafting */
    public Resolved in(int planYear, LocalDate issued) {
        var date = day.atYear(planYear);
        if (date.isBefore(issued)) {
            return new Resolved(day.atYear(planYear + 1), true);
        }
        return new Resolved(date, !day.isValidYear(planYear));
    }

    /** @param askDrafter the year is a guess, or the year has no 29/2 and 28/2 is taken: the drafter has to confirm it */
    public record Resolved(LocalDate date, boolean askDrafter) {}
}
