package vn.tiendo.reporting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.tiendo.engine.OfficeTime;

/**
 * One unit's report in a round.
 *
 * @param unit that was asked; {@code answerable} is the one that owes it now, another one after a merger
 * @param lastDay last permitted day of the deadline in force; {@code dueTime} on it, or null for the whole day
 * @param firstHandedInAt since the deadline in force was set: a report returned for correction is not late for that
 */
public record Report(
        String id,
        String plan,
        String round,
        String unit,
        String answerable,
        LocalDate askedOn,
        LocalDate lastDay,
        @Nullable LocalTime dueTime,
        State state,
        boolean nil,
        @Nullable String content,
        @Nullable String difficulties,
        @Nullable String proposals,
        @Nullable String explanation,
        @Nullable String handedInBy,
        @Nullable OffsetDateTime handedInAt,
        @Nullable OffsetDateTime firstHandedInAt,
        OffsetDateTime climbedUntil) {

    public boolean late() {
        return firstHandedInAt != null && isLate(firstHandedInAt);
    }

    /** Handed in after its day, or not at all although it is over. */
    public boolean lateBy(OffsetDateTime now) {
        return isLate(firstHandedInAt == null ? now : firstHandedInAt);
    }

    boolean isLate(OffsetDateTime moment) {
        return isLate(lastDay, dueTime, moment);
    }

    public static boolean isLate(LocalDate lastDay, @Nullable LocalTime dueTime, OffsetDateTime moment) {
        var local = moment.atZoneSameInstant(OfficeTime.ZONE).toLocalDateTime();
        return local.toLocalDate().isAfter(lastDay) || (dueTime != null && local.isAfter(lastDay.atTime(dueTime)));
    }

    boolean isOwed() {
        return state == State.ASKED || state == State.RETURNED;
    }

    public enum State {
        ASKED,
        HANDED_IN,
        RETURNED,
        ACCEPTED,
        MISSING
    }
}
