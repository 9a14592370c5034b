package vn.tiendo.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tiendo.calendar.DeadlineChanges;

/** A stage whose debts may get a later last day from the leader in charge. */
public interface MovableDebts extends Debts {

    /** The name under which its deadlines are noted. */
    String deadlineName();

    /** @throws vn.tiendo.engine.Refusal at {@code field} if nothing is owed, or the day is not after the one in force, or past */
    void refuseUnlessLater(String key, String field, LocalDate newDay);

    /** Row, task and timers together; refuses what {@link #refuseUnlessLater} does. */
    void move(String key, LocalDate newDay, DeadlineChanges.Cause cause, @Nullable String reason);
}
