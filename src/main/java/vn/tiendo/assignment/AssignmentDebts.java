package vn.tiendo.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.calendar.DeadlineChanges;
import vn.tiendo.deadline.Deadline;
import vn.tiendo.deadline.Debt;
import vn.tiendo.deadline.MovableDebts;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.Plans;

/** The assignments that units owe, as the reminder ladder and the leaders see them; one without a date reminds nobody. */
@Component
class AssignmentDebts implements MovableDebts {

    private final Assignments assignments;
    private final UnitAssignment process;
    private final DeadlineChanges changes;
    private final Plans plans;
    private final PlanHistory history;
    private final Directory directory;
    private final Clock clock;

    AssignmentDebts(
            Assignments assignments,
            UnitAssignment process,
            DeadlineChanges changes,
            Plans plans,
            PlanHistory history,
            Directory directory,
            Clock clock) {
        this.assignments = assignments;
        this.process = process;
        this.changes = changes;
        this.plans = plans;
        this.history = history;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Optional<Debt> find(String key) {
        return assignments.find(key).map(assignment -> {
            var unit = directory.unit(assignment.answerable());
            return new Debt(
                    key,
                    Debt.Kind.ASSIGNMENT,
                    Assignments.relation(assignment.kind(), unit),
                    assignment.isOwed(),
                    assignment.plan(),
                    assignment.title(),
                    Sentences.of(
                            "assignment.source",
                            assignment.task(),
                            plans.get(assignment.plan()).title()),
                    unit.code(),
                    unit.name(),
                    assignment.lastDay(),
                    assignment.lateBy(OffsetDateTime.now(clock)),
                    assignment.climbedUntil().toInstant(),
                    process.assignee(key)
                            .flatMap(directory::find)
                            .map(List::of)
                            .orElseGet(() -> directory.members(unit.code())));
        });
    }

    @Override
    public void told(String key, Instant until) {
        assignments.told(key, until);
    }

    @Override
    public void askLeader(String key) {
        assignments.longOverdue(key);
    }

    @Override
    public String deadlineName() {
        return Sentences.of("assignment.deadline");
    }

    @Override
    public void refuseUnlessLater(String key, String field, LocalDate newDay) {
        var assignment = assignments.get(key);
        var lastDay = assignment.lastDay();
        if (!assignment.isOpen()) {
            throw Refusal.because("assignment.notOwed");
        }
        if (lastDay != null && !newDay.isAfter(lastDay)) {
            throw Refusal.of(field, "deadline.notLater", Entries.print(newDay), Entries.print(lastDay));
        }
        if (newDay.isBefore(LocalDate.now(clock))) {
            throw Refusal.of(field, "deadline.past", Entries.print(newDay));
        }
    }

    @Override
    @Transactional
    public void move(String key, LocalDate newDay, DeadlineChanges.Cause cause, @Nullable String reason) {
        refuseUnlessLater(key, "newDay", newDay);
        var assignment = assignments.get(key);
        var due = Deadline.endOf(newDay);
        changes.note(
                key,
                deadlineName(),
                assignment.lastDay() == null
                        ? null
                        : Deadline.endOf(assignment.lastDay()).toInstant(),
                due.toInstant(),
                cause,
                reason);
        changes.follow(key, cause, reason, () -> {
            assignments.due(key, newDay);
            process.due(key, due);
        });
        history.note(assignment.plan(), "deadlineMoved", assignment.answerable());
    }
}
