package vn.tiendo.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.plan.ReportingDuty.Gathering;
import vn.tiendo.reporting.AskedFigure;
import vn.tiendo.reporting.ReportFigure;

/** What the figures of several units are together. */
class FigureTotalsTest {

    private static final LocalDate APRIL = LocalDate.of(2023, 4, 30);

    private static AskedFigure asked(Gathering gathering, @Nullable String target) {
        return new AskedFigure(1, null, "Hội nghị", "cuộc", target == null ? null : new BigDecimal(target), gathering);
    }

    private static ReportFigure stated(
            @Nullable String period, @Nullable String cumulative, @Nullable LocalDate cutOff) {
        return new ReportFigure(
                1,
                period == null ? null : new BigDecimal(period),
                cumulative == null ? null : new BigDecimal(cumulative),
                false,
                "Sổ họp",
                cutOff);
    }

    /** Two units and one that has not reported. */
    private static FigureTotals together(AskedFigure asked, ReportFigure one, ReportFigure other) {
        var units = new LinkedHashMap<String, Map<Integer, ReportFigure>>();
        units.put("Khu phố 1", Map.of(1, one));
        units.put("Khu phố 2", Map.of());
        units.put("Khu phố 3", Map.of(1, other));
        return FigureTotals.of(List.of(asked), units).get(0);
    }

    @Test
    void whatIsCountedIsAddedUpAndMeasuredAgainstTheTarget() {
        var total = together(asked(Gathering.SUM, "30"), stated("1.5", "10", APRIL), stated("2", "10", APRIL));

        assertThat(total.period()).isEqualByComparingTo("3.5");
        assertThat(total.cumulative()).isEqualByComparingTo("20");
        assertThat(total.reached()).isEqualByComparingTo("66.7");
        assertThat(total.without()).containsExactly("Khu phố 2");
        assertThat(total.unsourced()).isEmpty();
        assertThat(total.estimated()).isFalse();
    }

    @Test
    void whatIsAStateIsTheLatestOne() {
        var total =
                together(asked(Gathering.LAST, null), stated("80", null, APRIL.plusDays(1)), stated("70", null, APRIL));

        assertThat(total.period()).isEqualByComparingTo("80");
        assertThat(total.cumulative()).isNull();
        assertThat(total.reached()).as("there is no target").isNull();
    }

    @Test
    void oneEstimateMakesTheTotalAnEstimateAndAFigureNobodyCanCheckIsNamed() {
        var total = together(
                asked(Gathering.SUM, "0"),
                new ReportFigure(1, BigDecimal.ONE, null, true, null, APRIL),
                stated("1", null, null));

        assertThat(total.estimated()).isTrue();
        assertThat(total.unsourced()).containsExactly("Khu phố 1", "Khu phố 3");
        assertThat(total.reached()).as("a target of nothing").isNull();
    }
}
