package vn.tiendo.reporting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plan.ReportingDuty;

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
        @Nullable String content,
        @Nullable String editedBy,
        @Nullable String approvedBy,
        @Nullable UUID document,
        @Nullable String code,
        @Nullable LocalDate issuedOn,
        OffsetDateTime climbedUntil) {

    /** "Báo cáo quý, quý I": the duty and which of its terms. */
    public String title() {
        return label == null ? name : name + ", " + label;
    }

    boolean isOf(ReportingDuty otherDuty, ReportingDuty.Term otherTerm) {
        return Objects.equals(duty, otherDuty.position()) && Objects.equals(term, otherTerm.number());
    }

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
