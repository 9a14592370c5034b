package vn.tiendo.drafting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tiendo.plan.PlanLifecycle;

/** Service task {@code recordProposal}: the Tờ trình that was handed in opens the plan's file. */
@Component
class RecordProposal implements JavaDelegate {

    private final Proposals proposals;

    RecordProposal(Proposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        proposals.record(PlanLifecycle.Variables.of(execution).plan());
    }
}
