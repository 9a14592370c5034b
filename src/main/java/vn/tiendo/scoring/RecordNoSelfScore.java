package vn.tiendo.scoring;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordNoSelfScore}: the unit's time is over, the office goes on with what there is. */
@Component
class RecordNoSelfScore implements JavaDelegate {

    private final Scoring scoring;

    RecordNoSelfScore(Scoring scoring) {
        this.scoring = scoring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        scoring.goOn(SelfAssessment.Variables.of(execution).assessment());
    }
}
