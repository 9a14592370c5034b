package vn.tiendo.reporting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plan.ReportingDuty;

/**
 * A figure every unit of a round states.
 *
 * @param number place among all figures of the round, also those of duties merged into its duty
 * @param origin name of the merged duty it comes from; null if it is the round's own
 */
public record AskedFigure(
        int number,
        @Nullable String origin,
        String name,
        String measure,
        @Nullable BigDecimal target,
        ReportingDuty.Gathering gathering) {}
