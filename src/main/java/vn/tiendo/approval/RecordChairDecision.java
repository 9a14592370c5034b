package vn.tiendo.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tiendo.plan.PlanLifecycle;

/** Service task {@code recordChairDecision}: what the Chủ tịch decides. */
@Component
class RecordChairDecision implements JavaDelegate {

    private final Approval approval;

    RecordChairDecision(Approval approval) {
        this.approval = approval;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlanLifecycle.Variables.verdict(
                execution,
                approval.byChair(PlanLifecycle.Variables.of(execution).plan()));
    }
}
