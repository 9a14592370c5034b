package vn.tiendo.distribution;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tiendo.plan.PlanLifecycle;

/** Service task {@code distributePlan}: every line of Nơi nhận gets a delivery of its own. */
@Component
class DistributePlan implements JavaDelegate {

    private final Distribution distribution;

    DistributePlan(Distribution distribution) {
        this.distribution = distribution;
    }

    @Override
    public void execute(DelegateExecution execution) {
        distribution.distribute(PlanLifecycle.Variables.of(execution).plan());
    }
}
