package vn.tiendo.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chế độ báo cáo: who reports what to whom until when. Without a date it is legal and listed as "chưa có hạn". */
public record ReportingDuty(
        int position,
        String name,
        Period period,
        Operator operator,
        @Nullable LocalDate date,
        List<String> reporters,
        @Nullable String recipient,
        @Nullable String via) {

    /**
     * The last day on which a report is in time, in the office's zone; null without a date.
     *
     * <p>"Trước ngày 10/5" read literally ends with 9/5; a named date does not move to a working day.
     */
    public @Nullable LocalDate lastPermittedDay() {
        if (date == null) {
            return null;
        }
        return operator == Operator.BEFORE ? date.minusDays(1) : date;
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
