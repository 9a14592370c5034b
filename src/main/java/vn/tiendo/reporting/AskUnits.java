package vn.tiendo.reporting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code askUnits}: every reporting unit gets its report to write. */
@Component
class AskUnits implements JavaDelegate {

    private final Rounds rounds;

    AskUnits(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.open(execution.getProcessBusinessKey());
    }
}
