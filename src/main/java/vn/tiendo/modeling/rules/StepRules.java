package vn.tiendo.modeling.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.jspecify.annotations.Nullable;

/** What a step of a model must have: one of our steps behind it, its form, somebody whose work it is, a day it is due. */
final class StepRules extends Rules {

    static final String FORM_KEY = "embedded:deployment:";
    private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)}");
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

    private final Set<String> steps;
    private final Vocabulary vocabulary;
    private final Map<String, Class<?>> variables;
    private final Predicate<String> hasForm;

    StepRules(
            BpmnModelInstance model,
            Vocabulary vocabulary,
            Map<String, Class<?>> variables,
            Predicate<String> hasForm) {
        super(model);
        this.steps = vocabulary.steps();
        this.vocabulary = vocabulary;
        this.variables = variables;
        this.hasForm = hasForm;
    }

    @Override
    void look() {
        all(ServiceTask.class).forEach(this::serviceTask);
        all(UserTask.class).forEach(this::userTask);
        all(StartEvent.class).forEach(start -> {
            formReference(start.getId(), start.getCamundaFormRef());
            form(start.getId(), start.getCamundaFormKey());
        });
    }

    private void serviceTask(ServiceTask task) {
        var id = task.getId();
        var expression = task.getCamundaDelegateExpression();
        if (expression == null) {
            if (task.getCamundaExpression() == null) {
                refuse(id, "finding.noStep");
            }
            return;
        }
        var call = CALL.matcher(expression);
        if (!call.matches() || !steps.contains(call.group(1))) {
            refuse(id, "finding.step", expression);
            return;
        }
        var step = call.group(1);
        var acts = ACTING.contains(step) || RETRIED.matcher(step).matches();
        if (acts && !task.isCamundaAsyncBefore()) {
            refuse(id, "finding.acts");
        }
        if (acts && !isRetried(task)) {
            refuse(id, "finding.retries");
        }
        if (step.startsWith("record") && (task.isCamundaAsyncBefore() || task.isCamundaAsyncAfter())) {
            refuse(id, "finding.records");
        }
    }

    private static boolean isRetried(ServiceTask task) {
        return task.getChildElementsByType(ExtensionElements.class).stream()
                .anyMatch(it -> !it.getChildElementsByType(CamundaFailedJobRetryTimeCycle.class)
                        .isEmpty());
    }

    private void userTask(UserTask task) {
        var id = task.getId();
        formReference(id, task.getCamundaFormRef());
        if (task.getCamundaFormKey() == null && task.getCamundaFormRef() == null) {
            refuse(id, "finding.noForm");
        }
        form(id, task.getCamundaFormKey());
        if (task.getCamundaCandidateGroups() == null
                && task.getCamundaCandidateUsers() == null
                && task.getCamundaAssignee() == null) {
            refuse(id, "finding.nobody");
        }
        if (task.getCamundaDueDate() == null) {
            refuse(id, "finding.noDue");
            return;
        }
        if (!vocabulary.isMoment(task.getCamundaDueDate(), variables)) {
            refuse(id, "finding.due", task.getCamundaDueDate());
        }
        var overdue = overdueTimers(task);
        if (WITH_A_LADDER.contains(id)) {
            if (all(ServiceTask.class).stream()
                    .noneMatch(it -> "${climbLadder}".equals(it.getCamundaDelegateExpression()))) {
                refuse(id, "finding.noLadder");
            }
        } else if (overdue.isEmpty()) {
            refuse(id, "finding.noOverdue");
        } else if (!overdue.contains(task.getCamundaDueDate())) {
            refuse(id, "finding.overdueOther", task.getCamundaDueDate(), String.join(", ", overdue));
        }
    }

    private List<String> overdueTimers(UserTask task) {
        return all(BoundaryEvent.class).stream()
                .filter(it -> task.equals(it.getAttachedTo()) && !it.cancelActivity())
                .flatMap(it -> it.getChildElementsByType(TimerEventDefinition.class).stream())
                .filter(it -> it.getTimeDate() != null)
                .map(it -> Objects.toString(it.getTimeDate().getTextContent(), ""))
                .collect(Collectors.toList());
    }

    private void formReference(String id, @Nullable String form) {
        if (form != null) {
            refuse(id, "finding.formReference", form);
        }
    }

    private void form(String id, @Nullable String key) {
        if (key == null) {
            return;
        }
        if (!key.startsWith(FORM_KEY)) {
            refuse(id, "finding.formKind", key);
        } else if (!hasForm.test(key.substring(FORM_KEY.length()))) {
            refuse(id, "finding.formMissing", key.substring(FORM_KEY.length()));
        }
    }
}
