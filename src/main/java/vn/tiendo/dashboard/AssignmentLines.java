package vn.tiendo.dashboard;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.tiendo.assignment.Assignment;
import vn.tiendo.assignment.Assignments;
import vn.tiendo.directory.Official;
import vn.tiendo.plan.Plan;

/** The assignments of a plan by their task: all of them for the office, the leaders and the drafter, else the unit's own. */
@Component
class AssignmentLines {

    private final Assignments assignments;
    private final Clock clock;

    AssignmentLines(Assignments assignments, Clock clock) {
        this.assignments = assignments;
        this.clock = clock;
    }

    Map<Integer, List<Line>> ofPlan(Plan plan, Official reader) {
        var now = OffsetDateTime.now(clock);
        var all = reader.seesAllReports() || reader.actsFor(plan.drafter());
        var tasks = all
                ? Set.<Integer>of()
                : assignments.partnersOf(plan.id()).stream()
                        .filter(partner -> reader.isOf(partner.unit()))
                        .map(Assignments.Partner::task)
                        .collect(Collectors.toSet());
        return assignments.ofPlan(plan.id()).stream()
                .filter(one -> all || reader.isOf(one.answerable()) || tasks.contains(one.task()))
                .map(one -> new Line(one, one.lateBy(now)))
                .collect(Collectors.groupingBy(line -> line.assignment().task()));
    }

    record Line(Assignment assignment, boolean late) {}
}
