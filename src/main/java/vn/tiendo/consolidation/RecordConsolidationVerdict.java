package vn.tiendo.consolidation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tiendo.reporting.ReportRound;

/** Service task {@code recordConsolidationVerdict}: the signer approves the consolidation or returns it. */
@Component
class RecordConsolidationVerdict implements JavaDelegate {

    private final Consolidations consolidations;

    RecordConsolidationVerdict(Consolidations consolidations) {
        this.consolidations = consolidations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReportRound.Variables.verdict(execution, consolidations.judge(execution.getProcessBusinessKey()));
    }
}
