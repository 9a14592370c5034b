package vn.tiendo.sharing;

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

/** The process {@code workShare}: one part of an assignment, found by its own business key; nothing waits for it. */
@Component
@Sends("shareNotNeeded")
class WorkShare {

    private static final String KEY = "workShare";

    private final RuntimeService instances;
    private final TaskService tasks;
    private final Privileged privileged;

    WorkShare(RuntimeService instances, TaskService tasks, Privileged privileged) {
        this.instances = instances;
        this.tasks = tasks;
        this.privileged = privileged;
    }

    /** @param person null if the unit decides who does it */
    void start(String share, String plan, String unit, @Nullable String person, Debt.Relation relation, Date due) {
        var first = new HashMap<String, Object>(
                Map.of("plan", plan, "unit", unit, "relation", relation.name(), "due", due));
        first.put("person", person);
        privileged.run(() -> instances.startProcessInstanceByKey(KEY, share, first));
    }

    void notNeeded(String share) {
        privileged.run(() -> instances
                .createMessageCorrelation("shareNotNeeded")
                .processInstanceBusinessKey(share)
                .correlateAll());
    }

    /** The unit that follows decides anew who does it. */
    void handOver(String share, String from, String to, Debt.Relation relation) {
        privileged.run(() -> openTask(share).ifPresent(task -> {
            instances.setVariables(task.getProcessInstanceId(), Map.of("unit", to, "relation", relation.name()));
            tasks.setAssignee(task.getId(), null);
            tasks.deleteGroupIdentityLink(task.getId(), from, IdentityLinkType.CANDIDATE);
            tasks.addGroupIdentityLink(task.getId(), to, IdentityLinkType.CANDIDATE);
        }));
    }

    /** Who has the open task now: he may have given it back to the unit. */
    Optional<String> assignee(String share) {
        return openTask(share).map(Task::getAssignee);
    }

    private Optional<Task> openTask(String share) {
        return Optional.ofNullable(tasks.createTaskQuery()
                .processInstanceBusinessKey(share)
                .processDefinitionKey(KEY)
                .singleResult());
    }

    record Variables(
            String plan,
            String unit,
            @Nullable String person,
            String relation,
            @Nullable Date due,
            @Nullable String verdict) {

        static String share(DelegateExecution execution) {
            return execution.getProcessBusinessKey();
        }

        static void verdict(DelegateExecution execution, Enum<?> verdict) {
            execution.setVariable("verdict", verdict.name());
        }
    }
}
