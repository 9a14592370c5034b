package vn.tiendo.modeling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What is different between two versions of a process, element by element, by their ids. */
final class Difference {

    /** Said elsewhere: by the flows, by the elements inside, by the drawing. */
    private static final Set<String> SAID_ELSEWHERE = Set.of("incoming", "outgoing", "flowNodeRef");

    private Difference() {}

    static List<Change> between(BpmnModelInstance before, BpmnModelInstance after) {
        var old = elements(before);
        var now = elements(after);
        var changes = new ArrayList<Change>();
        var ids = new TreeSet<>(old.keySet());
        ids.addAll(now.keySet());
        for (var id : ids) {
            var was = old.get(id);
            var is = now.get(id);
            if (was == null && is != null) {
                changes.add(new Change(id, Kind.ADDED, is.name(), List.of()));
            } else if (is == null && was != null) {
                changes.add(new Change(id, Kind.REMOVED, was.name(), List.of()));
            } else if (was != null && is != null) {
                var details = details(was.says(), is.says());
                if (!details.isEmpty()) {
                    changes.add(new Change(id, Kind.CHANGED, is.name(), details));
                } else if (!was.place().equals(is.place())) {
                    changes.add(new Change(id, Kind.MOVED, is.name(), List.of()));
                }
            }
        }
        changes.sort(Comparator.comparing(Change::kind));
        return changes;
    }

    private static List<Detail> details(Map<String, String> was, Map<String, String> is) {
        var names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        return names.stream()
                .map(name -> new Detail(name, was.getOrDefault(name, ""), is.getOrDefault(name, "")))
                .filter(detail -> !detail.before().equals(detail.after()))
                .toList();
    }

    private static Map<String, Drawn> elements(BpmnModelInstance model) {
        var document = (Document) model.getDocument().getDomSource().getNode();
        var dom = new TreeMap<String, Element>();
        var all = document.getElementsByTagNameNS("*", "*");
        for (var i = 0; i < all.getLength(); i++) {
            var element = (Element) all.item(i);
            dom.putIfAbsent(element.getAttribute("id"), element);
        }
        var places = model.getModelElementsByType(BpmnShape.class).stream()
                .filter(it -> it.getBpmnElement() != null && it.getBounds() != null)
                .collect(Collectors.toMap(
                        it -> it.getBpmnElement().getId(),
                        it -> it.getBounds().getX() + " " + it.getBounds().getY(),
                        (a, b) -> a));
        var drawn = new TreeMap<String, Drawn>();
        for (var element : model.getModelElementsByType(BaseElement.class)) {
            var source = element.getId() == null ? null : dom.get(element.getId());
            if (source != null
                    && (element instanceof FlowNode || element instanceof SequenceFlow || element instanceof Lane)) {
                var says = new TreeMap<String, String>();
                collect(source, "", says);
                drawn.put(
                        element.getId(),
                        new Drawn(says.getOrDefault("name", ""), says, places.getOrDefault(element.getId(), "")));
            }
        }
        return drawn;
    }

    /** Attributes and texts, each by its way to it; elements that are drawn themselves speak for themselves. */
    private static void collect(Element element, String way, Map<String, String> says) {
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            if (!attribute.getNodeName().startsWith("xmlns")) {
                says.merge(way + attribute.getNodeName(), attribute.getNodeValue(), (a, b) -> a + ", " + b);
            }
        }
        var children = element.getChildNodes();
        for (var i = 0; i < children.getLength(); i++) {
            var child = children.item(i);
            if (child instanceof Element inner && !isDrawn(inner)) {
                collect(inner, way + inner.getLocalName() + " ", says);
            } else if (child.getNodeType() == Node.TEXT_NODE
                    && !child.getNodeValue().isBlank()) {
                says.merge(way.strip(), child.getNodeValue().strip(), (a, b) -> a + ", " + b);
            }
        }
    }

    private static boolean isDrawn(Element element) {
        var name = element.getLocalName();
        return SAID_ELSEWHERE.contains(name)
                || name.endsWith("Task")
                || name.equals("task")
                || name.endsWith("Event")
                || name.endsWith("Gateway")
                || name.equals("subProcess")
                || name.equals("transaction")
                || name.equals("callActivity")
                || name.equals("sequenceFlow")
                || name.equals("laneSet");
    }

    static String name(BpmnModelInstance model, String id) {
        return model.getModelElementById(id) instanceof FlowElement element && element.getName() != null
                ? element.getName()
                : id;
    }

    enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }

    record Change(String id, Kind kind, String name, List<Detail> details) {}

    record Detail(String what, String before, String after) {}

    private record Drawn(String name, Map<String, String> says, String place) {}
}
