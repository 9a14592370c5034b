package vn.tiendo.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.assignment.Assignments.Partner;
import vn.tiendo.deadline.Deadline;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.plan.Draft;
import vn.tiendo.plan.Draft.Assignment.Kind;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.Plans;

/** The tasks of a plan that is issued become what each unit owes; groups are resolved to the units of this day. */
@Component
class Giving {

    private final JdbcTemplate batches;
    private final Assignments assignments;
    private final UnitAssignment process;
    private final AssignmentLetters letters;
    private final Plans plans;
    private final Drafts drafts;
    private final Directory directory;
    private final PlanHistory history;
    private final Clock clock;

    Giving(
            JdbcTemplate batches,
            Assignments assignments,
            UnitAssignment process,
            AssignmentLetters letters,
            Plans plans,
            Drafts drafts,
            Directory directory,
            PlanHistory history,
            Clock clock) {
        this.batches = batches;
        this.assignments = assignments;
        this.process = process;
        this.letters = letters;
        this.plans = plans;
        this.drafts = drafts;
        this.directory = directory;
        this.history = history;
        this.clock = clock;
    }

    /** Once, however often it runs. A target is a figure of the reports and is given to nobody. */
    @Transactional
    void open(String id) {
        plans.lock(id);
        if (!assignments.ofPlan(id).isEmpty()) {
            return;
        }
        var tasks = drafts.assignments(id).stream()
                .filter(task -> task.kind() != Kind.TARGET && task.lead() != null)
                .toList();
        var units = directory.behindEach(
                tasks.stream().flatMap(task -> named(task).stream()).toList(), LocalDate.now(clock));
        var given = new ArrayList<Given>();
        var partners = new ArrayList<With>();
        for (var task : tasks) {
            var taken = new HashSet<Unit>();
            of(units, List.of(task.lead()))
                    .filter(taken::add)
                    .map(unit -> new Given(task, unit))
                    .forEach(given::add);
            of(units, task.coLeads())
                    .filter(taken::add)
                    .map(unit -> new With(task, unit, Partner.Role.CO_LEAD))
                    .forEach(partners::add);
            of(units, task.partners())
                    .filter(taken::add)
                    .map(unit -> new With(task, unit, Partner.Role.COORDINATOR))
                    .forEach(partners::add);
        }
        if (given.isEmpty()) {
            return;
        }
        insert(id, given, partners);
        given.stream().filter(it -> it.task().isCarriedOut()).forEach(it -> start(id, it));
        letters.post(plans.get(id), given, partners);
        history.note(id, "assignmentsGiven", String.valueOf(given.size()));
    }

    private static List<String> named(Draft.Assignment task) {
        return Stream.of(Stream.ofNullable(task.lead()), task.coLeads().stream(), task.partners().stream())
                .flatMap(codes -> codes)
                .toList();
    }

    private static Stream<Unit> of(Map<String, List<Unit>> units, List<String> codes) {
        return codes.stream().flatMap(code -> units.getOrDefault(code, List.of()).stream());
    }

    private void insert(String plan, List<Given> given, List<With> partners) {
        var now = OffsetDateTime.now(clock);
        batches.batchUpdate("""
                insert into assignment (id, plan, task, unit, answerable, given_on, last_day, state, climbed_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", given, 500, (s, it) -> {
            s.setString(1, code(plan, it));
            s.setString(2, plan);
            s.setInt(3, it.task().position());
            s.setString(4, it.unit().code());
            s.setString(5, it.unit().code());
            s.setObject(6, LocalDate.now(clock));
            s.setObject(7, it.task().due());
            s.setString(8, (it.task().isCarriedOut() ? Assignment.State.GIVEN : Assignment.State.ONGOING).name());
            s.setObject(9, now);
        });
        batches.batchUpdate(
                "insert into assignment_partner (plan, task, unit, role) values (?, ?, ?, ?)",
                partners,
                500,
                (s, it) -> {
                    s.setString(1, plan);
                    s.setInt(2, it.task().position());
                    s.setString(3, it.unit().code());
                    s.setString(4, it.role().name());
                });
    }

    private void start(String plan, Given given) {
        var due = given.task().due();
        process.start(
                code(plan, given),
                plan,
                given.unit().code(),
                Assignments.relation(given.task().kind(), given.unit()),
                due == null ? null : Deadline.endOf(due));
    }

    private static String code(String plan, Given given) {
        return "%s-N%02d-%s"
                .formatted(plan, given.task().position(), given.unit().code());
    }

    /** A unit that answers for a task. */
    record Given(Draft.Assignment task, Unit unit) {}

    /** A unit that takes part in a task for which another one answers. */
    record With(Draft.Assignment task, Unit unit, Partner.Role role) {}
}
