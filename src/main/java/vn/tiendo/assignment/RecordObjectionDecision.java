package vn.tiendo.assignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordObjectionDecision}: the office keeps, moves or withdraws the task. */
@Component
class RecordObjectionDecision implements JavaDelegate {

    private final CarryingOut carryingOut;

    RecordObjectionDecision(CarryingOut carryingOut) {
        this.carryingOut = carryingOut;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var settled = carryingOut.decideObjection(UnitAssignment.Variables.assignment(execution));
        UnitAssignment.Variables.verdict(execution, settled.verdict());
        UnitAssignment.Variables.unit(execution, settled.unit(), settled.relation());
    }
}
