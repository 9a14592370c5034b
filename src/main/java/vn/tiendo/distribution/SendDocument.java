package vn.tiendo.distribution;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code sendDocument}: one mail to one recipient. */
@Component
class SendDocument implements JavaDelegate {

    private final Distribution distribution;

    SendDocument(Distribution distribution) {
        this.distribution = distribution;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlanDistribution.Variables.verdict(
                execution,
                distribution.send(PlanDistribution.Variables.of(execution).delivery()));
    }
}
