package vn.tiendo.modeling.rules;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** What a case waits for comes: a moment of ours or a span of time, or a message that somebody sends. */
final class EventRules extends Rules {

    private static final String SPAN =
            "P(?=[\\dT])(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?";
    private static final Pattern DURATION = Pattern.compile(SPAN);
    private static final Pattern CYCLE = Pattern.compile("R\\d+/" + SPAN);

    private final Vocabulary vocabulary;
    private final Map<String, Class<?>> variables;
    private final Set<String> sent;

    EventRules(BpmnModelInstance model, Vocabulary vocabulary, Map<String, Class<?>> variables) {
        super(model);
        this.vocabulary = vocabulary;
        this.variables = variables;
        this.sent = vocabulary.messages();
    }

    @Override
    void look() {
        all(TimerEventDefinition.class).forEach(this::timer);
        all(MessageEventDefinition.class).stream()
                .filter(it -> it.getParentElement() instanceof CatchEvent)
                .forEach(it -> message(((FlowElement) it.getParentElement()).getId(), it.getMessage()));
        all(ReceiveTask.class).forEach(it -> message(it.getId(), it.getMessage()));
    }

    private void timer(TimerEventDefinition timer) {
        var date = text(timer.getTimeDate());
        var duration = text(timer.getTimeDuration());
        var cycle = text(timer.getTimeCycle());
        var sound = !date.isEmpty()
                ? vocabulary.isMoment(date, variables)
                : !duration.isEmpty()
                        ? DURATION.matcher(duration).matches()
                        : CYCLE.matcher(cycle).matches();
        if (!sound && timer.getParentElement() instanceof FlowElement event) {
            refuse(event.getId(), "finding.timer", date + duration + cycle);
        }
    }

    private void message(String id, @Nullable Message message) {
        if (message == null) {
            refuse(id, "finding.noMessage");
        } else if (!sent.contains(message.getName())) {
            refuse(id, "finding.message", message.getName());
        }
    }

    private static String text(@Nullable ModelElementInstance element) {
        return element == null ? "" : element.getTextContent().strip();
    }
}
