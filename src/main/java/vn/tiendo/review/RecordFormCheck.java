package vn.tiendo.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tiendo.plan.PlanLifecycle;

/** Service task {@code recordFormCheck}: what the office says about the form. */
@Component
class RecordFormCheck implements JavaDelegate {

    private final Review review;

    RecordFormCheck(Review review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlanLifecycle.Variables.verdict(
                execution, review.byOffice(PlanLifecycle.Variables.of(execution).plan()));
    }
}
