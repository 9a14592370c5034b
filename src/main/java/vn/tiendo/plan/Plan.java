package vn.tiendo.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan from its Tờ trình to the archive; {@code code} and {@code issuedOn} are blank until the clerk fills them in. */
public record Plan(
        String id,
        PlanStatus status,
        String proposalNumber,
        LocalDate proposalDate,
        String proposalUnit,
        String proposalSummary,
        String proposedBy,
        String drafter,
        String subject,
        int year,
        String content,
        @Nullable String signer,
        @Nullable String signatureBlock,
        @Nullable String approvedBy,
        @Nullable OffsetDateTime approvedAt,
        @Nullable String code,
        @Nullable LocalDate issuedOn,
        @Nullable UUID document,
        @Nullable String seal,
        @Nullable OffsetDateTime sealedAt) {

    /** How people name it: by its number once it has one. */
    public String title() {
        return code == null ? subject : code + " - " + subject;
    }
}
