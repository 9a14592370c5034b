package vn.tiendo.amendment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tiendo.deadline.DeadlineHistory;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.plan.PlanAccess;
import vn.tiendo.reporting.Reports;
import vn.tiendo.reporting.Rounds;

/** Asking for more time, and what the leader sees when he decides. */
@RestController
class DecisionController {

    private final Decisions decisions;
    private final Reports reports;
    private final Rounds rounds;
    private final PlanAccess access;
    private final DeadlineHistory deadlines;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    DecisionController(
            Decisions decisions,
            Reports reports,
            Rounds rounds,
            PlanAccess access,
            DeadlineHistory deadlines,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.decisions = decisions;
        this.reports = reports;
        this.rounds = rounds;
        this.access = access;
        this.deadlines = deadlines;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    @PostMapping("/api/reports/{id}/extension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(@PathVariable String id, @RequestBody Wish wish) {
        access.readable(reports.get(id).plan());
        decisions.askExtension(id, wish.wanted(), wish.reason());
    }

    @GetMapping("/api/decisions/{id}")
    Content decision(@PathVariable String id) {
        var question = decisions.get(id);
        var report = reports.get(question.report());
        var plan = access.readable(report.plan());
        if (!current.get().seesAllReports()) {
            throw new NotFound("decision " + id);
        }
        var round = rounds.get(report.round());
        return new Content(
                id,
                plan.id(),
                plan.code(),
                plan.subject(),
                round.title(),
                rounds.source(round, plan),
                directory.unit(report.answerable()).name(),
                Entries.print(report.lastDay()),
                report.lateBy(OffsetDateTime.now(clock)),
                print(question.wanted()),
                question.askedBy() == null
                        ? null
                        : directory.official(question.askedBy()).name(),
                question.reason(),
                deadlines.of(report.id(), Sentences.of("report.deadline")));
    }

    private static @Nullable String print(@Nullable LocalDate day) {
        return day == null ? null : Entries.print(day);
    }

    record Wish(@Nullable String wanted, @Nullable String reason) {}

    record Content(
            String id,
            String planId,
            @Nullable String planCode,
            String planSubject,
            String dutyName,
            String source,
            String unitName,
            String due,
            boolean late,
            @Nullable String wanted,
            @Nullable String askedBy,
            @Nullable String reason,
            List<DeadlineHistory.Change> changes) {}
}
