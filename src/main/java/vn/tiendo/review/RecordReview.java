package vn.tiendo.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tiendo.plan.PlanLifecycle;

/** Service task {@code recordReview}: what the head of the drafting unit says. */
@Component
class RecordReview implements JavaDelegate {

    private final Review review;

    RecordReview(Review review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlanLifecycle.Variables.verdict(
                execution,
                review.byUnitHead(PlanLifecycle.Variables.of(execution).plan()));
    }
}
