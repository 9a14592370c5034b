package vn.tiendo.assignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordVerification}: the office closes the task or returns its result. */
@Component
class RecordVerification implements JavaDelegate {

    private final CarryingOut carryingOut;

    RecordVerification(CarryingOut carryingOut) {
        this.carryingOut = carryingOut;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UnitAssignment.Variables.verdict(execution, carryingOut.verify(UnitAssignment.Variables.assignment(execution)));
    }
}
