package vn.tiendo.assignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tiendo.plan.PlanLifecycle;

/** Service task {@code openAssignments}: what the plan gives to units is given to them. */
@Component
class OpenAssignments implements JavaDelegate {

    private final Giving giving;

    OpenAssignments(Giving giving) {
        this.giving = giving;
    }

    @Override
    public void execute(DelegateExecution execution) {
        giving.open(PlanLifecycle.Variables.of(execution).plan());
    }
}
