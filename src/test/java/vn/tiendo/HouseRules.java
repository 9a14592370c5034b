package vn.tiendo;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import vn.tiendo.modeling.rules.Vocabulary;

/** What our own models are beyond the rules for everybody: one name everywhere, everything drawn and named, nothing clever. */
final class HouseRules {

    static final String FORM_KEY = "embedded:deployment:";
    private static final Pattern NAMED_BY_PEOPLE = Pattern.compile("[a-z][a-zA-Z0-9]*(-[a-z][a-zA-Z0-9]*)?");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{\\w+(?: == '\\w+')?}");
    private static final Set<Class<?>> TYPES = Set.of(String.class, boolean.class, Boolean.class, Date.class);
    private static final int MOST_VARIABLES = 6;

    private final BpmnModelInstance model;
    private final List<String> findings = new ArrayList<>();

    private HouseRules(BpmnModelInstance model) {
        this.model = model;
    }

    static List<String> findings(BpmnModelInstance model, Vocabulary vocabulary) {
        var rules = new HouseRules(model);
        var processes = rules.all(Process.class).stream().map(Process::getId).toList();
        if (processes.size() != 1 || vocabulary.variables(processes.get(0)).isEmpty()) {
            rules.findings.add(processes + ": a model is one process with its own class and its Variables");
        }
        processes.forEach(process -> rules.findings.addAll(variables(
                process,
                vocabulary.variables(process).entrySet().stream()
                        .map(it -> it.getKey() + " is a " + it.getValue().getSimpleName())
                        .toList())));
        rules.namesAndIds();
        rules.drawing();
        rules.all(ServiceTask.class).forEach(rules::serviceTask);
        rules.all(UserTask.class).forEach(rules::userTask);
        rules.all(ConditionExpression.class).forEach(rules::condition);
        rules.all(TimerEventDefinition.class).stream()
                .filter(timer -> timer.getTimeDate() == null)
                .forEach(timer -> rules.refuse(
                        ((FlowNode) timer.getParentElement()).getId(), "timer is no date that is computed"));
        return rules.findings;
    }

    static List<String> variables(String process, Collection<String> variables) {
        var found = new ArrayList<String>();
        if (variables.size() > MOST_VARIABLES) {
            found.add(process + ": remembers " + variables.size() + " variables");
        }
        variables.stream()
                .filter(it -> TYPES.stream().noneMatch(type -> it.endsWith(" is a " + type.getSimpleName())))
                .map(it -> process + ": variable " + it)
                .forEach(found::add);
        return found;
    }

    static List<String> variables(String process, Class<?> variables) {
        return variables(
                process,
                Arrays.stream(variables.getRecordComponents())
                        .map(it -> it.getName() + " is a " + it.getType().getSimpleName())
                        .toList());
    }

    /** {@code approvePlan} is {@code approve-plan} as a file. */
    static String kebab(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private void namesAndIds() {
        all(FlowNode.class).forEach(it -> named(it.getId(), it.getName()));
        for (var participant : all(Participant.class)) {
            named(participant.getId(), participant.getName());
            identified(participant.getId());
        }
        for (var lane : all(Lane.class)) {
            named(lane.getId(), lane.getName());
            identified(lane.getId());
        }
        all(SequenceFlow.class).forEach(it -> identified(it.getId()));
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
                all(BpmnShape.class).stream().map(BpmnShape::getBpmnElement).collect(toSet());
        var edges = all(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement).collect(toSet());
        all(FlowNode.class).stream()
                .filter(it -> !shapes.contains(it))
                .forEach(it -> refuse(it.getId(), "is not drawn"));
        all(SequenceFlow.class).stream()
                .filter(it -> !edges.contains(it))
                .forEach(it -> refuse(it.getId(), "is not drawn"));
    }

    private void serviceTask(ServiceTask step) {
        if (!("${" + step.getId() + "}").equals(step.getCamundaDelegateExpression())) {
            refuse(step.getId(), "delegate expression is " + step.getCamundaDelegateExpression() + ", not its own id");
        }
    }

    private void userTask(UserTask task) {
        var form = kebab(task.getId()) + ".html";
        if (!(FORM_KEY + form).equals(task.getCamundaFormKey())) {
            refuse(task.getId(), "form is " + task.getCamundaFormKey() + ", not " + form);
        }
    }

    private void condition(ConditionExpression condition) {
        var flow = (SequenceFlow) condition.getParentElement();
        if (!CONDITION.matcher(condition.getTextContent()).matches()) {
            refuse(flow.getId(), "condition says more than one word: " + condition.getTextContent());
        }
    }

    private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    private void refuse(String id, String what) {
        findings.add(id + ": " + what);
    }
}
