package vn.tiendo.reporting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Kỳ báo cáo: one duty of a plan in one period, and the consolidation made of its reports. */
public record Round(
        String id,
        String plan,
        int duty,
        String name,
        LocalDate opensOn,
        LocalDate lastDay,
        State state,
        @Nullable String recipient,
        @Nullable String via,
        @Nullable String content,
        @Nullable String editedBy,
        @Nullable String approvedBy,
        @Nullable UUID document) {

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
