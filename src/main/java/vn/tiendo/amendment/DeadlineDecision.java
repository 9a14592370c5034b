package vn.tiendo.amendment;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Privileged;
import vn.tiendo.engine.Sends;

/** The process {@code deadlineDecision}: one question about a report's deadline, put before the leader in charge. */
@Component
@Sends("reportArrived")
class DeadlineDecision {

    private static final String KEY = "deadlineDecision";

    private final RuntimeService instances;
    private final TaskService tasks;
    private final Privileged privileged;

    DeadlineDecision(RuntimeService instances, TaskService tasks, Privileged privileged) {
        this.instances = instances;
        this.tasks = tasks;
        this.privileged = privileged;
    }

    /** @param matter what the gateway asks for: {@code EXTENSION} or {@code OVERDUE} */
    void start(String decision, String plan, String unit, Matter matter) {
        privileged.run(() -> instances.startProcessInstanceByKey(
                KEY, decision, Map.of("plan", plan, "unit", unit, "verdict", matter.name())));
    }

    void reportArrived(String decision) {
        privileged.run(() -> instances
                .createMessageCorrelation("reportArrived")
                .processInstanceBusinessKey(decision)
                .correlateAll());
    }

    /** Whoever has taken it upon himself has it no longer. */
    void handOver(String decision, String unit, List<String> leaders) {
        privileged.run(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(decision)
                .processDefinitionKey(KEY)
                .list()
                .forEach(task -> {
                    instances.setVariable(task.getProcessInstanceId(), "unit", unit);
                    tasks.setAssignee(task.getId(), null);
                    tasks.getIdentityLinksForTask(task.getId()).stream()
                            .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                            .forEach(link -> tasks.deleteCandidateUser(task.getId(), link.getUserId()));
                    leaders.forEach(leader -> tasks.addCandidateUser(task.getId(), leader));
                }));
    }

    enum Matter {
        EXTENSION,
        OVERDUE
    }

    record Variables(String plan, String unit, @Nullable String verdict) {

        static void verdict(DelegateExecution execution, Enum<?> verdict) {
            execution.setVariable("verdict", verdict.name());
        }
    }
}
