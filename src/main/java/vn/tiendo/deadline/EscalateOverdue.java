package vn.tiendo.deadline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code escalateOverdue}: the next above learns what is still waiting. */
@Component
class EscalateOverdue implements JavaDelegate {

    private final OverdueWork overdueWork;

    EscalateOverdue(OverdueWork overdueWork) {
        this.overdueWork = overdueWork;
    }

    @Override
    public void execute(DelegateExecution execution) {
        overdueWork.escalate(execution.getProcessInstanceId());
    }
}
