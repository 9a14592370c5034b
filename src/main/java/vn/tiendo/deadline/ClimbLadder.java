package vn.tiendo.deadline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code climbLadder}: a rung of the reminder ladder is reached, those it names are told. */
@Component
class ClimbLadder implements JavaDelegate {

    private final Climbing climbing;

    ClimbLadder(Climbing climbing) {
        this.climbing = climbing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        climbing.climb(execution.getProcessBusinessKey());
    }
}
