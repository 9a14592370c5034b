package vn.tiendo.modeling.rules;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Models hold words, not programs: declared variables, the methods opened to them, and no script of any kind. */
final class ExpressionRules extends Rules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** The engine still understands its first name. */
    private static final String ACTIVITI = "http://activiti.org/bpmn";

    private static final Map<String, String> CODE_ELEMENTS = Map.of(
            "scriptTask", "finding.script",
            "script", "finding.script",
            "connector", "finding.connector",
            "executionListener", "finding.listener",
            "taskListener", "finding.listener");
    private static final Map<String, String> CODE_ATTRIBUTES = Map.of(
            "class", "finding.class",
            "formHandlerClass", "finding.class",
            "variableMappingClass", "finding.class",
            "resource", "finding.script",
            "type", "finding.external",
            "topic", "finding.external");
    private static final Set<String> KEYWORDS =
            Set.of("true", "false", "null", "empty", "not", "and", "or", "eq", "ne", "lt", "gt", "le", "ge");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{((?:[^}'\"]|'[^']*'|\"[^\"]*\")*)}?");
    private static final Pattern WORD = Pattern.compile(
            "'[^']*'|\"[^\"]*\"|(?<word>[\\p{L}_$][\\p{L}\\w$]*)(?:\\s*\\.\\s*(?<member>\\w+))?\\s*(?<call>\\()?");

    private final BpmnModelInstance model;
    private final Vocabulary vocabulary;
    private final Set<String> declared;

    ExpressionRules(BpmnModelInstance model, Vocabulary vocabulary, Set<String> declared) {
        super(model);
        this.model = model;
        this.vocabulary = vocabulary;
        this.declared = declared;
    }

    @Override
    void look() {
        var elements = ((Document) model.getDocument().getDomSource().getNode()).getElementsByTagNameNS("*", "*");
        IntStream.range(0, elements.getLength())
                .mapToObj(i -> (Element) elements.item(i))
                .forEach(this::read);
    }

    private void read(Element element) {
        var code = CODE_ELEMENTS.get(element.getLocalName());
        if (code != null || !element.getAttribute("language").isEmpty()) {
            refuse(owner(element), code == null ? "finding.script" : code);
        }
        if (ACTIVITI.equals(element.getNamespaceURI())) {
            refuse(owner(element), "finding.activiti");
        }
        if (element.getLocalName().equals("constraint")
                && element.getAttribute("name").equals("validator")) {
            refuse(owner(element), "finding.class");
        }
        if (CAMUNDA.equals(element.getNamespaceURI()) && element.getLocalName().equals("outputParameter")) {
            declared(element, element.getAttribute("name"));
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute(element, attributes.item(i));
        }
        expressions(element, ownText(element));
    }

    private void attribute(Element element, Node attribute) {
        var name = attribute.getLocalName();
        if (ACTIVITI.equals(attribute.getNamespaceURI())) {
            refuse(owner(element), "finding.activiti");
        } else if (!CAMUNDA.equals(attribute.getNamespaceURI())) {
            expressions(element, attribute.getNodeValue());
        } else if (CODE_ATTRIBUTES.containsKey(name)) {
            var shell = name.equals("type") && attribute.getNodeValue().equalsIgnoreCase("shell");
            refuse(owner(element), shell ? "finding.class" : CODE_ATTRIBUTES.get(name));
        } else if (name.equals("resultVariable")) {
            declared(element, attribute.getNodeValue());
        } else if (name.equals("delegateExpression")) {
            if (!element.getLocalName().equals("serviceTask")) {
                refuse(owner(element), "finding.stepElsewhere");
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
        } else if (member == null || !called || !vocabulary.isOpen(word, member)) {
            refuse(owner(element), "finding.call", word + (member == null ? "" : "." + member));
        }
    }

    private void declared(Element element, String variable) {
        if (!declared.contains(variable)) {
            refuse(owner(element), "finding.variable", variable);
        }
    }

    /** Without the text of the elements in it, which are read too. */
    private static String ownText(Element element) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE)
                .map(Node::getNodeValue)
                .collect(Collectors.joining());
    }

    private static String owner(Element element) {
        Node owner = element;
        while (owner instanceof Element at && at.getAttribute("id").isEmpty()) {
            owner = owner.getParentNode();
        }
        return owner instanceof Element at ? at.getAttribute("id") : "?";
    }
}
