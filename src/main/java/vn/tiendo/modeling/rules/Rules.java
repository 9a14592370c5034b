package vn.tiendo.modeling.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import vn.tiendo.engine.Finding;

/** A family of rules looks at one model and collects everything it finds. */
abstract class Rules {

    private final BpmnModelInstance model;
    private final List<Finding> findings = new ArrayList<>();

    Rules(BpmnModelInstance model) {
        this.model = model;
    }

    abstract void look();

    final List<Finding> findings() {
        look();
        return findings;
    }

    final <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    final void refuse(@Nullable String element, String key, @Nullable Object... values) {
        findings.add(Finding.of(element == null ? "?" : element, key, values));
    }
}
