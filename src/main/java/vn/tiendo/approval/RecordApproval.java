package vn.tiendo.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tiendo.plan.PlanLifecycle;

/** Service task {@code recordApproval}: what the signing Phó Chủ tịch decides. */
@Component
class RecordApproval implements JavaDelegate {

    private final Approval approval;

    RecordApproval(Approval approval) {
        this.approval = approval;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlanLifecycle.Variables.verdict(
                execution,
                approval.bySigner(PlanLifecycle.Variables.of(execution).plan()));
    }
}
