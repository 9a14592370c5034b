package vn.tiendo.reporting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordReport}: the unit's report is in. */
@Component
class RecordReport implements JavaDelegate {

    private final HandingIn handingIn;

    RecordReport(HandingIn handingIn) {
        this.handingIn = handingIn;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handingIn.handIn(PeriodicReport.Variables.of(execution).report());
    }
}
