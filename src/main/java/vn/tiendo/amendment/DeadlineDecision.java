package vn.tiendo.amendment;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Privileged;

/** The process {@code deadlineDecision}: one question about a report's deadline, put before the leader in charge. */
@Component
class DeadlineDecision {

    private final RuntimeService instances;
    private final Privileged privileged;

    DeadlineDecision(RuntimeService instances, Privileged privileged) {
        this.instances = instances;
        this.privileged = privileged;
    }

    /** @param matter what the gateway asks for: {@code EXTENSION} or {@code OVERDUE} */
    void start(String decision, String plan, String unit, Matter matter) {
        privileged.run(() -> instances.startProcessInstanceByKey(
                "deadlineDecision", decision, Map.of("plan", plan, "unit", unit, "verdict", matter.name())));
    }

    void reportArrived(String decision) {
        privileged.run(() -> instances
                .createMessageCorrelation("reportArrived")
                .processInstanceBusinessKey(decision)
                .correlateAll());
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
