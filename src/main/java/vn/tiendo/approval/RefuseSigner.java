package vn.tiendo.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tiendo.plan.PlanLifecycle;

/** Service task {@code refuseSigner}: the table of signing authority does not know the signer, so the draft goes back. */
@Component
class RefuseSigner implements JavaDelegate {

    private final Approval approval;

    RefuseSigner(Approval approval) {
        this.approval = approval;
    }

    @Override
    public void execute(DelegateExecution execution) {
        approval.refuseSigner(PlanLifecycle.Variables.of(execution).plan());
    }
}
