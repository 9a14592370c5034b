package vn.tiendo.extraction.parsing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's text says; nothing of it is true until a person has confirmed it.
 *
 * @param code null while the number is blank
 * @param date null while day or month is blank
 * @param heading where each of the single values was found; absent ones are not in it
 */
public record ExtractedPlan(
        @Nullable String issuingBody,
        @Nullable String code,
        @Nullable String place,
        @Nullable LocalDate date,
        @Nullable String subject,
        @Nullable Integer planYear,
        @Nullable Proposal proposal,
        @Nullable Content content,
        List<LegalBasis> legalBases,
        List<Assignment> tasks,
        List<Duty> reportingDuties,
        List<OtherDeadline> otherDeadlines,
        List<Recipient> recipients,
        @Nullable Signer signer,
        List<Found> heading) {

    /** Character offsets into the text that was read, the end exclusive. */
    public record Source(int from, int to) {}

    /** Where a single value of the plan stands. */
    public record Found(String field, Source source, double confidence) {}

    /** The paragraphs from the first heading to the signature, without tables. */
    public record Content(String text, Source source, double confidence) {}

    /** The Tờ trình a plan rests on. */
    public record Proposal(
            String code, @Nullable LocalDate date, @Nullable String submittingUnit, Source source, double confidence) {}

    /** @param text the basis as a line of the plan, code the number, or a law's name where it has none */
    public record LegalBasis(
            String type,
            @Nullable String code,
            @Nullable LocalDate date,
            @Nullable String issuer,
            String text,
            Source source,
            double confidence) {}

    public record Assignment(
            String ref,
            String text,
            Kind kind,
            List<String> leads,
            List<String> coordinators,
            @Nullable String timeText,
            @Nullable LocalDate due,
            Source source,
            double confidence) {

        /** EXPLICIT names a unit; a REQUEST goes outside the chain of command; a TARGET is an indicator. */
        public enum Kind {
            EXPLICIT,
            REQUEST,
            TARGET,
            IMPLICIT,
            NONE
        }
    }

    public record Duty(
            @Nullable String reporter,
            @Nullable String recipient,
            List<String> via,
            List<Period> periods,
            Operator operator,
            @Nullable LocalDate date,
            @Nullable String deadlineText,
            Source source,
            double confidence) {}

    public record OtherDeadline(
            String what,
            @Nullable String who,
            Operator operator,
            @Nullable LocalDate date,
            String deadlineText,
            Source source,
            double confidence) {}

    public record Recipient(String text, Role role, Source source, double confidence) {}

    public record Signer(
            List<String> capacities,
            @Nullable String title,
            @Nullable String name,
            Source source,
            double confidence) {}

    public enum Period {
        MONTHLY,
        QUARTERLY,
        SEMI_ANNUAL,
        NINE_MONTH,
        ANNUAL,
        AD_HOC,
        PERIODIC_UNSPECIFIED
    }

    public enum Operator {
        BEFORE,
        ON_OR_BEFORE,
        WITHIN,
        AT,
        RECURRING,
        PER_REQUEST,
        PER_REGULATION,
        PROMPTLY,
        NOT_STATED
    }

    public enum Role {
        TO_REPORT,
        TO_COORDINATE,
        TO_EXECUTE,
        PUBLISH,
        ARCHIVE,
        UNSPECIFIED
    }
}
