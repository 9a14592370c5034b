package vn.tiendo.distribution;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One recipient's copy of an issued document. */
public record Delivery(
        String id,
        String plan,
        String subject,
        String recipient,
        @Nullable String address,
        UUID document,
        State state,
        int attempts,
        @Nullable String lastError,
        @Nullable OffsetDateTime settledAt,
        @Nullable String note) {

    public enum State {
        WAITING,
        SENT,
        UNDELIVERABLE,
        HANDED
    }
}
