package vn.tiendo.scoring;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordSelfScore}: the unit has scored itself. */
@Component
class RecordSelfScore implements JavaDelegate {

    private final Scoring scoring;

    RecordSelfScore(Scoring scoring) {
        this.scoring = scoring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        scoring.scoreSelf(SelfAssessment.Variables.of(execution).assessment());
    }
}
