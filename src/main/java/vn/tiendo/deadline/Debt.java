package vn.tiendo.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import vn.tiendo.directory.Official;

/**
 * Something that is owed until a day.
 *
 * @param key business key of the case that waits for it
 * @param kind as the ladder's table names it
 * @param open false while nothing is owed, for example while somebody else judges what was handed in
 * @param what its name, {@code source} the place of the plan that asks for it
 * @param unit who owes it
 * @param lastDay last permitted day, null while it has none and climbs no ladder; {@code late} if it was handed in after it, or not at all until now
 * @param toldUntil rungs up to this moment were told
 */
public record Debt(
        String key,
        Kind kind,
        Relation relation,
        boolean open,
        @Nullable String plan,
        String what,
        String source,
        String unit,
        String unitName,
        @Nullable LocalDate lastDay,
        boolean late,
        Instant toldUntil,
        Collection<Official> holders) {

    /** {@code owed.…} in the message file says what has to be handed in. */
    public enum Kind {
        REPORT,
        CONSOLIDATION,
        ASSIGNMENT,
        RECEIPT,
        SHARE
    }

    /** A body of the committee is ordered, one beside or above it is asked: reminded politely and never escalated. */
    public enum Relation {
        ORDER,
        REQUEST
    }
}
