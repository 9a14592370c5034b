package vn.tiendo.modeling.rules;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Every gateway has a way out, every place a way in, and every case comes to an end. */
final class FlowRules extends Rules {

    /** By their sources, as the engine reads them; what a node says of its own flows may be missing. */
    private final Map<FlowNode, List<SequenceFlow>> flows;

    FlowRules(BpmnModelInstance model) {
        super(model);
        this.flows = all(SequenceFlow.class).stream()
                .filter(it -> it.getSource() != null && it.getTarget() != null)
                .collect(Collectors.groupingBy(SequenceFlow::getSource));
    }

    @Override
    void look() {
        all(ExclusiveGateway.class).forEach(it -> gateway(it, it.getDefault()));
        all(InclusiveGateway.class).forEach(it -> gateway(it, it.getDefault()));
        var reached = new HashSet<FlowNode>();
        for (var process : all(Process.class)) {
            reached.addAll(from(starts(process), true));
            var ways = from(starts(process), false);
            if (!ways.isEmpty() && ways.stream().noneMatch(it -> isEnd(it, process))) {
                refuse(process.getId(), "finding.noEnd");
            }
        }
        all(FlowNode.class).stream()
                .filter(it ->
                        !reached.contains(it) && !(it instanceof Activity activity && activity.isForCompensation()))
                .forEach(it ->
                        refuse(it.getId(), it instanceof EndEvent ? "finding.endUnreachable" : "finding.unreachable"));
    }

    private void gateway(Gateway gateway, @Nullable SequenceFlow otherwise) {
        if (outgoing(gateway).size() > 1 && otherwise == null) {
            refuse(gateway.getId(), "finding.default");
        }
    }

    private List<SequenceFlow> outgoing(FlowNode node) {
        return flows.getOrDefault(node, List.of());
    }

    private boolean isEnd(FlowNode node, Process process) {
        return outgoing(node).isEmpty()
                && node.getParentElement().equals(process)
                && node.getChildElementsByType(LinkEventDefinition.class).isEmpty()
                && !(node instanceof SubProcess part && part.triggeredByEvent());
    }

    /** @param beside also what begins beside the case and lets it go on */
    private Set<FlowNode> from(Collection<FlowNode> starts, boolean beside) {
        var reached = new HashSet<FlowNode>();
        var open = new ArrayDeque<FlowNode>(starts);
        while (!open.isEmpty()) {
            var node = open.pop();
            if (reached.add(node)) {
                after(node, beside).forEach(open::add);
            }
        }
        return reached;
    }

    private Stream<FlowNode> after(FlowNode node, boolean beside) {
        var flows = outgoing(node).stream().map(SequenceFlow::getTarget);
        var attached = all(BoundaryEvent.class).stream()
                .filter(it -> node.equals(it.getAttachedTo()) && (beside || it.cancelActivity()))
                .map(FlowNode.class::cast);
        var inside = node instanceof SubProcess ? starts(node).stream() : Stream.<FlowNode>empty();
        return Stream.of(flows, attached, inside, links(node)).flatMap(it -> it);
    }

    private Stream<FlowNode> links(FlowNode node) {
        var names = node.getChildElementsByType(LinkEventDefinition.class).stream()
                .map(LinkEventDefinition::getName)
                .collect(Collectors.toSet());
        return names.isEmpty()
                ? Stream.empty()
                : all(LinkEventDefinition.class).stream()
                        .filter(it -> names.contains(it.getName()))
                        .map(it -> (FlowNode) it.getParentElement());
    }

    /** Where it begins by itself: its start events, and event subprocesses, which wait beside the flow. */
    private static Set<FlowNode> starts(ModelElementInstance scope) {
        return Stream.concat(
                        scope.getChildElementsByType(StartEvent.class).stream().map(FlowNode.class::cast),
                        scope.getChildElementsByType(SubProcess.class).stream()
                                .filter(SubProcess::triggeredByEvent)
                                .map(FlowNode.class::cast))
                .collect(Collectors.toSet());
    }
}
