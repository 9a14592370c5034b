package vn.tiendo.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.tiendo.calendar.DeadlineChanges;
import vn.tiendo.deadline.Debt;
import vn.tiendo.deadline.DebtWatcher;
import vn.tiendo.deadline.MovableDebts;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Sentences;
import vn.tiendo.plan.Plans;

/** The reports that units owe, as the reminder ladder sees them. */
@Component
class ReportDebts implements MovableDebts {

    private final Reports reports;
    private final Rounds rounds;
    private final Plans plans;
    private final PeriodicReport process;
    private final Directory directory;
    private final ReportDeadlines deadlines;
    private final List<DebtWatcher> watchers;
    private final Clock clock;

    ReportDebts(
            Reports reports,
            Rounds rounds,
            Plans plans,
            PeriodicReport process,
            Directory directory,
            ReportDeadlines deadlines,
            @Lazy List<DebtWatcher> watchers,
            Clock clock) {
        this.reports = reports;
        this.rounds = rounds;
        this.plans = plans;
        this.process = process;
        this.directory = directory;
        this.deadlines = deadlines;
        this.watchers = watchers;
        this.clock = clock;
    }

    @Override
    public String deadlineName() {
        return Sentences.of("report.deadline");
    }

    @Override
    public void refuseUnlessLater(String key, String field, LocalDate newDay) {
        deadlines.refuseUnlessLater(reports.get(key), field, newDay);
    }

    @Override
    public void move(String key, LocalDate newDay, DeadlineChanges.Cause cause, @Nullable String reason) {
        deadlines.move(reports.get(key), newDay, cause, reason);
    }

    static Debt.Relation relation(Unit unit) {
        return unit.isOrdered() ? Debt.Relation.ORDER : Debt.Relation.REQUEST;
    }

    @Override
    public Optional<Debt> find(String key) {
        return reports.find(key).map(report -> {
            var round = rounds.get(report.round());
            var unit = directory.unit(report.answerable());
            return new Debt(
                    key,
                    Debt.Kind.REPORT,
                    relation(unit),
                    report.isOwed(),
                    report.plan(),
                    round.title(),
                    rounds.source(round, plans.get(report.plan())),
                    unit.code(),
                    unit.name(),
                    report.lastDay(),
                    report.lateBy(OffsetDateTime.now(clock)),
                    report.climbedUntil().toInstant(),
                    holders(report));
        });
    }

    /** Who took the report upon himself; as long as nobody has, everybody of the unit. */
    private Collection<Official> holders(Report report) {
        return process.assignee(report.id())
                .flatMap(directory::find)
                .map(List::of)
                .orElseGet(() -> directory.members(report.answerable()));
    }

    @Override
    public void told(String key, Instant until) {
        reports.told(key, until);
    }

    @Override
    public void askLeader(String key) {
        watchers.forEach(watcher -> watcher.longOverdue(key));
    }
}
