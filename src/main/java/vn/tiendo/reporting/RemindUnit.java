package vn.tiendo.reporting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code remindUnit}: the unit is told how many working days are left. */
@Component
class RemindUnit implements JavaDelegate {

    private final Reminders reminders;

    RemindUnit(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.remind(PeriodicReport.Variables.of(execution).report());
    }
}
