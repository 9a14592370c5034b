package vn.tiendo.signing;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What the check of one signature found; {@code at} is the time the signature itself states. */
public record Finding(@Nullable String by, @Nullable OffsetDateTime at, State state) {

    public enum State {
        VALID,
        CHANGED,
        UNKNOWN_SIGNER,
        UNREADABLE
    }
}
