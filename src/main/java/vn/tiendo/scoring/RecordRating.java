package vn.tiendo.scoring;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordRating}: what the decision table answered is written down. */
@Component
class RecordRating implements JavaDelegate {

    private final Classification classification;

    RecordRating(Classification classification) {
        this.classification = classification;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var found = SelfAssessment.Variables.of(execution);
        classification.rate(found.assessment(), found.rating());
    }
}
