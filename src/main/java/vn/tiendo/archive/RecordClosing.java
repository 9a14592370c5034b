package vn.tiendo.archive;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tiendo.plan.PlanLifecycle;

/** Service task {@code recordClosing}: a plan without report rounds is declared finished. */
@Component
class RecordClosing implements JavaDelegate {

    private final Archive archive;

    RecordClosing(Archive archive) {
        this.archive = archive;
    }

    @Override
    public void execute(DelegateExecution execution) {
        archive.close(PlanLifecycle.Variables.of(execution).plan());
    }
}
