package vn.tiendo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What every model must be. A finding names the element and what is wrong with it; all of a model come at once. */
final class ModelRules {

    private static final String TEN_YEARS = "P3650D";
    private static final Pattern NAMED_BY_PEOPLE = Pattern.compile("[a-z][a-zA-Z0-9]*(-[a-z][a-zA-Z0-9]*)?");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{\\w+(?: == '\\w+')?}");

    private final BpmnModelInstance model;
    private final List<String> findings = new ArrayList<>();

    private ModelRules(BpmnModelInstance model) {
        this.model = model;
    }

    static List<String> findings(BpmnModelInstance model, Set<String> delegates, Path forms) {
        var rules = new ModelRules(model);
        rules.all(Process.class).forEach(rules::process);
        rules.namesAndIds();
        rules.drawing();
        rules.findings.addAll(StepRules.findings(model, delegates, forms));
        rules.all(ExclusiveGateway.class).forEach(rules::gateway);
        rules.all(ConditionExpression.class).forEach(rules::condition);
        rules.all(TimerEventDefinition.class).forEach(rules::timer);
        rules.findings.addAll(ExpressionRules.findings(model));
        return rules.findings;
    }

    static List<String> findings(DmnModelInstance model) {
        return model.getModelElementsByType(Decision.class).stream()
                .filter(decision -> !TEN_YEARS.equals(decision.getCamundaHistoryTimeToLiveString()))
                .map(decision -> decision.getId() + ": history is not kept for " + TEN_YEARS)
                .toList();
    }

    private void process(Process process) {
        if (!TEN_YEARS.equals(process.getCamundaHistoryTimeToLiveString())) {
            refuse(process.getId(), "history is not kept for " + TEN_YEARS);
        }
    }

    private void namesAndIds() {
        for (var node : all(FlowNode.class)) {
            named(node.getId(), node.getName());
        }
        for (var participant : all(Participant.class)) {
            named(participant.getId(), participant.getName());
        }
        for (var lane : all(Lane.class)) {
            named(lane.getId(), lane.getName());
        }
        all(FlowElement.class).forEach(it -> identified(it.getId()));
        all(Process.class).forEach(it -> identified(it.getId()));
        all(Participant.class).forEach(it -> identified(it.getId()));
        all(Lane.class).forEach(it -> identified(it.getId()));
        all(Message.class).forEach(it -> identified(it.getId()));
    }

    private void named(String id, String name) {
        if (name == null || name.equals(id) || name.codePoints().noneMatch(Character::isLetter)) {
            refuse(id, "has no Vietnamese name");
        }
    }

    private void identified(String id) {
        if (!NAMED_BY_PEOPLE.matcher(id).matches()) {
            refuse(id, "id is not lowerCamelCase");
        }
    }

    private void drawing() {
        var shapes =
                all(BpmnShape.class).stream().map(BpmnShape::getBpmnElement).collect(Collectors.toSet());
        var edges = all(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement).collect(Collectors.toSet());
        all(FlowNode.class).stream()
                .filter(it -> !shapes.contains(it))
                .forEach(it -> refuse(it.getId(), "is not drawn"));
        all(SequenceFlow.class).stream()
                .filter(it -> !edges.contains(it))
                .forEach(it -> refuse(it.getId(), "is not drawn"));
    }

    private void gateway(ExclusiveGateway gateway) {
        var answers = all(SequenceFlow.class).stream()
                .filter(it -> gateway.equals(it.getSource()))
                .count();
        if (answers > 1 && gateway.getDefault() == null) {
            refuse(gateway.getId(), "has no default flow");
        }
    }

    private void condition(ConditionExpression condition) {
        var flow = (SequenceFlow) condition.getParentElement();
        if (!CONDITION.matcher(condition.getTextContent()).matches()) {
            refuse(flow.getId(), "condition says more than one word: " + condition.getTextContent());
        }
    }

    private void timer(TimerEventDefinition timer) {
        if (!StepRules.date(timer).startsWith("${")) {
            refuse(((FlowElement) timer.getParentElement()).getId(), "timer is no date that is computed");
        }
    }

    private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    private void refuse(String id, String what) {
        findings.add(id + ": " + what);
    }
}
