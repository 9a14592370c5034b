package vn.tiendo.archive;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tiendo.plan.PlanLifecycle;

/** Service task {@code archivePlan}: the plan's file is sealed. */
@Component
class ArchivePlan implements JavaDelegate {

    private final Archive archive;

    ArchivePlan(Archive archive) {
        this.archive = archive;
    }

    @Override
    public void execute(DelegateExecution execution) {
        archive.seal(PlanLifecycle.Variables.of(execution).plan());
    }
}
