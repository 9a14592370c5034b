package vn.tiendo.plan;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Sends;

/** The process {@code planLifecycle}: its variables and the messages it waits for. */
@Component
@Sends("allRoundsClosed")
public class PlanLifecycle {

    static final String KEY = "planLifecycle";

    private final RuntimeService instances;

    PlanLifecycle(RuntimeService instances) {
        this.instances = instances;
    }

    public void start(String plan, String unit, String drafter) {
        instances.startProcessInstanceByKey(KEY, plan, Map.of("plan", plan, "unit", unit, "drafter", drafter));
    }

    /** The last report round of the plan has ended; a plan that a person is to close waits for nothing. */
    public void allRoundsClosed(String plan) {
        instances
                .createMessageCorrelation("allRoundsClosed")
                .processInstanceBusinessKey(plan)
                .correlateAll();
    }

    /** What gateways and candidate groups ask for; the rest is in the tables. */
    public record Variables(
            String plan,
            String unit,
            String drafter,
            @Nullable String signer,
            @Nullable String approver,
            @Nullable String verdict) {

        public static Variables of(DelegateExecution execution) {
            return new Variables(
                    execution.getProcessBusinessKey(),
                    (String) execution.getVariable("unit"),
                    (String) execution.getVariable("drafter"),
                    (String) execution.getVariable("signer"),
                    (String) execution.getVariable("approver"),
                    (String) execution.getVariable("verdict"));
        }

        public static void verdict(DelegateExecution execution, Enum<?> verdict) {
            execution.setVariable("verdict", verdict.name());
        }

        public static void signer(DelegateExecution execution, String signer) {
            execution.setVariable("signer", signer);
        }
    }
}
