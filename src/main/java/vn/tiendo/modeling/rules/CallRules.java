package vn.tiendo.modeling.rules;

import java.util.Objects;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.jspecify.annotations.Nullable;

/** What a model asks of others is there: the process it calls, the table it asks. */
final class CallRules extends Rules {

    private final Surroundings surroundings;

    CallRules(BpmnModelInstance model, Surroundings surroundings) {
        super(model);
        this.surroundings = surroundings;
    }

    @Override
    void look() {
        all(CallActivity.class).forEach(it -> {
            asks(it.getId(), it.getCalledElement(), this::hasProcess, "finding.noCalled", "finding.called");
            bound(
                    it.getId(),
                    it.getCalledElement(),
                    it.getCamundaCalledElementBinding(),
                    it.getCamundaCalledElementVersion(),
                    it.getCamundaCalledElementVersionTag());
        });
        all(BusinessRuleTask.class).forEach(it -> {
            asks(
                    it.getId(),
                    it.getCamundaDecisionRef(),
                    surroundings::hasDecision,
                    "finding.noDecision",
                    "finding.decision");
            bound(
                    it.getId(),
                    it.getCamundaDecisionRef(),
                    it.getCamundaDecisionRefBinding(),
                    it.getCamundaDecisionRefVersion(),
                    it.getCamundaDecisionRefVersionTag());
        });
    }

    /** Which version of what it asks is meant; without a binding the newest. */
    private void bound(
            String id, @Nullable String key, @Nullable String binding, @Nullable String number, @Nullable String tag) {
        if (key == null || binding == null || isComputed(key) || binding.equals("latest")) {
            return;
        }
        if (binding.equals("deployment")) {
            if (!surroundings.isTogether(key)) {
                refuse(id, "finding.boundTogether", key);
            }
            return;
        }
        var isTag = binding.equals("versionTag");
        var version = Objects.requireNonNullElse(isTag ? tag : number, "");
        if (!isComputed(version) && !surroundings.hasVersion(key, isTag, version)) {
            refuse(id, "finding.boundVersion", key, version);
        }
    }

    private void asks(String id, @Nullable String key, Predicate<String> isThere, String none, String unknown) {
        if (key == null || key.isBlank()) {
            refuse(id, none);
        } else if (!isComputed(key) && !isThere.test(key)) {
            refuse(id, unknown, key);
        }
    }

    /** Only a running case knows which one it is. */
    static boolean isComputed(String key) {
        return key.contains("${") || key.contains("#{");
    }

    private boolean hasProcess(String key) {
        return surroundings.models().stream()
                .flatMap(it -> it.getModelElementsByType(Process.class).stream())
                .anyMatch(it -> key.equals(it.getId()) && it.isExecutable());
    }
}
