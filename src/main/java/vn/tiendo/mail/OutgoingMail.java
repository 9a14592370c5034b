package vn.tiendo.mail;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail as it is stored and sent. */
public record OutgoingMail(
        UUID id,
        @Nullable String plan,
        String recipientName,
        String address,
        String subject,
        String bodyText,
        String bodyHtml,
        @Nullable UUID attachment,
        State state,
        int attempts,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime sentAt,
        @Nullable String lastError) {

    public enum State {
        WAITING,
        SENT,
        FAILED
    }
}
