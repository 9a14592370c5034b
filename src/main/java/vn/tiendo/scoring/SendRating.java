package vn.tiendo.scoring;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code sendRating}: the unit reads how it was rated. */
@Component
class SendRating implements JavaDelegate {

    private final Classification classification;

    SendRating(Classification classification) {
        this.classification = classification;
    }

    @Override
    public void execute(DelegateExecution execution) {
        classification.send(SelfAssessment.Variables.of(execution).assessment());
    }
}
