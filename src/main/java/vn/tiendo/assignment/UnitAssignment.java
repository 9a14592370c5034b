package vn.tiendo.assignment;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.deadline.Debt;
import vn.tiendo.engine.Privileged;
import vn.tiendo.engine.Sends;

/** The process {@code unitAssignment}: what one unit is to do of one task of a plan. */
@Component
@Sends("planEnded")
class UnitAssignment {

    private static final String KEY = "unitAssignment";

    private final RuntimeService instances;
    private final TaskService tasks;
    private final Privileged privileged;

    UnitAssignment(RuntimeService instances, TaskService tasks, Privileged privileged) {
        this.instances = instances;
        this.tasks = tasks;
        this.privileged = privileged;
    }

    /** @param due null while the plan names no day for it */
    void start(String assignment, String plan, String unit, Debt.Relation relation, @Nullable Date due) {
        var first = new HashMap<String, Object>(Map.of("plan", plan, "unit", unit, "relation", relation.name()));
        first.put("due", due);
        instances.startProcessInstanceByKey(KEY, assignment, first);
    }

    void planEnded(String assignment) {
        instances
                .createMessageCorrelation("planEnded")
                .processInstanceBusinessKey(assignment)
                .correlateAll();
    }

    /** Timers follow it: see {@code DeadlineChanges.follow}; a task that had no due date has one now. */
    void due(String assignment, Date due) {
        privileged.run(() -> {
            instances.setVariable(instance(assignment), "due", due);
            openTask(assignment)
                    .filter(task -> task.getDueDate() == null)
                    .ifPresent(task -> tasks.setDueDate(task.getId(), due));
        });
    }

    /** The work goes from one unit to the one that follows it. */
    void handOver(String assignment, String from, String to, Debt.Relation relation) {
        privileged.run(() -> {
            instances.setVariables(instance(assignment), Map.of("unit", to, "relation", relation.name()));
            openTask(assignment).ifPresent(task -> {
                tasks.setAssignee(task.getId(), null);
                tasks.deleteGroupIdentityLink(task.getId(), from, IdentityLinkType.CANDIDATE);
                tasks.addGroupIdentityLink(task.getId(), to, IdentityLinkType.CANDIDATE);
            });
        });
    }

    /** Who has taken the unit's open task upon himself. */
    Optional<String> assignee(String assignment) {
        return openTask(assignment).map(Task::getAssignee);
    }

    private Optional<Task> openTask(String assignment) {
        return Optional.ofNullable(tasks.createTaskQuery()
                .processInstanceBusinessKey(assignment)
                .processDefinitionKey(KEY)
                .taskDefinitionKeyIn("answerAssignment", "carryOutAssignment")
                .singleResult());
    }

    private String instance(String assignment) {
        return instances
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(assignment, KEY)
                .singleResult()
                .getId();
    }

    record Variables(
            String assignment,
            String plan,
            String unit,
            String relation,
            @Nullable Date due,
            @Nullable String verdict) {

        static String assignment(DelegateExecution execution) {
            return execution.getProcessBusinessKey();
        }

        static void verdict(DelegateExecution execution, Enum<?> verdict) {
            execution.setVariable("verdict", verdict.name());
        }

        static void unit(DelegateExecution execution, String unit, Debt.Relation relation) {
            execution.setVariable("unit", unit);
            execution.setVariable("relation", relation.name());
        }
    }
}
