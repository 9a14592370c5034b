package vn.tiendo.consolidation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tiendo.reporting.ReportRound;

/** Service task {@code recordConsolidation}: the office's text goes to the signer. */
@Component
class RecordConsolidation implements JavaDelegate {

    private final Consolidations consolidations;

    RecordConsolidation(Consolidations consolidations) {
        this.consolidations = consolidations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReportRound.Variables.signer(execution, consolidations.edit(execution.getProcessBusinessKey()));
    }
}
