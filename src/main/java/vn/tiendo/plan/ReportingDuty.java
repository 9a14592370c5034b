package vn.tiendo.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.calendar.BeforeReading;

/**
 * Chế độ báo cáo: who reports what to whom until when.
 *
 * @param terms its deadlines; a term without date is legal and listed as "chưa có hạn"
 * @param reporters codes of units and of groups of units
 * @param recipients codes of the units that are to read the consolidation, for example two superiors
 * @param channels codes of the units it goes through ("qua …"); where there are any, they receive it
 * @param scheme code of the criteria by which the reporters score themselves; null if they report
 * @param mergedInto position of the duty of the same plan whose reports contain this one, or null
 */
public record ReportingDuty(
        int position,
        String name,
        Period period,
        Operator operator,
        List<Term> terms,
        List<String> reporters,
        List<String> recipients,
        List<String> channels,
        Method method,
        @Nullable String outline,
        @Nullable String scheme,
        @Nullable Integer mergedInto,
        List<Figure> figures) {

    /** Tự chấm điểm: there is no round and nothing to consolidate. */
    public boolean isSelfAssessment() {
        return scheme != null;
    }

    public ReportingDuty with(List<Figure> asked) {
        return new ReportingDuty(
                position,
                name,
                period,
                operator,
                terms,
                reporters,
                recipients,
                channels,
                method,
                outline,
                scheme,
                mergedInto,
                asked);
    }

    /** It may still get a date; what is reported on request never does. */
    public boolean awaitsDate() {
        return mergedInto == null
                && operator != Operator.PER_REQUEST
                && period != Period.AD_HOC
                && (terms.isEmpty() || terms.stream().anyMatch(term -> term.date() == null));
    }

    /** Who is sent the consolidation; whoever stands above the committee if the plan names nobody. */
    public List<String> receivers() {
        return channels.isEmpty() ? recipients : channels;
    }

    /**
     * The last day on which a report is in time, in the office's zone; null without a date.
     *
     * <p>"Trước ngày 10/5" read literally ends with 9/5; a named date does not move to a working day.
     *
     * @param reading how the issuer means "trước ngày"
     */
    public @Nullable LocalDate lastPermittedDay(@Nullable LocalDate date, BeforeReading reading) {
        return date == null || operator != Operator.BEFORE ? date : reading.lastPermittedDay(date);
    }

    /**
     * One deadline of the duty.
     *
     * @param date of the units' reports as the plan names it
     * @param cutOff last day the figures cover
     * @param officeDate until which the office has consolidated them
     * @param superiorDate until which the superior has the consolidation
     */
    public record Term(
            int number,
            @Nullable String label,
            @Nullable LocalDate date,
            @Nullable LocalDate cutOff,
            @Nullable LocalDate officeDate,
            @Nullable LocalDate superiorDate) {}

    /** A figure every reporter states; {@code target} is the one of the whole plan. */
    public record Figure(
            int number,
            String name,
            String measure,
            @Nullable BigDecimal target,
            Gathering gathering) {}

    /** How figures of several units become one: added up, or the latest one. */
    public enum Gathering {
        SUM,
        LAST
    }

    /** How the report reaches its receiver. */
    public enum Method {
        SYSTEM,
        PAPER,
        EMAIL
    }

    public enum Period {
        MONTHLY,
        QUARTERLY,
        SEMI_ANNUAL,
        NINE_MONTH,
        ANNUAL,
        ONCE,
        AD_HOC,
        PERIODIC_UNSPECIFIED
    }

    public enum Operator {
        BEFORE,
        ON_OR_BEFORE,
        WITHIN,
        PER_REQUEST,
        PER_REGULATION,
        NOT_STATED
    }
}
