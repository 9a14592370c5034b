package vn.tiendo.modeling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Text;

/** A decision table as rows of text: what it asks, what it answers, why. */
final class DecisionText {

    private DecisionText() {}

    /** First the headings, then a row for each rule. */
    static List<List<String>> rows(DecisionTable table) {
        var rows = new ArrayList<List<String>>();
        rows.add(Stream.concat(
                        table.getInputs().stream().map(it -> heading(it.getLabel(), it.getId())),
                        table.getOutputs().stream().map(it -> heading(it.getLabel(), it.getName())))
                .toList());
        for (var rule : table.getRules()) {
            rows.add(Stream.concat(texts(rule.getInputEntries()), texts(rule.getOutputEntries()))
                    .toList());
        }
        return rows;
    }

    private static String heading(String label, String otherwise) {
        return label == null || label.isBlank() ? String.valueOf(otherwise) : label;
    }

    private static Stream<String> texts(Collection<? extends DmnElement> entries) {
        return entries.stream()
                .map(entry -> entry.getChildElementsByType(Text.class).stream()
                        .findFirst()
                        .map(text -> text.getTextContent().strip())
                        .orElse(""));
    }
}
