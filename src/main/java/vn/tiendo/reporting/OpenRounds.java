package vn.tiendo.reporting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tiendo.plan.PlanLifecycle;

/** Service task {@code openRounds}: every duty with a date becomes a report round. */
@Component
class OpenRounds implements JavaDelegate {

    private final RoundPlanning planning;

    OpenRounds(RoundPlanning planning) {
        this.planning = planning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlanLifecycle.Variables.verdict(
                execution, planning.plan(PlanLifecycle.Variables.of(execution).plan()));
    }
}
