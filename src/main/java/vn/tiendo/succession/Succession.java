package vn.tiendo.succession;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
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

    private static final String OWES = """
            exists (
                select from report where answerable = %s and state not in ('ACCEPTED', 'MISSING')
                union all select from assignment where answerable = %s and state not in ('DONE', 'WITHDRAWN', 'UNFINISHED')
                union all select from work_share where work_share.unit = %s and state = 'GIVEN')""";

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
     * @param codes several if they are merged
     * @param typedDay the units' last day; what they owe goes over at once if that is today or past, else the day after
     * @param successor takes over what they owe; blank if nobody follows, which only units may that owe nothing
     * @param further follow too, if a unit is split, and are asked from then on
     * @return how many reports and assignments went over
     * @throws Refusal if there is no such unit, one has ended already, or another one cannot follow it
     */
    @Transactional
    int end(List<String> codes, String typedDay, String successor, List<String> further) {
        // two administrators at once could make a circle that neither of them sees
        database.sql("lock table unit in share row exclusive mode").update();
        directory.forget();
        if (codes.isEmpty()) {
            throw Refusal.of("unit", "succession.nobody");
        }
        var units = codes.stream().distinct().map(directory::unit).toList();
        var lastDay = Entries.date("lastDay", "field.lastDay", typedDay);
        var today = LocalDate.now(clock);
        units.forEach(unit -> refuseImpossible(unit, lastDay, today));
        if (successor.isBlank()) {
            units.forEach(unit -> abolish(unit, lastDay, today, further));
            return 0;
        }
        var next = directory.unit(successor);
        var others = further.stream()
                .distinct()
                .filter(other -> !other.equals(successor))
                .map(directory::unit)
                .toList();
        var moved = 0;
        for (var unit : units) {
            Stream.concat(Stream.of(next), others.stream())
                    .forEach(one -> refuseSuccessor(unit, one, lastDay.isBefore(today) ? today : lastDay.plusDays(1)));
            database.sql("update unit set valid_to = ?, successor = ?, further_successors = ? where code = ?")
                    .params(lastDay, successor, others.stream().map(Unit::code).toArray(String[]::new), unit.code())
                    .update();
            // the next one must not be followed by this one
            directory.forget();
            moved += lastDay.isAfter(today) ? 0 : handOver(unit, next);
        }
        return moved;
    }

    private void abolish(Unit unit, LocalDate lastDay, LocalDate today, List<String> further) {
        if (!further.isEmpty()) {
            throw Refusal.of("successor", "succession.noMain");
        }
        var owes = database.sql("select " + OWES.formatted("?", "?", "?"))
                .params(unit.code(), unit.code(), unit.code())
                .query(Boolean.class)
                .single();
        if (owes || lastDay.isAfter(today)) {
            throw Refusal.of("successor", "succession.owes", unit.name());
        }
        database.sql("update unit set valid_to = ?, successor = null, further_successors = '{}' where code = ?")
                .params(lastDay, unit.code())
                .update();
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
        var followed = new ArrayDeque<>(next.successors());
        while (!followed.isEmpty()) {
            var later = followed.remove();
            if (later.equals(unit.code())) {
                throw Refusal.of("successor", "succession.circle", next.name(), unit.name());
            }
            if (passed.add(later)) {
                followed.addAll(directory.unit(later).successors());
            }
        }
    }

    /** Every minute: who has ended owes nothing any more, also what it was asked on its last day. Two nodes do it once. */
    @Scheduled(fixedDelay = 60_000)
    @Transactional
    void handOver() {
        var today = LocalDate.now(clock);
        var ended = database.sql("""
                        select code from unit where valid_to < ? and successor is not null and
                        """ + OWES.formatted("code", "code", "code") + " order by code")
                .param(today)
                .query(String.class)
                .list();
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
