package vn.tiendo.reporting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordMissing}: the round ended without this unit's report. */
@Component
class RecordMissing implements JavaDelegate {

    private final Reports reports;

    RecordMissing(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.miss(PeriodicReport.Variables.of(execution).report());
    }
}
