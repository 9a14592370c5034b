package vn.tiendo.succession;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.assignment.Assignments;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;
import vn.tiendo.reporting.Reports;
import vn.tiendo.sharing.Shares;

/** Ends units and passes on the reports and assignments they still owe. */
@Component
class Succession {

    private final JdbcClient database;
    private final Directory directory;
    private final Reports reports;
    private final Assignments assignments;
    private final Shares shares;
    private final Clock clock;

    Succession(
            JdbcClient database,
            Directory directory,
            Reports reports,
            Assignments assignments,
            Shares shares,
            Clock clock) {
        this.database = database;
        this.directory = directory;
        this.reports = reports;
        this.assignments = assignments;
        this.shares = shares;
        this.clock = clock;
    }

    /**
     * The caller lets the directory {@linkplain Directory#forget() forget} once this is committed.
     *
     * @param typedDay the unit's last day; what it owes goes over at once if that is today or past, else the day after
     * @return how many reports and assignments went over
     * @throws Refusal if there is no such unit, it has ended already, or the other one cannot follow it
     */
    @Transactional
    int end(String code, String typedDay, String successor) {
        // two administrators at once could make a circle that neither of them sees
        database.sql("lock table unit in share row exclusive mode").update();
        directory.forget();
        var unit = directory.unit(code);
        var lastDay = Entries.date("lastDay", "field.lastDay", typedDay);
        var today = LocalDate.now(clock);
        refuseImpossible(unit, lastDay, today);
        var next = directory.unit(successor);
        refuseSuccessor(unit, next, lastDay.isBefore(today) ? today : lastDay.plusDays(1));
        database.sql("update unit set valid_to = ?, successor = ? where code = ?")
                .params(lastDay, successor, code)
                .update();
        return lastDay.isAfter(today) ? 0 : handOver(unit, next);
    }

    private static void refuseImpossible(Unit unit, LocalDate lastDay, LocalDate today) {
        if (unit.kind() == Unit.Kind.COMMITTEE) {
            throw Refusal.of("unit", "succession.committee", unit.name());
        }
        if (unit.validTo() != null && unit.validTo().isBefore(today) && unit.successor() != null) {
            throw Refusal.of("unit", "succession.ended", unit.name(), Entries.print(unit.validTo()));
        }
        if (unit.validFrom() != null && lastDay.isBefore(unit.validFrom())) {
            throw Refusal.of("lastDay", "succession.endsBeforeItBegan", unit.name(), Entries.print(unit.validFrom()));
        }
    }

    private void refuseSuccessor(Unit unit, Unit next, LocalDate firstDay) {
        if (next.code().equals(unit.code())) {
            throw Refusal.of("successor", "succession.itself", unit.name());
        }
        if (!next.existsOn(firstDay)) {
            throw Refusal.of("successor", "succession.notInOffice", next.name(), Entries.print(firstDay));
        }
        var passed = new HashSet<String>();
        for (@Nullable String later = next.code(); later != null && passed.add(later); ) {
            later = directory.unit(later).successor();
            if (Objects.equals(later, unit.code())) {
                throw Refusal.of("successor", "succession.circle", next.name(), unit.name());
            }
        }
    }

    /** Every minute: who has ended owes nothing any more, also what it was asked on its last day. Two nodes do it once. */
    @Scheduled(fixedDelay = 60_000)
    @Transactional
    void handOver() {
        var today = LocalDate.now(clock);
        var ended = database.sql("""
                        select code from unit where valid_to < ? and successor is not null and exists (
                            select from report where answerable = code and state not in ('ACCEPTED', 'MISSING')
                            union all select from assignment
                                where answerable = code and state not in ('DONE', 'WITHDRAWN', 'UNFINISHED')
                            union all select from work_share where work_share.unit = code and state = 'GIVEN')
                        order by code""").param(today).query(String.class).list();
        for (var code : ended) {
            directory.unitsBehind(List.of(code), today).stream()
                    .findFirst()
                    .ifPresent(next -> handOver(directory.unit(code), next));
        }
    }

    private int handOver(Unit from, Unit to) {
        return reports.handOver(from, to) + assignments.handOver(from, to) + shares.handOver(from, to);
    }
}
