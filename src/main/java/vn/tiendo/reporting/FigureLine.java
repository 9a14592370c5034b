package vn.tiendo.reporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tiendo.form.Entries;

/** A figure as forms show it: what is asked, what the unit states and what it stated last time. */
record FigureLine(
        int number,
        @Nullable String origin,
        String name,
        String measure,
        @Nullable String target,
        @Nullable String periodValue,
        @Nullable String cumulative,
        boolean estimated,
        @Nullable String source,
        @Nullable String cutOff,
        boolean unsourced,
        @Nullable String previous) {

    static List<FigureLine> of(
            List<AskedFigure> asked, Map<Integer, ReportFigure> stated, Map<Integer, ReportFigure> before) {
        return asked.stream()
                .map(figure -> of(figure, stated.get(figure.number()), before.get(figure.number())))
                .toList();
    }

    private static FigureLine of(AskedFigure asked, @Nullable ReportFigure stated, @Nullable ReportFigure before) {
        return new FigureLine(
                asked.number(),
                asked.origin(),
                asked.name(),
                asked.measure(),
                print(asked.target()),
                stated == null ? null : print(stated.periodValue()),
                stated == null ? null : print(stated.cumulative()),
                stated != null && stated.estimated(),
                stated == null ? null : stated.source(),
                stated == null || stated.cutOff() == null ? null : Entries.print(stated.cutOff()),
                stated != null && stated.unsourced(),
                before == null ? null : print(before.cumulative()));
    }

    private static @Nullable String print(@Nullable BigDecimal number) {
        return number == null ? null : Entries.print(number);
    }
}
