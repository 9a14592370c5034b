package vn.tiendo;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.tiendo.deadline.Deadline;
import vn.tiendo.deadline.Ladder;
import vn.tiendo.directory.Directory;
import vn.tiendo.distribution.Deliveries;
import vn.tiendo.engine.UsableInModels;
import vn.tiendo.scoring.Assessments;

/** Models hold words, not programs: declared variables, the methods opened to them, and no script of any kind. */
final class ExpressionRules {

    /** The models' classes; what a process may remember is the record {@code Variables} in it. */
    private static final Map<String, String> PROCESSES = Map.of(
            "unitAssignment", "vn.tiendo.assignment.UnitAssignment",
            "workShare", "vn.tiendo.sharing.WorkShare",
            "planLifecycle", "vn.tiendo.plan.PlanLifecycle",
            "planDistribution", "vn.tiendo.distribution.PlanDistribution",
            "reportRound", "vn.tiendo.reporting.ReportRound",
            "periodicReport", "vn.tiendo.reporting.PeriodicReport",
            "deadlineDecision", "vn.tiendo.amendment.DeadlineDecision",
            "adHocReport", "vn.tiendo.adhoc.AdHocReport",
            "selfAssessment", "vn.tiendo.scoring.SelfAssessment",
            "assessmentOpening", "vn.tiendo.scoring.AssessmentOpening");

    private static final Map<String, Class<?>> BEANS = Map.of(
            "deadline",
            Deadline.class,
            "deliveries",
            Deliveries.class,
            "directory",
            Directory.class,
            "ladder",
            Ladder.class,
            "assessments",
            Assessments.class);
    private static final Set<Class<?>> TYPES = Set.of(String.class, boolean.class, Boolean.class, Date.class);
    private static final int MOST_VARIABLES = 6;
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Set<String> CODE_ELEMENTS =
            Set.of("scriptTask", "script", "connector", "executionListener", "taskListener");
    private static final Set<String> CODE_ATTRIBUTES =
            Set.of("class", "expression", "type", "topic", "resource", "variableMappingClass");
    private static final Set<String> SETTING_ATTRIBUTES = Set.of("resultVariable");
    private static final Set<String> KEYWORDS =
            Set.of("true", "false", "null", "empty", "not", "and", "or", "eq", "ne");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}?");
    private static final Pattern WORD =
            Pattern.compile("'[^']*'|\"[^\"]*\"|(?<word>[A-Za-z_]\\w*)(?:\\.(?<member>\\w+))?\\s*(?<call>\\()?");

    private final Set<String> declared;
    private final List<String> findings = new ArrayList<>();

    private ExpressionRules(Set<String> declared) {
        this.declared = declared;
    }

    static List<String> findings(BpmnModelInstance model) {
        var processes = model.getModelElementsByType(Process.class).stream()
                .map(Process::getId)
                .toList();
        if (processes.size() != 1 || !PROCESSES.containsKey(processes.get(0))) {
            return List.of(processes + ": a model is one process with its own class and its Variables");
        }
        var variables = variables(processes.get(0));
        var rules = new ExpressionRules(Arrays.stream(variables.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet()));
        rules.findings.addAll(findings(processes.get(0), variables));
        rules.read((Document) model.getDocument().getDomSource().getNode());
        return rules.findings;
    }

    static List<String> findings(String process, Class<?> variables) {
        var found = new ArrayList<String>();
        var components = variables.getRecordComponents();
        if (components.length > MOST_VARIABLES) {
            found.add(process + ": remembers " + components.length + " variables");
        }
        Arrays.stream(components)
                .filter(it -> !TYPES.contains(it.getType()))
                .map(it -> process + ": variable " + it.getName() + " is a "
                        + it.getType().getSimpleName())
                .forEach(found::add);
        return found;
    }

    private static Class<?> variables(String process) {
        try {
            return Class.forName(PROCESSES.get(process) + "$Variables");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(process + " declares no variables", e);
        }
    }

    private void read(Document document) {
        var elements = document.getElementsByTagNameNS("*", "*");
        IntStream.range(0, elements.getLength())
                .mapToObj(i -> (Element) elements.item(i))
                .forEach(this::read);
    }

    private void read(Element element) {
        if (CODE_ELEMENTS.contains(element.getLocalName())
                || !element.getAttribute("language").isEmpty()) {
            refuse(element, "holds code: " + element.getLocalName());
        }
        if (CAMUNDA.equals(element.getNamespaceURI()) && element.getLocalName().equals("outputParameter")) {
            declared(element, element.getAttribute("name"));
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute(element, attributes.item(i));
        }
        if (element.getElementsByTagNameNS("*", "*").getLength() == 0) {
            expressions(element, element.getTextContent());
        }
    }

    private void attribute(Element element, Node attribute) {
        var ofEngine = CAMUNDA.equals(attribute.getNamespaceURI());
        if (ofEngine && CODE_ATTRIBUTES.contains(attribute.getLocalName())) {
            refuse(element, "holds code: " + attribute.getNodeName());
        } else if (ofEngine && SETTING_ATTRIBUTES.contains(attribute.getLocalName())) {
            declared(element, attribute.getNodeValue());
        } else if (ofEngine && attribute.getLocalName().equals("delegateExpression")) {
            if (!element.getLocalName().equals("serviceTask")) {
                refuse(element, "calls a delegate, but is no service task");
            }
        } else {
            expressions(element, attribute.getNodeValue());
        }
    }

    private void expressions(Element element, String text) {
        var expressions = EXPRESSION.matcher(text);
        while (expressions.find()) {
            var words = WORD.matcher(expressions.group(1));
            while (words.find()) {
                if (words.group("word") != null) {
                    word(element, words.group("word"), words.group("member"), words.group("call") != null);
                }
            }
        }
    }

    private void word(Element element, String word, String member, boolean called) {
        if (member == null && !called) {
            if (!KEYWORDS.contains(word)) {
                declared(element, word);
            }
        } else if (member == null || !called || !isOpen(word, member)) {
            refuse(element, "calls " + word + (member == null ? "" : "." + member) + ", which is not open to models");
        }
    }

    private static boolean isOpen(String bean, String method) {
        return BEANS.containsKey(bean)
                && Arrays.stream(BEANS.get(bean).getMethods())
                        .anyMatch(it -> it.getName().equals(method) && it.isAnnotationPresent(UsableInModels.class));
    }

    private void declared(Element element, String variable) {
        if (!declared.contains(variable)) {
            refuse(element, "variable " + variable + " is not declared");
        }
    }

    private void refuse(Element element, String what) {
        Node owner = element;
        while (owner instanceof Element at && at.getAttribute("id").isEmpty()) {
            owner = owner.getParentNode();
        }
        findings.add((owner instanceof Element at ? at.getAttribute("id") : "") + ": " + what);
    }
}
