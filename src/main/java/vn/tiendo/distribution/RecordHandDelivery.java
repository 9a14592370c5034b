package vn.tiendo.distribution;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordHandDelivery}: how the clerk delivered what could not be mailed. */
@Component
class RecordHandDelivery implements JavaDelegate {

    private final Distribution distribution;

    RecordHandDelivery(Distribution distribution) {
        this.distribution = distribution;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlanDistribution.Variables.verdict(
                execution,
                distribution.byHand(PlanDistribution.Variables.of(execution).delivery()));
    }
}
