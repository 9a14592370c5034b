package vn.tiendo.dashboard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something a unit owes, or takes part in.
 *
 * @param id business key of its case
 * @param asker who asked for it, or leads it; null if it is owed to the committee by the plan itself
 * @param lastDay last permitted day; null while it has none
 * @param waiting the unit has something to do about it now
 */
record Obligation(
        Kind kind,
        String id,
        String what,
        @Nullable String asker,
        @Nullable LocalDate lastDay,
        boolean waiting,
        String plan,
        String planTitle) {

    boolean lateOn(LocalDate today) {
        return waiting && lastDay != null && today.isAfter(lastDay);
    }

    enum Kind {
        REPORT,
        ASSIGNMENT,
        SHARE,
        ASSESSMENT,
        CO_LEAD,
        COORDINATOR,
        ONGOING
    }
}
