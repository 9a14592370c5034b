package vn.tiendo.consolidation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code draftConsolidation}: the units' texts become one draft, late and missing units named. */
@Component
class DraftConsolidation implements JavaDelegate {

    private final Consolidations consolidations;

    DraftConsolidation(Consolidations consolidations) {
        this.consolidations = consolidations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consolidations.draft(execution.getProcessBusinessKey());
    }
}
