package vn.tiendo.modeling.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import vn.tiendo.engine.Finding;

/** What every model must be, whoever drew it. A finding names the element; all findings of a model come at once. */
public final class ModelRules extends Rules {

    /** Ten years. */
    private static final int RETENTION_DAYS = 3650;

    private static final Pattern NAMED_BY_PEOPLE = Pattern.compile("[a-z][a-zA-Z0-9]*(-[a-z][a-zA-Z0-9]*)?");
    private static final Pattern DAYS = Pattern.compile("P?(\\d{1,6})D?");

    /** An administrator's own variables, as an extension property of the process: names with commas between them. */
    private static final String OWN_VARIABLES = "variables";

    private ModelRules(BpmnModelInstance model) {
        super(model);
    }

    public static List<Finding> findings(BpmnModelInstance model, Vocabulary vocabulary, Surroundings surroundings) {
        var variables = variables(model, vocabulary);
        return Stream.of(
                        new ModelRules(model),
                        new StepRules(model, vocabulary, variables, surroundings::hasForm),
                        new CallRules(model, surroundings),
                        new EventRules(model, vocabulary, variables),
                        new ThrownRules(model, surroundings),
                        new FlowRules(model),
                        new ExpressionRules(model, vocabulary, variables.keySet()))
                .flatMap(rules -> rules.findings().stream())
                .toList();
    }

    /** What of a model that stays as it is meets its counterpart among {@code before} and no longer among {@code after}. */
    public static List<Finding> stranded(BpmnModelInstance model, Surroundings before, Surroundings after) {
        var known = new ThrownRules(model, before).findings();
        return new ThrownRules(model, after)
                .findings().stream().filter(it -> !known.contains(it)).toList();
    }

    private static Map<String, Class<?>> variables(BpmnModelInstance model, Vocabulary vocabulary) {
        var variables = new TreeMap<String, Class<?>>();
        for (var process : model.getModelElementsByType(Process.class)) {
            process.getChildElementsByType(ExtensionElements.class).stream()
                    .flatMap(it -> it.getChildElementsByType(CamundaProperties.class).stream())
                    .flatMap(it -> it.getChildElementsByType(CamundaProperty.class).stream())
                    .filter(it -> OWN_VARIABLES.equals(it.getCamundaName()) && it.getCamundaValue() != null)
                    .flatMap(it -> Stream.of(it.getCamundaValue().split(",")))
                    .forEach(name -> variables.put(name.strip(), Object.class));
            variables.putAll(vocabulary.variables(process.getId()));
        }
        return variables;
    }

    /** @return whether history is kept long enough by this setting, which is a number of days or one day period */
    static boolean isKept(String timeToLive) {
        var days = DAYS.matcher(timeToLive);
        return days.matches() && Integer.parseInt(days.group(1)) >= RETENTION_DAYS;
    }

    @Override
    void look() {
        for (var process : all(Process.class)) {
            named(process.getId());
            var kept = process.getCamundaHistoryTimeToLiveString();
            if (kept == null) {
                refuse(process.getId(), "finding.noRetention");
            } else if (!isKept(kept)) {
                refuse(process.getId(), "finding.retention", kept);
            }
        }
        all(FlowNode.class).forEach(it -> named(it.getId()));
        all(Message.class).forEach(it -> named(it.getId()));
        for (var activity : all(Activity.class)) {
            var name = activity.getName();
            if (name == null
                    || name.equals(activity.getId())
                    || name.codePoints().noneMatch(Character::isLetter)) {
                refuse(activity.getId(), "finding.name");
            }
        }
    }

    private void named(String id) {
        if (!NAMED_BY_PEOPLE.matcher(id).matches()) {
            refuse(id, "finding.id", id);
        }
    }
}
