package vn.tiendo.amendment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordOverdueDecision}: the leader says what is to be done about an overdue report. */
@Component
class RecordOverdueDecision implements JavaDelegate {

    private final Decisions decisions;

    RecordOverdueDecision(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeadlineDecision.Variables.verdict(execution, decisions.decideOverdue(execution.getProcessBusinessKey()));
    }
}
