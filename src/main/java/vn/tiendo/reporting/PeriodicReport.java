package vn.tiendo.reporting;

import java.util.Date;
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

/** The process {@code periodicReport}: one unit's report in one round. */
@Component
@Sends({"roundClosed", "reportWithdrawn"})
class PeriodicReport {

    private final RuntimeService instances;
    private final TaskService tasks;
    private final Privileged privileged;

    PeriodicReport(RuntimeService instances, TaskService tasks, Privileged privileged) {
        this.instances = instances;
        this.tasks = tasks;
        this.privileged = privileged;
    }

    void start(String report, String plan, String unit, Debt.Relation relation, Date due) {
        instances.startProcessInstanceByKey(
                "periodicReport", report, Map.of("plan", plan, "unit", unit, "relation", relation.name(), "due", due));
    }

    void roundClosed(String report) {
        correlate("roundClosed", report);
    }

    /** @return false if the office has judged it meanwhile */
    boolean withdrawn(String report) {
        return privileged.call(() -> instances
                        .createMessageCorrelation("reportWithdrawn")
                        .processInstanceBusinessKey(report)
                        .correlateAllWithResult()
                        .size())
                == 1;
    }

    private void correlate(String message, String report) {
        instances
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(report)
                .correlateAll();
    }

    /** The task's due date and the timers follow it: see {@code DeadlineChanges.follow}. */
    void due(String report, Date due) {
        privileged.run(() -> instances.setVariable(instance(report), "due", due));
    }

    /** The work goes from one unit to the one that follows it. */
    void handOver(String report, String from, String to, Debt.Relation relation) {
        privileged.run(() -> {
            instances.setVariables(instance(report), Map.of("unit", to, "relation", relation.name()));
            openTask(report).ifPresent(task -> {
                tasks.setAssignee(task.getId(), null);
                tasks.deleteGroupIdentityLink(task.getId(), from, IdentityLinkType.CANDIDATE);
                tasks.addGroupIdentityLink(task.getId(), to, IdentityLinkType.CANDIDATE);
            });
        });
    }

    /** Who has taken the open report upon himself. */
    Optional<String> assignee(String report) {
        return openTask(report).map(Task::getAssignee);
    }

    private Optional<Task> openTask(String report) {
        return Optional.ofNullable(tasks.createTaskQuery()
                .processInstanceBusinessKey(report)
                .processDefinitionKey("periodicReport")
                .taskDefinitionKey("handInReport")
                .singleResult());
    }

    private String instance(String report) {
        return instances
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(report, "periodicReport")
                .singleResult()
                .getId();
    }

    record Variables(
            String report,
            String plan,
            String unit,
            String relation,
            Date due,
            @Nullable String verdict) {

        static Variables of(DelegateExecution execution) {
            return new Variables(
                    execution.getProcessBusinessKey(),
                    (String) execution.getVariable("plan"),
                    (String) execution.getVariable("unit"),
                    (String) execution.getVariable("relation"),
                    (Date) execution.getVariable("due"),
                    (String) execution.getVariable("verdict"));
        }

        static void verdict(DelegateExecution execution, Enum<?> verdict) {
            execution.setVariable("verdict", verdict.name());
        }
    }
}
