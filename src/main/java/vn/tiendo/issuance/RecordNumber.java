package vn.tiendo.issuance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tiendo.plan.PlanLifecycle;

/** Service task {@code recordNumber}: the clerk's number and date enter the register, or the plan goes back. */
@Component
class RecordNumber implements JavaDelegate {

    private final Issuance issuance;

    RecordNumber(Issuance issuance) {
        this.issuance = issuance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlanLifecycle.Variables.verdict(
                execution, issuance.number(PlanLifecycle.Variables.of(execution).plan()));
    }
}
