package vn.tiendo.consolidation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code sendConsolidation}: the approved consolidation goes to the superior. */
@Component
class SendConsolidation implements JavaDelegate {

    private final Consolidations consolidations;

    SendConsolidation(Consolidations consolidations) {
        this.consolidations = consolidations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consolidations.send(execution.getProcessBusinessKey());
    }
}
