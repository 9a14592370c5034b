package vn.tiendo.reporting;

import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.deadline.Debt;

/** The process {@code periodicReport}: one unit's report in one round. */
@Component
class PeriodicReport {

    private final RuntimeService instances;
    private final TaskService tasks;
    private final ManagementService jobs;

    PeriodicReport(RuntimeService instances, TaskService tasks, ManagementService jobs) {
        this.instances = instances;
        this.tasks = tasks;
        this.jobs = jobs;
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
        return instances
                        .createMessageCorrelation("reportWithdrawn")
                        .processInstanceBusinessKey(report)
                        .correlateAllWithResult()
                        .size()
                == 1;
    }

    private void correlate(String message, String report) {
        instances
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(report)
                .correlateAll();
    }

    /** The open work and its reminders follow the new deadline. */
    void due(String report, Date due) {
        var instance = instance(report);
        instances.setVariable(instance, "due", due);
        openTask(report).ifPresent(task -> tasks.setDueDate(task.getId(), due));
        jobs.createJobQuery().processInstanceId(instance).timers().list().stream()
                .filter(timer -> timer.getDuedate() != null)
                .filter(timer -> isRung(timer.getJobDefinitionId()))
                .forEach(timer -> jobs.recalculateJobDuedate(timer.getId(), false));
    }

    private boolean isRung(String definition) {
        var event = jobs.createJobDefinitionQuery()
                .jobDefinitionId(definition)
                .singleResult()
                .getActivityId();
        return event.equals("rungReached") || event.equals("nextRung");
    }

    /** The work goes from one unit to the one that follows it. */
    void handOver(String report, String from, String to, Debt.Relation relation) {
        var instance = instance(report);
        instances.setVariables(instance, Map.of("unit", to, "relation", relation.name()));
        openTask(report).ifPresent(task -> {
            tasks.setAssignee(task.getId(), null);
            tasks.deleteGroupIdentityLink(task.getId(), from, IdentityLinkType.CANDIDATE);
            tasks.addGroupIdentityLink(task.getId(), to, IdentityLinkType.CANDIDATE);
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
