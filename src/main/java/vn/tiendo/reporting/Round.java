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

    /** Without the consolidation as long as it is not sent. */
    public Round asOthersSeeIt() {
        if (state == State.SENT || state == State.CLOSED) {
            return this;
        }
        return new Round(
                id, plan, duty, name, opensOn, lastDay, state, recipient, via, null, editedBy, approvedBy, document);
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
