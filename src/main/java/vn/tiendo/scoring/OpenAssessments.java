package vn.tiendo.scoring;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code openAssessments}: the plan's units are to score themselves now. */
@Component
class OpenAssessments implements JavaDelegate {

    private final Openings openings;

    OpenAssessments(Openings openings) {
        this.openings = openings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        openings.open(AssessmentOpening.Variables.of(execution).plan());
    }
}
