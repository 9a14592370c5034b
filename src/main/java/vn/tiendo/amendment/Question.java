package vn.tiendo.amendment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a leader is asked about a deadline, and what he answered.
 *
 * @param debt business key of the report or assignment
 * @param askedBy the official who asks for more time; null when the ladder put the overdue work before the leader
 * @param wanted last day the unit asks for
 */
record Question(
        String id,
        String debt,
        DeadlineDecision.Matter matter,
        @Nullable String askedBy,
        OffsetDateTime askedAt,
        @Nullable LocalDate wanted,
        @Nullable String reason,
        @Nullable Answer answer,
        @Nullable LocalDate newDay,
        @Nullable String remark,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String code,
        @Nullable UUID document) {

    /** {@code LAPSED}: it came in before anybody had answered. */
    enum Answer {
        GRANTED,
        REFUSED,
        REMINDED,
        EXPLAIN,
        LAPSED
    }
}
