package vn.tiendo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;

/** What a step of a model must have: its delegate, its form, somebody whose work it is, and a day it is due. */
final class StepRules {

    static final String FORM_KEY = "embedded:deployment:";
    private static final Pattern RETRIED = Pattern.compile("(?:remind|escalate)[A-Z]\\w*");

    /** Steps that number, send, render, archive or open work elsewhere: they must not spoil a person's click. */
    private static final Set<String> ACTING = Set.of(
            "issuePlan",
            "distributePlan",
            "openAssignments",
            "openRounds",
            "archivePlan",
            "sendDocument",
            "askUnits",
            "draftConsolidation",
            "sendConsolidation",
            "closeRound",
            "gatherReport",
            "issueReminderLetter",
            "openAssessments",
            "sendRating");

    /** Its reminders begin before the due date and its escalations after it: a ladder in an event subprocess. */
    private static final Set<String> WITH_A_LADDER =
            Set.of("handInReport", "confirmReceipt", "answerAssignment", "carryOutAssignment", "doShare");

    private final BpmnModelInstance model;
    private final Set<String> delegates;
    private final Path forms;
    private final List<String> findings = new ArrayList<>();

    private StepRules(BpmnModelInstance model, Set<String> delegates, Path forms) {
        this.model = model;
        this.delegates = delegates;
        this.forms = forms;
    }

    static List<String> findings(BpmnModelInstance model, Set<String> delegates, Path forms) {
        var rules = new StepRules(model, delegates, forms);
        model.getModelElementsByType(ServiceTask.class).forEach(rules::serviceTask);
        model.getModelElementsByType(BusinessRuleTask.class).forEach(rules::businessRuleTask);
        model.getModelElementsByType(UserTask.class).forEach(rules::userTask);
        model.getModelElementsByType(StartEvent.class).forEach(start -> rules.form(start, start.getCamundaFormKey()));
        return rules.findings;
    }

    /** {@code approvePlan} is {@code approve-plan} as a file. */
    static String kebab(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private void serviceTask(ServiceTask step) {
        var id = step.getId();
        if (!("${" + id + "}").equals(step.getCamundaDelegateExpression())) {
            refuse(id, "delegate expression is " + step.getCamundaDelegateExpression() + ", not its own id");
        } else if (!delegates.contains(id)) {
            refuse(id, "no delegate has this name");
        }
        var acts = ACTING.contains(id) || RETRIED.matcher(id).matches();
        if (acts && !step.isCamundaAsyncBefore()) {
            refuse(id, "acts, but is not asyncBefore");
        }
        if (acts
                && step.getChildElementsByType(ExtensionElements.class).stream()
                        .allMatch(it -> it.getChildElementsByType(CamundaFailedJobRetryTimeCycle.class)
                                .isEmpty())) {
            refuse(id, "acts, but says not how often it is retried");
        }
        if (id.startsWith("record") && (step.isCamundaAsyncBefore() || step.isCamundaAsyncAfter())) {
            refuse(id, "records, but not in the person's transaction");
        }
    }

    private void businessRuleTask(BusinessRuleTask step) {
        if (step.getCamundaDecisionRef() == null) {
            refuse(step.getId(), "asks no decision table");
        }
    }

    private void userTask(UserTask task) {
        var id = task.getId();
        if (task.getCamundaFormKey() == null) {
            refuse(id, "has no form");
        } else if (!task.getCamundaFormKey().equals(FORM_KEY + kebab(id) + ".html")) {
            refuse(id, "form is " + task.getCamundaFormKey() + ", not " + kebab(id) + ".html");
        }
        form(task, task.getCamundaFormKey());
        if (task.getCamundaCandidateGroups() == null
                && task.getCamundaCandidateUsers() == null
                && task.getCamundaAssignee() == null) {
            refuse(id, "is nobody's work");
        }
        if (task.getCamundaDueDate() == null) {
            refuse(id, "has no due date");
        }
        var overdue = overdueTimers(task);
        if (WITH_A_LADDER.contains(id)) {
            if (model.getModelElementById("climbLadder") == null) {
                refuse(id, "has no ladder");
            }
        } else if (overdue.isEmpty()) {
            refuse(id, "has no overdue timer beside it");
        } else if (!overdue.contains(task.getCamundaDueDate())) {
            refuse(id, "is due " + task.getCamundaDueDate() + ", but overdue " + String.join(", ", overdue));
        }
    }

    private List<String> overdueTimers(UserTask task) {
        return model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(it -> task.equals(it.getAttachedTo()) && !it.cancelActivity())
                .flatMap(it -> it.getChildElementsByType(TimerEventDefinition.class).stream())
                .map(StepRules::date)
                .toList();
    }

    private void form(FlowNode node, String key) {
        if (key != null
                && !(key.startsWith(FORM_KEY) && Files.exists(forms.resolve(key.substring(FORM_KEY.length()))))) {
            refuse(node.getId(), "no such form: " + key);
        }
    }

    static String date(TimerEventDefinition timer) {
        return timer.getTimeDate() == null
                ? ""
                : Objects.toString(timer.getTimeDate().getTextContent(), "");
    }

    private void refuse(String id, String what) {
        findings.add(id + ": " + what);
    }
}
