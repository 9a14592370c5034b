package vn.tiendo.modeling.rules;

import java.util.Collection;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** What a model finds beside it: what is deployed together with it, and the newest version of everything else. */
public interface Surroundings {

    /** In its own deployment. */
    boolean hasForm(String file);

    boolean hasDecision(String key);

    /** Whether this process or decision comes in the same deployment. */
    boolean isTogether(String key);

    /** @param version a number, or a tag; empty: none */
    boolean hasVersion(String key, boolean isTag, String version);

    /** All that its cases can meet. */
    Collection<BpmnModelInstance> models();
}
