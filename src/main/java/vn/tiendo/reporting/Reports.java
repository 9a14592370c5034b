package vn.tiendo.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.deadline.DebtWatcher;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.PlanHistory;

/** All reports of units: asked for, handed over, missing, and what the others know of them. */
@Component
public class Reports {

    private static final String COLUMNS = """
            id, plan, round, unit, answerable, asked_on, last_day, due_time, state, nil, content, difficulties, proposals,
            explanation, handed_in_by, handed_in_at, first_handed_in_at, climbed_until""";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final PeriodicReport process;
    private final List<DebtWatcher> watchers;
    private final PlanHistory history;
    private final Clock clock;

    Reports(
            JdbcClient database,
            JdbcTemplate batches,
            PeriodicReport process,
            @Lazy List<DebtWatcher> watchers,
            PlanHistory history,
            Clock clock) {
        this.database = database;
        this.batches = batches;
        this.process = process;
        this.watchers = watchers;
        this.history = history;
        this.clock = clock;
    }

    /** @throws NotFound if there is none */
    public Report get(String id) {
        return find(id).orElseThrow(() -> new NotFound("report " + id));
    }

    Optional<Report> find(String id) {
        return database.sql("select " + COLUMNS + " from report where id = ?")
                .param(id)
                .query(Report.class)
                .optional();
    }

    public List<Report> ofRound(String round) {
        return database.sql("select " + COLUMNS + " from report where round = ? order by id")
                .param(round)
                .query(Report.class)
                .list();
    }

    boolean allAccepted(String round) {
        return database.sql("select not exists (select from report where round = ? and state <> 'ACCEPTED')")
                .param(round)
                .query(Boolean.class)
                .single();
    }

    /** All reports of a plan by their round. */
    public Map<String, List<Report>> ofPlan(String plan) {
        return database
                .sql("select " + COLUMNS + " from report where plan = ? order by id")
                .param(plan)
                .query(Report.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Report::round));
    }

    public List<Drafts.FileLine> filesOf(String report) {
        return database.sql("""
                        select f.id, f.name, f.type, f.size, 'DRAFT' as purpose
                        from report_file r join stored_file f on f.id = r.file where r.report = ? order by f.uploaded_at, f.id""").param(report).query(Drafts.FileLine.class).list();
    }

    /** Code of the report that a unit owes in a round. */
    static String code(String round, String unit) {
        return round + "-" + unit;
    }

    void ask(Round round, Collection<String> units) {
        var now = OffsetDateTime.now(clock);
        batches.batchUpdate("""
                insert into report (id, plan, round, unit, answerable, asked_on, last_day, due_time, state, climbed_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'ASKED', ?)""", units, 500, (s, unit) -> {
            s.setString(1, code(round.id(), unit));
            s.setString(2, round.plan());
            s.setString(3, round.id());
            s.setString(4, unit);
            s.setString(5, unit);
            s.setObject(6, now.atZoneSameInstant(OfficeTime.ZONE).toLocalDate());
            s.setObject(7, round.lastDay());
            s.setObject(8, round.dueTime());
            s.setObject(9, now);
        });
    }

    /** Open reports of a unit that has ended go to the one that follows it. @return how many */
    @Transactional
    public int handOver(Unit from, Unit to) {
        var open = database.sql(
                        "select " + COLUMNS
                                + " from report where answerable = ? and state not in ('ACCEPTED', 'MISSING') order by id for update")
                .param(from.code())
                .query(Report.class)
                .list();
        database.sql("update report set answerable = ? where answerable = ? and state not in ('ACCEPTED', 'MISSING')")
                .params(to.code(), from.code())
                .update();
        for (var report : open) {
            process.handOver(report.id(), from.code(), to.code(), ReportDebts.relation(to));
            watchers.forEach(watcher -> watcher.handedOver(report.id(), to));
            history.note(report.plan(), "reportHandedOver", Sentences.of("report.handedOver", from.name(), to.name()));
        }
        return open.size();
    }

    /** A report that is in stays what it is, accepted or not; only one that never came is missing. */
    @Transactional
    void miss(String id) {
        var missing = database.sql("update report set state = 'MISSING' where id = ? and state = 'ASKED'")
                .param(id)
                .update();
        if (missing == 1) {
            var report = get(id);
            watchers.forEach(watcher -> watcher.settled(id));
            history.note(report.plan(), "reportMissing", report.unit());
        }
    }

    void become(String id, Report.State state, Report.State... from) {
        var moved = database.sql("update report set state = :state where id = :id and state in (:from)")
                .param("state", state.name())
                .param("id", id)
                .param("from", Arrays.stream(from).map(Enum::name).toList())
                .update();
        if (moved == 0) {
            throw Refusal.because("plan.wrongStatus", id);
        }
    }

    /** Rungs of the ladder up to this moment were told. */
    void told(String id, Instant until) {
        database.sql("update report set climbed_until = ? where id = ?")
                .params(until.atOffset(ZoneOffset.UTC), id)
                .update();
    }
}
