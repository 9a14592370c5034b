package vn.tiendo.consolidation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code closeRound}: the round ends, and with the last round the waiting for reports. */
@Component
class CloseRound implements JavaDelegate {

    private final Consolidations consolidations;

    CloseRound(Consolidations consolidations) {
        this.consolidations = consolidations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consolidations.close(execution.getProcessBusinessKey());
    }
}
