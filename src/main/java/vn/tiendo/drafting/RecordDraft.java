package vn.tiendo.drafting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tiendo.plan.PlanLifecycle;

/** Service task {@code recordDraft}: the draft goes to the head of the unit, or to the office when the head wrote it. */
@Component
class RecordDraft implements JavaDelegate {

    private final Drafting drafting;

    RecordDraft(Drafting drafting) {
        this.drafting = drafting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var recorded = drafting.record(PlanLifecycle.Variables.of(execution).plan());
        PlanLifecycle.Variables.signer(execution, recorded.signer());
        PlanLifecycle.Variables.verdict(execution, recorded.author());
    }
}
