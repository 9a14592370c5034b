package vn.tiendo.reporting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.tiendo.deadline.Debt;
import vn.tiendo.deadline.Debts;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Unit;
import vn.tiendo.plan.Plans;

/** The reports that units owe, as the reminder ladder sees them. */
@Component
class ReportDebts implements Debts {

    static final String KIND = "REPORT";

    private final Reports reports;
    private final Rounds rounds;
    private final Plans plans;
    private final PeriodicReport process;
    private final Directory directory;
    private final List<ReportWatcher> watchers;

    ReportDebts(
            Reports reports,
            Rounds rounds,
            Plans plans,
            PeriodicReport process,
            Directory directory,
            @Lazy List<ReportWatcher> watchers) {
        this.reports = reports;
        this.rounds = rounds;
        this.plans = plans;
        this.process = process;
        this.directory = directory;
        this.watchers = watchers;
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
                    KIND,
                    relation(unit),
                    report.isOwed(),
                    report.plan(),
                    round.title(),
                    rounds.source(round, plans.get(report.plan())),
                    unit.code(),
                    unit.name(),
                    report.lastDay(),
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
        watchers.forEach(watcher -> watcher.longOverdue(reports.get(key)));
    }
}
