package vn.tiendo.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tiendo.deadline.DeadlineHistory;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.OngoingWork;
import vn.tiendo.plan.PlanAccess;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.ReportingDuty;

/** What the forms around reports show. */
@RestController
class ReportController {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(OfficeTime.ZONE);

    private final Reports reports;
    private final HandingIn handingIn;
    private final Figures figures;
    private final Rounds rounds;
    private final OngoingWork ongoing;
    private final PlanAccess access;
    private final PlanHistory history;
    private final DeadlineHistory deadlines;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    ReportController(
            Reports reports,
            HandingIn handingIn,
            Figures figures,
            Rounds rounds,
            OngoingWork ongoing,
            PlanAccess access,
            PlanHistory history,
            DeadlineHistory deadlines,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.reports = reports;
        this.handingIn = handingIn;
        this.figures = figures;
        this.rounds = rounds;
        this.ongoing = ongoing;
        this.access = access;
        this.history = history;
        this.deadlines = deadlines;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/api/reports/{id}")
    ReportContent report(@PathVariable String id) {
        var report = reports.get(id);
        var round = rounds.get(report.round());
        var plan = access.readable(round.plan());
        var me = current.get();
        if (!me.seesAllReports() && !me.isOf(report.answerable())) {
            throw new NotFound("report " + id);
        }
        var unit = directory.unit(report.unit()).name();
        var previous = figures.previous(report);
        var late = report.lateBy(OffsetDateTime.now(clock));
        var lines = FigureLine.of(
                figures.asked(round.id()),
                figures.of(id),
                previous.map(last -> figures.of(last.id())).orElse(Map.of()));
        return new ReportContent(
                id,
                plan.id(),
                plan.code(),
                plan.subject(),
                round.title(),
                period(round),
                due(report.lastDay(), report.dueTime()),
                late,
                late && handingIn.mustExplain(report),
                unit,
                rounds.duty(round).map(ReportingDuty::outline).orElse(null),
                round.cutOff() == null ? null : Entries.print(round.cutOff()),
                report.handedInAt() == null ? null : line(report, unit, lines),
                lines,
                previous.map(ReportController::before).orElse(null),
                ongoing.of(plan.id(), report.answerable()),
                deadlines.of(id, Sentences.of("report.deadline")),
                history.remarks(id));
    }

    @PostMapping("/api/reports/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id) {
        access.readable(reports.get(id).plan());
        handingIn.withdraw(id);
    }

    @GetMapping("/api/rounds/{id}")
    RoundContent round(@PathVariable String id) {
        var round = rounds.get(id);
        var plan = access.readable(round.plan());
        if (!current.get().seesAllReports()) {
            throw new NotFound("round " + id);
        }
        var units = directory.units().stream().collect(Collectors.toMap(Unit::code, Unit::name));
        var duty = rounds.duty(round);
        var asked = figures.asked(id);
        var stated = figures.ofRound(id);
        return new RoundContent(
                id,
                plan.id(),
                plan.code(),
                plan.subject(),
                round.title(),
                period(round),
                due(round.lastDay(), round.dueTime()),
                names(units, duty.map(ReportingDuty::recipients)),
                names(units, duty.map(ReportingDuty::channels)),
                round.content() == null ? null : new Consolidation(round.content()),
                reports.ofRound(id).stream()
                        .map(report -> line(
                                report,
                                String.valueOf(units.get(report.unit())),
                                FigureLine.of(asked, stated.getOrDefault(report.id(), Map.of()), Map.of())))
                        .toList(),
                history.remarks(id));
    }

    private static List<String> names(Map<String, String> units, Optional<List<String>> codes) {
        return codes.stream()
                .flatMap(List::stream)
                .map(code -> units.getOrDefault(code, code))
                .toList();
    }

    private static String due(LocalDate day, @Nullable LocalTime time) {
        return time == null ? Entries.print(day) : Sentences.of("round.dueAt", time, Entries.print(day));
    }

    private static String period(Round round) {
        return Sentences.of("round.period", Entries.print(round.lastDay()));
    }

    private static Before before(Figures.Previous last) {
        return new Before(
                Stream.of(last.label(), Sentences.of("round.period", Entries.print(last.lastDay())))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")),
                last.content(),
                last.difficulties(),
                last.proposals());
    }

    private ReportLine line(Report report, String unit, List<FigureLine> figures) {
        return new ReportLine(
                unit,
                Sentences.of("reportState." + report.state()),
                report.handedInAt() == null ? null : MOMENT.format(report.handedInAt()),
                report.late(),
                report.nil(),
                report.content(),
                report.difficulties(),
                report.proposals(),
                report.explanation(),
                figures,
                reports.filesOf(report.id()));
    }

    record ReportContent(
            String id,
            String planId,
            @Nullable String planCode,
            String planSubject,
            String dutyName,
            String periodText,
            String due,
            boolean late,
            boolean mustExplain,
            String unitName,
            @Nullable String outline,
            @Nullable String cutOff,
            @Nullable ReportLine report,
            List<FigureLine> figures,
            @Nullable Before previous,
            List<String> ongoing,
            List<DeadlineHistory.Change> changes,
            List<PlanHistory.Remark> remarks) {}

    record RoundContent(
            String id,
            String planId,
            @Nullable String planCode,
            String planSubject,
            String dutyName,
            String periodText,
            String due,
            List<String> recipients,
            List<String> channels,
            @Nullable Consolidation consolidation,
            List<ReportLine> reports,
            List<PlanHistory.Remark> remarks) {}

    /** What the unit reported last time; offered, not copied by itself. */
    record Before(
            String periodText,
            @Nullable String content,
            @Nullable String difficulties,
            @Nullable String proposals) {}

    record Consolidation(String content) {}

    record ReportLine(
            String unitName,
            String stateText,
            @Nullable String handedInAt,
            boolean late,
            boolean nil,
            @Nullable String content,
            @Nullable String difficulties,
            @Nullable String proposals,
            @Nullable String explanation,
            List<FigureLine> figures,
            List<Drafts.FileLine> files) {}
}
