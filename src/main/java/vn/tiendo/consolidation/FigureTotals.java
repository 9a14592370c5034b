package vn.tiendo.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plan.ReportingDuty.Gathering;
import vn.tiendo.reporting.AskedFigure;
import vn.tiendo.reporting.ReportFigure;

/**
 * What the units' figures are together.
 *
 * @param period null if no unit states it; likewise {@code cumulative}
 * @param estimated a unit's figure is "ước", so the total is
 * @param without units that state nothing
 * @param unsourced units whose figure has no source or no cut-off
 */
record FigureTotals(
        AskedFigure figure,
        @Nullable BigDecimal period,
        @Nullable BigDecimal cumulative,
        boolean estimated,
        List<String> without,
        List<String> unsourced) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param units what each unit states, in the order of the units; an empty map for one that has not reported */
    static List<FigureTotals> of(List<AskedFigure> asked, Map<String, Map<Integer, ReportFigure>> units) {
        return asked.stream().map(figure -> of(figure, units)).toList();
    }

    private static FigureTotals of(AskedFigure figure, Map<String, Map<Integer, ReportFigure>> units) {
        var stated = new ArrayList<ReportFigure>();
        var without = new ArrayList<String>();
        var unsourced = new ArrayList<String>();
        units.forEach((unit, figures) -> {
            var one = figures.get(figure.number());
            if (one == null) {
                without.add(unit);
                return;
            }
            stated.add(one);
            if (one.unsourced()) {
                unsourced.add(unit);
            }
        });
        return new FigureTotals(
                figure,
                together(figure.gathering(), stated, ReportFigure::periodValue),
                together(figure.gathering(), stated, ReportFigure::cumulative),
                stated.stream().anyMatch(ReportFigure::estimated),
                without,
                unsourced);
    }

    /** The latest is the one with the latest cut-off, among equals that of the last unit. */
    private static @Nullable BigDecimal together(
            Gathering gathering, List<ReportFigure> stated, Function<ReportFigure, @Nullable BigDecimal> part) {
        var known = stated.stream().filter(figure -> part.apply(figure) != null);
        return switch (gathering) {
            case SUM ->
                known.map(part)
                        .map(Objects::requireNonNull)
                        .reduce(BigDecimal::add)
                        .orElse(null);
            case LAST ->
                known.sorted(Comparator.comparing(figure -> Objects.requireNonNullElse(figure.cutOff(), LocalDate.MIN)))
                        .reduce((earlier, later) -> later)
                        .map(part)
                        .orElse(null);
        };
    }

    /** Share of the target in percent with at most one decimal; null without target or without figure. */
    @Nullable
    BigDecimal reached() {
        var value = cumulative == null ? period : cumulative;
        var target = figure.target();
        return value == null || target == null || target.signum() == 0
                ? null
                : value.multiply(HUNDRED).divide(target, 1, RoundingMode.HALF_UP);
    }
}
