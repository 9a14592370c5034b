package vn.tiendo.distribution;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordReceipt}: somebody of the recipient confirmed in Tasklist that the document arrived. */
@Component
class RecordReceipt implements JavaDelegate {

    private final Receipts receipts;

    RecordReceipt(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        receipts.confirmAsOfficial(PlanDistribution.Variables.of(execution).delivery());
    }
}
