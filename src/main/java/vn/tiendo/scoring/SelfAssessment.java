package vn.tiendo.scoring;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The process {@code selfAssessment}: one unit's self-assessment in one plan. */
@Component
class SelfAssessment {

    private final RuntimeService instances;

    SelfAssessment(RuntimeService instances) {
        this.instances = instances;
    }

    void start(String assessment, String plan, String unit, String signer) {
        instances.startProcessInstanceByKey(
                "selfAssessment",
                assessment,
                Map.of("assessment", assessment, "plan", plan, "unit", unit, "signer", signer));
    }

    record Variables(
            String assessment,
            String plan,
            String unit,
            String signer,
            @Nullable String rating,
            @Nullable String verdict) {

        static Variables of(DelegateExecution execution) {
            return new Variables(
                    execution.getProcessBusinessKey(),
                    (String) execution.getVariable("plan"),
                    (String) execution.getVariable("unit"),
                    (String) execution.getVariable("signer"),
                    (String) execution.getVariable("rating"),
                    (String) execution.getVariable("verdict"));
        }

        static void verdict(DelegateExecution execution, Enum<?> verdict) {
            execution.setVariable("verdict", verdict.name());
        }
    }
}
