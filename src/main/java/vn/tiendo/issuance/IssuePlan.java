package vn.tiendo.issuance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tiendo.plan.PlanLifecycle;

/** Service task {@code issuePlan}: the numbered plan becomes an official paper. */
@Component
class IssuePlan implements JavaDelegate {

    private final Issuance issuance;

    IssuePlan(Issuance issuance) {
        this.issuance = issuance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issuance.issue(PlanLifecycle.Variables.of(execution).plan());
    }
}
