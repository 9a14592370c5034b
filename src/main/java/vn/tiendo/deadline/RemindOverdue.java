package vn.tiendo.deadline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code remindOverdue}: whoever lets work wait past its due date is reminded. */
@Component
class RemindOverdue implements JavaDelegate {

    private final OverdueWork overdueWork;

    RemindOverdue(OverdueWork overdueWork) {
        this.overdueWork = overdueWork;
    }

    @Override
    public void execute(DelegateExecution execution) {
        overdueWork.remind(execution.getProcessInstanceId());
    }
}
