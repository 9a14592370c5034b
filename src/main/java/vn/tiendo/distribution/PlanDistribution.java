package vn.tiendo.distribution;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.deadline.Deadline;
import vn.tiendo.deadline.Debt;
import vn.tiendo.engine.Privileged;
import vn.tiendo.engine.Sends;

/** The process {@code planDistribution}: one recipient of one document. */
@Component
@Sends({"documentBounced", "documentReceived", "documentRecalled"})
class PlanDistribution {

    private static final String WITHOUT_ACCOUNT = "clerk";

    private final RuntimeService instances;
    private final Privileged privileged;

    PlanDistribution(RuntimeService instances, Privileged privileged) {
        this.instances = instances;
        this.privileged = privileged;
    }

    void start(Delivery delivery, Debt.Relation relation) {
        var variables = variables(delivery, relation);
        // the clerk who takes a plan back may not start cases by himself
        privileged.run(() -> instances.startProcessInstanceByKey("planDistribution", delivery.id(), variables));
    }

    /** The clerk's work now, whether somebody was still asked to confirm it or nobody waited for it any more. */
    void bounced(Delivery delivery, Debt.Relation relation) {
        privileged.run(() -> instances
                .createMessageCorrelation("documentBounced")
                .processInstanceBusinessKey(delivery.id())
                .setVariables(variables(delivery, relation))
                .correlate());
    }

    private static Map<String, Object> variables(Delivery delivery, Debt.Relation relation) {
        var variables = new HashMap<String, Object>(Map.of("delivery", delivery.id(), "plan", delivery.plan()));
        LocalDate due = delivery.receiptDue();
        if (due != null) {
            variables.put("unit", delivery.unit() == null ? WITHOUT_ACCOUNT : delivery.unit());
            variables.put("relation", relation.name());
            variables.put("due", Deadline.endOf(due));
        }
        return variables;
    }

    /** Nobody needs to confirm in Tasklist any more; nothing happens where nobody was asked to. */
    void receivedByLink(String delivery) {
        tell("documentReceived", delivery);
    }

    /** Whatever is still to be done for this copy is not done any more. */
    void recalled(String delivery) {
        tell("documentRecalled", delivery);
    }

    private void tell(String message, String delivery) {
        privileged.run(() -> instances
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(delivery)
                .correlateAll());
    }

    record Variables(
            String delivery,
            String plan,
            @Nullable String verdict,
            @Nullable String unit,
            @Nullable String relation,
            @Nullable Date due) {

        static Variables of(DelegateExecution execution) {
            return new Variables(
                    execution.getProcessBusinessKey(),
                    (String) execution.getVariable("plan"),
                    (String) execution.getVariable("verdict"),
                    (String) execution.getVariable("unit"),
                    (String) execution.getVariable("relation"),
                    (Date) execution.getVariable("due"));
        }

        static void verdict(DelegateExecution execution, Enum<?> verdict) {
            execution.setVariable("verdict", verdict.name());
        }
    }
}
