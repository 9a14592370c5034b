package vn.tiendo.amendment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordExtension}: the leader grants or refuses more time. */
@Component
class RecordExtension implements JavaDelegate {

    private final Decisions decisions;

    RecordExtension(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decisions.decideExtension(execution.getProcessBusinessKey());
    }
}
