package vn.tiendo.engine;

import org.camunda.bpm.model.dmn.instance.Decision;

/** Looks at a decision before it is deployed, so that a table that cannot be climbed is refused at the door. */
public interface DecisionTableCheck {

    /** @throws Refusal with the row that is wrong */
    void check(Decision decision);
}
