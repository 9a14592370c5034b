package vn.tiendo.scoring;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordConfirmation}: the signer confirms the rating or returns it to the office. */
@Component
class RecordConfirmation implements JavaDelegate {

    private final Classification classification;

    RecordConfirmation(Classification classification) {
        this.classification = classification;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SelfAssessment.Variables.verdict(
                execution,
                classification.confirm(SelfAssessment.Variables.of(execution).assessment()));
    }
}
