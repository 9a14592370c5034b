package vn.tiendo.assignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordAnswer}: the unit takes the task on, or objects. */
@Component
class RecordAnswer implements JavaDelegate {

    private final CarryingOut carryingOut;

    RecordAnswer(CarryingOut carryingOut) {
        this.carryingOut = carryingOut;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UnitAssignment.Variables.verdict(execution, carryingOut.answer(UnitAssignment.Variables.assignment(execution)));
    }
}
