package vn.tiendo.calendar;

import java.time.Instant;
import java.time.LocalDate;
import vn.tiendo.engine.OfficeTime;

/**
 * Until when something is in time: the whole of one last day in the office's zone.
 *
 * <p>Only the end of a period depends on the working days, and only while it is computed; a day that a text names stays
 * where it is named, also on a day off.
 */
public record DayLimit(LocalDate lastPermittedDay) {

    /** "Trước ngày": before the named day, as the issuer reads it. */
    public static DayLimit before(LocalDate named, BeforeReading reading) {
        return new DayLimit(reading.lastPermittedDay(named));
    }

    /** "Chậm nhất", "muộn nhất", "đến hết ngày", "trong ngày": the named day is included. */
    public static DayLimit until(LocalDate named) {
        return new DayLimit(named);
    }

    /** "Quý I/2023": within the quarter, its last day included. @param quarter 1 to 4 */
    public static DayLimit quarter(int quarter, int year) {
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("A year has four quarters, not " + quarter);
        }
        return until(LocalDate.of(year, quarter * 3, 1).plusMonths(1).minusDays(1));
    }

    /** "Trong n ngày làm việc": {@code from} itself is not counted (Civil Code, article 147). */
    public static DayLimit workingDays(LocalDate from, int n, WorkingDays calendar) {
        return new DayLimit(calendar.onOrAfter(calendar.after(from, n)));
    }

    /**
     * "Trong n ngày": calendar days, {@code from} itself not counted; a period that would end on a day off ends with the
     * next working day (Civil Code, articles 147 and 148).
     */
    public static DayLimit days(LocalDate from, int n, WorkingDays calendar) {
        return new DayLimit(calendar.onOrAfter(from.plusDays(n)));
    }

    /** What people are told: the last working day on or before the last permitted day. */
    public LocalDate sendBy(WorkingDays calendar) {
        return calendar.sendBy(lastPermittedDay);
    }

    /** Midnight after the last permitted day in the office's zone: from this instant on it is late. */
    public Instant lateFrom() {
        return lastPermittedDay.plusDays(1).atStartOfDay(OfficeTime.ZONE).toInstant();
    }

    public boolean isLate(LocalDate done) {
        return done.isAfter(lastPermittedDay);
    }

    /**
     * Working days after the last permitted day until and with {@code done}; 0 when in time, and also when it came on a
     * day off before the next working day.
     */
    public int workingDaysLate(LocalDate done, WorkingDays calendar) {
        return calendar.between(lastPermittedDay, done);
    }
}
