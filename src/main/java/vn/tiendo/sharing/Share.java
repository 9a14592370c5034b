package vn.tiendo.sharing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.tiendo.engine.OfficeTime;

/**
 * A part of an assignment.
 *
 * @param unit that owes it; of {@code person} if the head gave it to one of his officials, else another unit that is asked
 * @param work what is to be done
 */
record Share(
        String id,
        String assignment,
        String unit,
        @Nullable String person,
        String work,
        LocalDate lastDay,
        State state,
        String givenBy,
        OffsetDateTime givenAt,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable OffsetDateTime answeredAt,
        OffsetDateTime climbedUntil) {

    boolean isOpen() {
        return state == State.GIVEN;
    }

    /** Handed in after its day, or not at all although it is over. */
    boolean lateBy(OffsetDateTime now) {
        return (isOpen() || state == State.HANDED_IN)
                && (answeredAt == null ? now : answeredAt)
                        .atZoneSameInstant(OfficeTime.ZONE)
                        .toLocalDate()
                        .isAfter(lastDay);
    }

    /** {@code ENDED} with its assignment, before anything was handed in. */
    enum State {
        GIVEN,
        HANDED_IN,
        DECLINED,
        ENDED
    }
}
