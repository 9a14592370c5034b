package vn.tiendo.reporting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code gatherReport}: an accepted report may have been the last one of its round. */
@Component
class GatherReport implements JavaDelegate {

    private final Rounds rounds;

    GatherReport(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.gather(PeriodicReport.Variables.of(execution).report());
    }
}
