package vn.tiendo.sharing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordShare}: a part of an assignment is handed in, or declined. */
@Component
class RecordShare implements JavaDelegate {

    private final Sharing sharing;

    RecordShare(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WorkShare.Variables.verdict(execution, sharing.handIn(WorkShare.Variables.share(execution)));
    }
}
