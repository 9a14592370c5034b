package vn.tiendo.scoring;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordVerifiedScore}: the office gives its own score or returns the unit's. */
@Component
class RecordVerifiedScore implements JavaDelegate {

    private final Verification verification;

    RecordVerifiedScore(Verification verification) {
        this.verification = verification;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SelfAssessment.Variables.verdict(
                execution,
                verification.verify(SelfAssessment.Variables.of(execution).assessment()));
    }
}
