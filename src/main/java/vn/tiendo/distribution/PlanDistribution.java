package vn.tiendo.distribution;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The process {@code planDistribution}: one recipient of one document. */
@Component
class PlanDistribution {

    private final RuntimeService instances;

    PlanDistribution(RuntimeService instances) {
        this.instances = instances;
    }

    void start(String delivery, String plan) {
        instances.startProcessInstanceByKey("planDistribution", delivery, Map.of("delivery", delivery, "plan", plan));
    }

    record Variables(String delivery, String plan, @Nullable String verdict) {

        static Variables of(DelegateExecution execution) {
            return new Variables(execution.getProcessBusinessKey(), (String) execution.getVariable("plan"), (String)
                    execution.getVariable("verdict"));
        }

        static void verdict(DelegateExecution execution, Enum<?> verdict) {
            execution.setVariable("verdict", verdict.name());
        }
    }
}
