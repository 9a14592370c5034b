package vn.tiendo.assignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordUnfinished}: the plan ended before the task was finished. */
@Component
class RecordUnfinished implements JavaDelegate {

    private final Assignments assignments;

    RecordUnfinished(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        assignments.leaveUnfinished(UnitAssignment.Variables.assignment(execution));
    }
}
