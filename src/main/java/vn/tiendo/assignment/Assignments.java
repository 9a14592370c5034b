package vn.tiendo.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.deadline.Debt;
import vn.tiendo.deadline.DebtWatcher;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.plan.Draft;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.OngoingWork;
import vn.tiendo.plan.PlanHistory;

/** All assignments of units: open, done, passed on, left unfinished. */
@Component
public class Assignments implements OngoingWork {

    private static final String SELECT = """
            select a.*, t.text, t.kind from assignment a join plan_assignment t on (t.plan, t.position) = (a.plan, a.task)
            """;

    private static final String OPEN = "state in ('GIVEN', 'OBJECTED', 'ACCEPTED', 'HANDED_IN', 'RETURNED')";

    private final JdbcClient database;
    private final UnitAssignment process;
    private final List<DebtWatcher> watchers;
    private final PlanHistory history;

    Assignments(JdbcClient database, UnitAssignment process, @Lazy List<DebtWatcher> watchers, PlanHistory history) {
        this.database = database;
        this.process = process;
        this.watchers = watchers;
        this.history = history;
    }

    /** @throws NotFound if there is none */
    public Assignment get(String id) {
        return find(id).orElseThrow(() -> new NotFound("assignment " + id));
    }

    Optional<Assignment> find(String id) {
        return database.sql(SELECT + "where a.id = ?")
                .param(id)
                .query(Assignment.class)
                .optional();
    }

    /** In the order of the plan's tasks. */
    public List<Assignment> ofPlan(String plan) {
        return database.sql(SELECT + "where a.plan = ? order by a.task, a.id")
                .param(plan)
                .query(Assignment.class)
                .list();
    }

    @Override
    public List<String> of(String plan, String unit) {
        return database.sql("""
                        select t.text from assignment a join plan_assignment t on (t.plan, t.position) = (a.plan, a.task)
                        where a.plan = ? and a.answerable = ? and a.state = 'ONGOING' order by a.task""").params(plan, unit).query(String.class).list();
    }

    /** Who else takes part in the plan's tasks. */
    public List<Partner> partnersOf(String plan) {
        return database.sql("select task, unit, role from assignment_partner where plan = ? order by task, role, unit")
                .param(plan)
                .query(Partner.class)
                .list();
    }

    /** What was told of its progress, the oldest first. */
    public List<Progress> progressOf(String id) {
        return database.sql("""
                        select to_char(p.at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') as at, o.name as by, p.percent,
                            p.progress, p.difficulties
                        from assignment_progress p join official o on o.login = p.author where assignment = ? order by number""").param(id).query(Progress.class).list();
    }

    public List<Drafts.FileLine> filesOf(String id) {
        return database.sql("""
                        select f.id, f.name, f.type, f.size, 'DRAFT' as purpose
                        from assignment_file a join stored_file f on f.id = a.file where a.assignment = ?
                        order by f.uploaded_at, f.id""").param(id).query(Drafts.FileLine.class).list();
    }

    /** Everything that is kept of the plan's assignments. */
    public Map<String, Object> recordOf(String plan) {
        var all = ofPlan(plan);
        return Map.of(
                "assignments",
                all,
                "partners",
                partnersOf(plan),
                "progress",
                all.stream().collect(Collectors.toMap(Assignment::id, one -> progressOf(one.id()))),
                "remarks",
                all.stream().collect(Collectors.toMap(Assignment::id, one -> history.remarks(one.id()))));
    }

    /** A body beside the committee is asked, also for what the plan orders of others. */
    public static Debt.Relation relation(Draft.Assignment.Kind kind, Unit unit) {
        return kind == Draft.Assignment.Kind.REQUEST || !unit.isOrdered() ? Debt.Relation.REQUEST : Debt.Relation.ORDER;
    }

    /** Whether work of the plan is not finished yet. */
    public boolean goOn(String plan) {
        return database.sql("select exists (select from assignment where plan = ? and " + OPEN + ")")
                .param(plan)
                .query(Boolean.class)
                .single();
    }

    /** The plan has come to its end: nobody waits any more for what is not finished. */
    @Transactional
    public void endUnfinished(String plan) {
        database.sql("select id from assignment where plan = ? and " + OPEN + " order by id")
                .param(plan)
                .query(String.class)
                .list()
                .forEach(process::planEnded);
    }

    @Transactional
    void leaveUnfinished(String id) {
        become(
                id,
                Assignment.State.UNFINISHED,
                Arrays.stream(Assignment.State.values())
                        .filter(state -> state != Assignment.State.DONE)
                        .toArray(Assignment.State[]::new));
        settled(id);
        var assignment = get(id);
        history.note(assignment.plan(), "assignmentUnfinished", assignment.answerable());
    }

    /** Open assignments of a unit that has ended, also what is ongoing, go to the one that follows it. @return how many */
    @Transactional
    public int handOver(Unit from, Unit to) {
        var open = database.sql(SELECT + "where a.answerable = ? and (" + OPEN
                        + " or state = 'ONGOING') order by a.id for update of a")
                .param(from.code())
                .query(Assignment.class)
                .list();
        database.sql("update assignment set answerable = ? where answerable = ? and (" + OPEN
                        + " or state = 'ONGOING')")
                .params(to.code(), from.code())
                .update();
        for (var assignment : open) {
            if (assignment.state() != Assignment.State.ONGOING) {
                process.handOver(assignment.id(), from.code(), to.code(), relation(assignment.kind(), to));
                watchers.forEach(watcher -> watcher.handedOver(assignment.id(), to));
            }
            history.note(
                    assignment.plan(),
                    "assignmentHandedOver",
                    Sentences.of("assignment.handedOver", from.name(), to.name()));
        }
        return open.size();
    }

    /** The office gives it to another unit, which is asked anew. */
    void giveTo(Assignment assignment, Unit unit) {
        database.sql("update assignment set answerable = ? where id = ?")
                .params(unit.code(), assignment.id())
                .update();
        watchers.forEach(watcher -> watcher.handedOver(assignment.id(), unit));
    }

    void settled(String id) {
        watchers.forEach(watcher -> watcher.settled(id));
    }

    void longOverdue(String id) {
        watchers.forEach(watcher -> watcher.longOverdue(id));
    }

    /** @throws Refusal if it is in none of the states {@code from} */
    void become(String id, Assignment.State state, Assignment.State... from) {
        var moved = database.sql("update assignment set state = :state where id = :id and state in (:from)")
                .param("state", state.name())
                .param("id", id)
                .param("from", Arrays.stream(from).map(Enum::name).toList())
                .update();
        if (moved == 0) {
            throw Refusal.because("plan.wrongStatus", id);
        }
    }

    void due(String id, LocalDate lastDay) {
        database.sql("update assignment set last_day = ?, first_handed_in_at = null where id = ?")
                .params(lastDay, id)
                .update();
    }

    /** Rungs of the ladder up to this moment were told. */
    void told(String id, Instant until) {
        database.sql("update assignment set climbed_until = ? where id = ?")
                .params(until.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    public record Partner(int task, String unit, Role role) {

        public enum Role {
            CO_LEAD,
            COORDINATOR
        }
    }

    /** One word on how it goes; {@code at} as dd/MM/yyyy HH:mm. */
    public record Progress(
            String at,
            String by,
            int percent,
            String progress,
            @Nullable String difficulties) {}
}
