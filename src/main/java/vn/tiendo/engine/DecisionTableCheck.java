package vn.tiendo.engine;

import java.util.List;
import org.camunda.bpm.model.dmn.instance.Decision;

/** Looks at a decision before it is deployed, so that a table that cannot be climbed is refused at the door. */
public interface DecisionTableCheck {

    /** @return every place that is wrong */
    List<Finding> findings(Decision decision);
}
