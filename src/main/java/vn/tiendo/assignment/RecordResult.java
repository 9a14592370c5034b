package vn.tiendo.assignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordResult}: what came of the task is handed in. */
@Component
class RecordResult implements JavaDelegate {

    private final CarryingOut carryingOut;

    RecordResult(CarryingOut carryingOut) {
        this.carryingOut = carryingOut;
    }

    @Override
    public void execute(DelegateExecution execution) {
        carryingOut.handIn(UnitAssignment.Variables.assignment(execution));
    }
}
