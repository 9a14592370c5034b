package vn.tiendo.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One figure as a unit states it.
 *
 * @param number place among the figures the round asks for
 * @param estimated "ước"
 * @param source where the unit has it from
 * @param cutOff last day it covers
 */
public record ReportFigure(
        int number,
        @Nullable BigDecimal periodValue,
        @Nullable BigDecimal cumulative,
        boolean estimated,
        @Nullable String source,
        @Nullable LocalDate cutOff) {

    /** A number nobody can check. */
    public boolean unsourced() {
        return source == null || cutOff == null;
    }
}
