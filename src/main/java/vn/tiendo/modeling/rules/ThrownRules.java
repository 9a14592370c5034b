package vn.tiendo.modeling.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * Whatever a model throws is caught and whatever it catches is thrown: signals by any model, errors and escalations by what
 * lies inside or around, links beside. No class of ours throws any of them.
 */
final class ThrownRules extends Rules {

    /** A called process that only a running case knows may throw anything. */
    private static final String ANYTHING = "*";

    private final Surroundings surroundings;

    ThrownRules(BpmnModelInstance model, Surroundings surroundings) {
        super(model);
        this.surroundings = surroundings;
    }

    @Override
    void look() {
        all(SignalEventDefinition.class).forEach(this::signal);
        all(LinkEventDefinition.class).forEach(this::link);
        all(ErrorEventDefinition.class)
                .forEach(it ->
                        coded(it, ErrorEventDefinition.class, "finding.errorNotThrown", "finding.errorNotCaught"));
        all(EscalationEventDefinition.class)
                .forEach(it -> coded(
                        it,
                        EscalationEventDefinition.class,
                        "finding.escalationNotThrown",
                        "finding.escalationNotCaught"));
    }

    private void signal(SignalEventDefinition signal) {
        var name = nameOf(signal);
        if (name == null) {
            refuse(id(signal), "finding.noSignal");
        } else if (everywhere(SignalEventDefinition.class)
                .noneMatch(it -> isCaught(it) != isCaught(signal) && name.equals(nameOf(it)))) {
            refuse(id(signal), isCaught(signal) ? "finding.signalNotThrown" : "finding.signalNotCaught", name);
        }
    }

    private void link(LinkEventDefinition link) {
        if (!isCaught(link)
                && all(LinkEventDefinition.class).stream()
                        .noneMatch(it -> isCaught(it) && Objects.equals(it.getName(), link.getName()))) {
            refuse(id(link), "finding.link", link.getName());
        }
    }

    private <D extends EventDefinition> void coded(D definition, Class<D> type, String notThrown, String notCaught) {
        var code = code(definition);
        if (isCaught(definition)) {
            var watched = watched(definition);
            if (watched == null
                    || thrownIn(watched, type, new HashSet<>())
                            .noneMatch(it ->
                                    it.equals(ANYTHING) || code.map(it::equals).orElse(true))) {
                refuse(id(definition), notThrown, code.orElse(""));
            }
        } else if (code.isEmpty()) {
            refuse(id(definition), "finding.noCode");
        } else if (!isCaughtAround(definition.getParentElement(), type, code.get(), new HashSet<>())) {
            refuse(id(definition), notCaught, code.get());
        }
    }

    /** What this catching event watches: the activity it sits on, or all that its event subprocess lies in. */
    private static @Nullable ModelElementInstance watched(EventDefinition definition) {
        var event = definition.getParentElement();
        return event instanceof BoundaryEvent boundary
                ? boundary.getAttachedTo()
                : event.getParentElement().getParentElement();
    }

    private <D extends EventDefinition> Stream<String> thrownIn(
            ModelElementInstance scope, Class<D> type, Set<String> seen) {
        var model = (BpmnModelInstance) scope.getModelInstance();
        var thrown = model.getModelElementsByType(type).stream()
                .filter(it -> !isCaught(it) && isIn(scope, it))
                .flatMap(it -> code(it).stream());
        var called = model.getModelElementsByType(CallActivity.class).stream()
                .filter(it -> isIn(scope, it))
                .flatMap(it -> thrownBy(it, type, seen));
        return Stream.concat(thrown, called);
    }

    private <D extends EventDefinition> Stream<String> thrownBy(CallActivity call, Class<D> type, Set<String> seen) {
        var called = call.getCalledElement();
        if (called == null || !seen.add(called)) {
            return Stream.empty();
        }
        return CallRules.isComputed(called)
                ? Stream.of(ANYTHING)
                : everywhere(Process.class)
                        .filter(it -> called.equals(it.getId()))
                        .flatMap(it -> thrownIn(it, type, seen));
    }

    private <D extends EventDefinition> boolean isCaughtAround(
            ModelElementInstance thrower, Class<D> type, String code, Set<String> seen) {
        for (ModelElementInstance inner = thrower, scope = inner.getParentElement();
                scope != null;
                inner = scope, scope = scope.getParentElement()) {
            if (catchesOf(scope, inner, type)
                    .anyMatch(it -> code(it).map(code::equals).orElse(true))) {
                return true;
            }
            if (scope instanceof Process process) {
                return seen.add(process.getId())
                        && everywhere(CallActivity.class)
                                .filter(it -> it.getCalledElement() != null
                                        && (CallRules.isComputed(it.getCalledElement())
                                                || it.getCalledElement().equals(process.getId())))
                                .anyMatch(it -> catchesOf(it, it, type)
                                                .anyMatch(at -> code(at).map(code::equals)
                                                        .orElse(true))
                                        || isCaughtAround(it, type, code, seen));
            }
        }
        return false;
    }

    /** On the border of this scope, or in its event subprocesses other than the one it is thrown in. */
    private static <D extends EventDefinition> Stream<D> catchesOf(
            ModelElementInstance scope, ModelElementInstance inner, Class<D> type) {
        var model = (BpmnModelInstance) scope.getModelInstance();
        var onTheBorder = model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(it -> scope.equals(it.getAttachedTo()))
                .flatMap(it -> it.getChildElementsByType(type).stream());
        var inside = scope.getChildElementsByType(SubProcess.class).stream()
                .filter(it -> it.triggeredByEvent() && !it.equals(inner))
                .flatMap(it -> it.getChildElementsByType(StartEvent.class).stream())
                .flatMap(it -> it.getChildElementsByType(type).stream());
        return Stream.concat(onTheBorder, inside);
    }

    private static boolean isIn(ModelElementInstance scope, ModelElementInstance element) {
        for (ModelElementInstance at = element; at != null; at = at.getParentElement()) {
            if (at.equals(scope)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCaught(EventDefinition definition) {
        return definition.getParentElement() instanceof CatchEvent;
    }

    private static String id(EventDefinition definition) {
        return ((FlowElement) definition.getParentElement()).getId();
    }

    private static @Nullable String nameOf(SignalEventDefinition definition) {
        return Optional.ofNullable(definition.getSignal()).map(Signal::getName).orElse(null);
    }

    /** Empty for a catch that takes any; the engine takes a reference to nothing for the code itself. */
    private static Optional<String> code(EventDefinition definition) {
        var code = definition instanceof ErrorEventDefinition error
                ? error.getError() == null
                        ? Optional.ofNullable(error.getAttributeValue("errorRef"))
                        : Optional.of(error.getError()).map(Error::getErrorCode)
                : Optional.ofNullable(((EscalationEventDefinition) definition).getEscalation())
                        .map(Escalation::getEscalationCode);
        return code.filter(it -> !it.isBlank());
    }

    private <T extends ModelElementInstance> Stream<T> everywhere(Class<T> type) {
        return Stream.concat(
                all(type).stream(),
                surroundings.models().stream().flatMap(it -> List.copyOf(it.getModelElementsByType(type)).stream()));
    }
}
