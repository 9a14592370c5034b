package vn.tiendo.reporting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code escalateToHead}: the head of the unit learns that the report is late. */
@Component
class EscalateToHead implements JavaDelegate {

    private final Reminders reminders;

    EscalateToHead(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.tellHead(PeriodicReport.Variables.of(execution).report());
    }
}
