package vn.tiendo.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One unit's score in one plan and year.
 *
 * <p>{@code selfPoints} and {@code points} are sums, null until there is anything to add up; {@code points} counts bonus
 * and penalty. {@code knockedOut}: never scored itself, or has nothing in a criterion that is a knock-out.
 */
public record Assessment(
        String id,
        String plan,
        String unit,
        String scheme,
        int year,
        LocalDate lastDay,
        State state,
        @Nullable String scoredBy,
        @Nullable OffsetDateTime scoredAt,
        BigDecimal bonus,
        BigDecimal penalty,
        @Nullable String adjustment,
        boolean disciplined,
        @Nullable Rating rating,
        @Nullable BigDecimal selfPoints,
        @Nullable BigDecimal points,
        boolean atZero,
        boolean knockedOut) {

    /** The unit reads the verified score when the signer has confirmed it, not while others still judge. */
    public Assessment asTheUnitSeesIt() {
        if (isConfirmed()) {
            return this;
        }
        return new Assessment(
                id,
                plan,
                unit,
                scheme,
                year,
                lastDay,
                state,
                scoredBy,
                scoredAt,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                false,
                null,
                selfPoints,
                null,
                false,
                false);
    }

    boolean isConfirmed() {
        return state == State.CONFIRMED || state == State.SENT;
    }

    public enum State {
        ASKED,
        RETURNED,
        VERIFYING,
        CONFIRMING,
        CONFIRMED,
        SENT
    }

    /** What {@code rating.dmn} may answer. */
    public enum Rating {
        EXCELLENT,
        GOOD,
        COMPLETED,
        NOT_COMPLETED
    }
}
