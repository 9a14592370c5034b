package vn.tiendo.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Sentences;
import vn.tiendo.plan.Plans;
import vn.tiendo.reporting.Report;
import vn.tiendo.reporting.Reports;
import vn.tiendo.reporting.Round;

/** The first draft of a consolidation: each unit's own words, then who was late and who is missing. */
@Component
class ConsolidationText {

    private final Reports reports;
    private final Plans plans;
    private final Directory directory;

    ConsolidationText(Reports reports, Plans plans, Directory directory) {
        this.reports = reports;
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
        lines.add(Sentences.of("consolidation.text.difficulties"));
        section(lines, all, names, Report::difficulties, false);
        lines.add(Sentences.of("consolidation.text.proposals"));
        section(lines, all, names, Report::proposals, false);
        addNames(lines, "consolidation.text.late", all, names, Report::late);
        addNames(lines, "consolidation.text.missing", all, names, report -> report.handedInAt() == null);
        return String.join("\n\n", lines);
    }

    private static void section(
            List<String> lines,
            List<Report> reports,
            java.util.Map<String, String> names,
            java.util.function.Function<Report, @Nullable String> part,
            boolean withNil) {
        var before = lines.size();
        for (var report : reports) {
            if (report.handedInAt() == null || report.state() == Report.State.RETURNED) {
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
            List<String> lines,
            String key,
            List<Report> reports,
            java.util.Map<String, String> names,
            Predicate<Report> which) {
        var units = reports.stream().filter(which).map(r -> names.get(r.unit())).collect(Collectors.joining(", "));
        if (!units.isEmpty()) {
            lines.add(Sentences.of(key, units));
        }
    }
}
