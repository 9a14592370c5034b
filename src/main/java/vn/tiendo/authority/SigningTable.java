package vn.tiendo.authority;

import static org.camunda.bpm.model.dmn.impl.DmnModelConstants.LATEST_DMN_NS;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.Sentences;

/** The file of the table of signing authority, as far as the page can write it: kind, position, field, first rule that fits. */
final class SigningTable {

    private static final List<String> QUESTIONS = List.of("documentType", "position", "inField");
    private static final String NOBODY = "none";
    private static final String ANYTHING = "-?";
    private static final List<String> CELLS = List.of(
            ANYTHING + "|" + literals(Stream.of(Kind.values()).map(Kind::name)),
            ANYTHING + "|" + literals(Stream.of(Position.values()).map(Position::name)),
            ANYTHING + "|true|false",
            literals(Stream.of("chair", "viceChair", NOBODY)));

    private final DmnModelInstance model;

    SigningTable(byte[] file) {
        model = Dmn.readModelFromStream(new ByteArrayInputStream(file));
    }

    private static String literals(Stream<String> words) {
        return words.map(word -> '"' + word + '"').collect(Collectors.joining("|"));
    }

    /** Whether rewriting it from its answers for the known kinds and positions loses nothing that somebody drew. */
    boolean isSimple() {
        var decisions = model.getModelElementsByType(Decision.class);
        return decisions.size() == 1
                && LATEST_DMN_NS.equals(model.getDefinitions().getDomElement().getNamespaceURI())
                && decisions.iterator().next().getExpression() instanceof DecisionTable table
                && table.getHitPolicy() == HitPolicy.FIRST
                && table.getInputs().stream()
                        .map(input -> text(input.getInputExpression()))
                        .toList()
                        .equals(QUESTIONS)
                && table.getOutputs().size() == 1
                && table.getRules().stream().allMatch(SigningTable::isSimple);
    }

    private static boolean isSimple(Rule rule) {
        var cells = Stream.concat(rule.getInputEntries().stream(), rule.getOutputEntries().stream())
                .map(SigningTable::text)
                .toList();
        if (cells.size() != CELLS.size()) {
            return false;
        }
        for (var at = 0; at < cells.size(); at++) {
            if (!cells.get(at).matches(CELLS.get(at))) {
                return false;
            }
        }
        // for any kind also means kinds that the page does not know
        return !cells.get(0).matches(ANYTHING) || cells.get(3).equals('"' + NOBODY + '"');
    }

    private static String text(DmnElement element) {
        return element.getChildElementsByType(Text.class).stream()
                .findFirst()
                .map(text -> text.getTextContent().strip())
                .orElse("");
    }

    /** Whose step the model goes on with. */
    static String approver(Position position) {
        return switch (position) {
            case CHAIR -> "chair";
            case VICE_CHAIR -> "viceChair";
            default -> NOBODY;
        };
    }

    byte[] with(BiFunction<Kind, Position, Extent> choices) {
        var rules = model.getModelElementsByType(DecisionTable.class)
                .iterator()
                .next()
                .getRules();
        rules.clear();
        for (var kind : Kind.values()) {
            for (var position : List.of(Position.VICE_CHAIR, Position.CHAIR)) {
                var extent = choices.apply(kind, position);
                if (extent != Extent.NONE) {
                    rules.add(rule(kind, position, extent));
                }
            }
        }
        rules.add(rule("nobodyElse", Sentences.of("authority.ruleNobody"), List.of("", "", ""), NOBODY));
        var file = new ByteArrayOutputStream();
        Dmn.writeModelToStream(file, model);
        return file.toByteArray();
    }

    private Rule rule(Kind kind, Position position, Extent extent) {
        var reason = position == Position.CHAIR
                ? "authority.ruleChair"
                : extent == Extent.ANY ? "authority.ruleAnyField" : "authority.ruleInField";
        return rule(
                kind.name() + "-" + position,
                Sentences.of(reason, Sentences.of("series." + kind)),
                List.of('"' + kind.name() + '"', '"' + position.name() + '"', extent == Extent.ANY ? "" : "true"),
                approver(position));
    }

    private Rule rule(String id, String reason, List<String> conditions, String approver) {
        var rule = model.newInstance(Rule.class);
        rule.setId(id);
        var description = model.newInstance(Description.class);
        description.setTextContent(reason);
        rule.setDescription(description);
        for (var condition : conditions) {
            var entry = model.newInstance(InputEntry.class);
            entry.setId(id + "-" + QUESTIONS.get(rule.getInputEntries().size()));
            entry.setText(text(condition));
            rule.getInputEntries().add(entry);
        }
        var entry = model.newInstance(OutputEntry.class);
        entry.setId(id + "-approver");
        entry.setText(text('"' + approver + '"'));
        rule.getOutputEntries().add(entry);
        return rule;
    }

    private Text text(String content) {
        var text = model.newInstance(Text.class);
        text.setTextContent(content);
        return text;
    }
}
