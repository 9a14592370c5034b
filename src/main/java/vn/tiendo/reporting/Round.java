package vn.tiendo.reporting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Kỳ báo cáo: one duty of a plan in one period, and the consolidation made of its reports. */
public record Round(
        String id,
        String plan,
        @Nullable Integer duty,
        @Nullable Integer term,
        String name,
        @Nullable String label,
        LocalDate opensOn,
        LocalDate lastDay,
        @Nullable LocalTime dueTime,
        @Nullable LocalDate cutOff,
        @Nullable LocalDate officeLastDay,
        @Nullable LocalDate superiorLastDay,
        @Nullable String question,
        @Nullable String askedBy,
        State state,
        @Nullable String recipient,
        @Nullable String via,
        @Nullable String content,
        @Nullable String editedBy,
        @Nullable String approvedBy,
        @Nullable UUID document,
        @Nullable String code,
        @Nullable LocalDate issuedOn,
        @Nullable OffsetDateTime climbedUntil) {

    /** The consolidation is for others to read once it is sent. */
    public boolean isPublic() {
        return state == State.SENT || state == State.CLOSED;
    }

    public enum State {
        PLANNED,
        OPEN,
        GATHERED,
        CONSOLIDATED,
        APPROVED,
        SENT,
        CLOSED
    }
}
