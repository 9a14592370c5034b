package vn.tiendo.reporting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordAcceptance}: the office accepts the report or returns it. */
@Component
class RecordAcceptance implements JavaDelegate {

    private final HandingIn handingIn;

    RecordAcceptance(HandingIn handingIn) {
        this.handingIn = handingIn;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PeriodicReport.Variables.verdict(
                execution,
                handingIn.judge(PeriodicReport.Variables.of(execution).report()));
    }
}
