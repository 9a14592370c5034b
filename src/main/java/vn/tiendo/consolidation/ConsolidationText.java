package vn.tiendo.consolidation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.plan.Plans;
import vn.tiendo.reporting.Figures;
import vn.tiendo.reporting.Report;
import vn.tiendo.reporting.ReportFigure;
import vn.tiendo.reporting.Reports;
import vn.tiendo.reporting.Round;

/** The first draft of a consolidation: each unit's own words, their figures together, then who was late and who is missing. */
@Component
class ConsolidationText {

    private final Reports reports;
    private final Figures figures;
    private final Plans plans;
    private final Directory directory;

    ConsolidationText(Reports reports, Figures figures, Plans plans, Directory directory) {
        this.reports = reports;
        this.figures = figures;
        this.plans = plans;
        this.directory = directory;
    }

    String of(Round round) {
        var all = reports.ofRound(round.id());
        var names = directory.units().stream().collect(Collectors.toMap(Unit::code, Unit::name));
        var lines = new ArrayList<String>();
        lines.add(Sentences.of(
                "consolidation.text.opening", plans.get(round.plan()).title()));
        lines.add(Sentences.of("consolidation.text.results"));
        section(lines, all, names, Report::content, true);
        figures(lines, round, all, names);
        lines.add(Sentences.of("consolidation.text.difficulties"));
        section(lines, all, names, Report::difficulties, false);
        lines.add(Sentences.of("consolidation.text.proposals"));
        section(lines, all, names, Report::proposals, false);
        addNames(lines, "consolidation.text.late", all, names, Report::late);
        addNames(lines, "consolidation.text.missing", all, names, report -> report.handedInAt() == null);
        return String.join("\n\n", lines);
    }

    private void figures(List<String> lines, Round round, List<Report> all, Map<String, String> names) {
        var asked = figures.asked(round.id());
        if (asked.isEmpty()) {
            return;
        }
        var stated = figures.ofRound(round.id());
        var units = new LinkedHashMap<String, Map<Integer, ReportFigure>>();
        for (var report : all) {
            units.put(
                    String.valueOf(names.get(report.unit())),
                    isIn(report) ? stated.getOrDefault(report.id(), Map.of()) : Map.of());
        }
        lines.add(Sentences.of("consolidation.text.figures"));
        FigureTotals.of(asked, units).forEach(total -> lines.add(line(total)));
    }

    private static String line(FigureTotals total) {
        var measure = total.figure().measure();
        var parts = new ArrayList<String>();
        if (total.period() != null) {
            parts.add(Sentences.of("consolidation.text.period", Entries.print(total.period()), measure));
        }
        if (total.cumulative() != null) {
            parts.add(Sentences.of("consolidation.text.cumulative", Entries.print(total.cumulative()), measure));
        }
        if (total.reached() != null && total.figure().target() != null) {
            parts.add(Sentences.of(
                    "consolidation.text.reached",
                    Entries.print(total.reached()),
                    Entries.print(total.figure().target()),
                    measure));
        }
        if (parts.isEmpty()) {
            parts.add(Sentences.of("consolidation.text.noFigure"));
        }
        var marks = new ArrayList<String>();
        if (total.estimated()) {
            marks.add(Sentences.of("consolidation.text.estimated"));
        }
        if (!total.without().isEmpty()) {
            marks.add(Sentences.of("consolidation.text.without", String.join(", ", total.without())));
        }
        if (!total.unsourced().isEmpty()) {
            marks.add(Sentences.of("consolidation.text.unsourced", String.join(", ", total.unsourced())));
        }
        return Sentences.of("consolidation.text.unit", total.figure().name(), String.join(", ", parts))
                + (marks.isEmpty() ? "." : " (" + String.join("; ", marks) + ").");
    }

    private static boolean isIn(Report report) {
        return report.state() == Report.State.HANDED_IN || report.state() == Report.State.ACCEPTED;
    }

    private static void section(
            List<String> lines,
            List<Report> reports,
            Map<String, String> names,
            Function<Report, @Nullable String> part,
            boolean withNil) {
        var before = lines.size();
        for (var report : reports) {
            if (!isIn(report)) {
                continue;
            }
            var words = part.apply(report);
            if (words != null) {
                lines.add(Sentences.of("consolidation.text.unit", names.get(report.unit()), words));
            } else if (withNil) {
                lines.add(Sentences.of(
                        "consolidation.text.unit", names.get(report.unit()), Sentences.of("consolidation.text.nil")));
            }
        }
        if (lines.size() == before) {
            lines.add(Sentences.of("consolidation.text.none"));
        }
    }

    private static void addNames(
            List<String> lines, String key, List<Report> reports, Map<String, String> names, Predicate<Report> which) {
        var units = reports.stream().filter(which).map(r -> names.get(r.unit())).collect(Collectors.joining(", "));
        if (!units.isEmpty()) {
            lines.add(Sentences.of(key, units));
        }
    }
}
