package vn.tiendo.calendar;

import java.time.LocalDate;

/**
 * A day that is not what its weekday says, and the law or decision that makes it so.
 *
 * @param proposed nobody has confirmed it: it is shown, but does not count
 */
public record CalendarDay(LocalDate day, Kind kind, String name, String source, boolean proposed) {

    /** Labour Code, articles 111 and 112; days are swapped by the government's yearly announcement. */
    public enum Kind {
        HOLIDAY,
        COMPENSATORY,
        SWAPPED_OFF,
        SWAPPED_WORKING
    }
}
