package vn.tiendo.reporting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code escalateToViceChair}: the Phó Chủ tịch in charge learns that the report is still missing. */
@Component
class EscalateToViceChair implements JavaDelegate {

    private final Reminders reminders;

    EscalateToViceChair(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.tellViceChair(PeriodicReport.Variables.of(execution).report());
    }
}
