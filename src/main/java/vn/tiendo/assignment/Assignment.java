package vn.tiendo.assignment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.plan.Draft;

/**
 * What one unit is to do of one task of an issued plan.
 *
 * @param task place of the task in the plan, {@code text} what it says
 * @param unit that was given it; {@code answerable} is the one that owes it now
 * @param lastDay last permitted day of the deadline in force; null while it has none
 * @param firstHandedInAt since the deadline in force was set: a result returned for correction is not late for that
 */
public record Assignment(
        String id,
        String plan,
        int task,
        String text,
        Draft.Assignment.Kind kind,
        String unit,
        String answerable,
        LocalDate givenOn,
        @Nullable LocalDate lastDay,
        State state,
        @Nullable String workPlan,
        int percent,
        @Nullable String progress,
        @Nullable String difficulties,
        @Nullable String result,
        @Nullable String explanation,
        @Nullable String handedInBy,
        @Nullable OffsetDateTime handedInAt,
        @Nullable OffsetDateTime firstHandedInAt,
        OffsetDateTime climbedUntil) {

    private static final int LONGEST_TITLE = 120;

    /** Handed in after its day, or not at all although it is over; what nobody waits for any more is late no longer. */
    public boolean lateBy(OffsetDateTime now) {
        return lastDay != null
                && (isOpen() || firstHandedInAt != null)
                && (firstHandedInAt == null ? now : firstHandedInAt)
                        .atZoneSameInstant(OfficeTime.ZONE)
                        .toLocalDate()
                        .isAfter(lastDay);
    }

    /** The unit has something to do about it now. */
    public boolean isOwed() {
        return state == State.GIVEN || state == State.ACCEPTED || state == State.RETURNED;
    }

    /** Its case goes on. */
    public boolean isOpen() {
        return isOwed() || state == State.OBJECTED || state == State.HANDED_IN;
    }

    /** The beginning of what it says, for subjects of letters and for lists. */
    public String title() {
        var line = text.lines().findFirst().orElse(text);
        return line.length() <= LONGEST_TITLE
                ? line
                : line.substring(0, line.lastIndexOf(' ', LONGEST_TITLE) + 1).strip() + "…";
    }

    /** {@code ONGOING} has no end: the unit tells of it with each of its reports. */
    public enum State {
        ONGOING,
        GIVEN,
        OBJECTED,
        ACCEPTED,
        HANDED_IN,
        RETURNED,
        DONE,
        WITHDRAWN,
        UNFINISHED
    }
}
