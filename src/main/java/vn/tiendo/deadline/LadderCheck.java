package vn.tiendo.deadline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.DecisionTableCheck;
import vn.tiendo.engine.Finding;

/** The reminder ladder as an administrator changes it: every row says how far, to whom, by what and in which tone. */
@Component
class LadderCheck implements DecisionTableCheck {

    private static final List<String> COLUMNS = List.of("offset", "every", "audience", "channel", "tone");

    private static final Pattern CLOCK = Pattern.compile("\\b(today|now)\\s*\\(");

    @Override
    public List<Finding> findings(Decision decision) {
        if (!Ladder.TABLE.equals(decision.getId())) {
            return List.of();
        }
        if (!(decision.getExpression() instanceof DecisionTable table) || table.getHitPolicy() != HitPolicy.COLLECT) {
            return List.of(Finding.of(Ladder.TABLE, "ladder.notCollecting"));
        }
        var columns = table.getOutputs().stream().map(Output::getName).toList();
        if (!columns.containsAll(COLUMNS)) {
            return List.of(Finding.of(Ladder.TABLE, "ladder.columnMissing", String.join(", ", COLUMNS)));
        }
        var found = new ArrayList<Finding>();
        var number = 0;
        for (var rule : table.getRules()) {
            var row = row(++number, rule);
            conditions(rule, row).ifPresent(found::add);
            for (var column : COLUMNS) {
                cell(rule, row, column, columns.indexOf(column)).ifPresent(found::add);
            }
        }
        return found;
    }

    /** As Modeler shows it: its number and what is written beside it. */
    private static String row(int number, Rule rule) {
        var description = rule.getDescription();
        var words =
                description == null ? "" : description.getTextContent().strip().replaceAll("\\.$", "");
        return words.isEmpty() ? "" + number : number + " (" + words + ")";
    }

    /** What was read of a table is remembered, so a row must say the same tomorrow. */
    private static Optional<Finding> conditions(Rule rule, String row) {
        return rule.getInputEntries().stream()
                        .anyMatch(it -> CLOCK.matcher(it.getTextContent()).find())
                ? Optional.of(Finding.of(rule.getId(), "ladder.conditionOnClock", row))
                : Optional.empty();
    }

    private static Optional<Finding> cell(Rule rule, String row, String column, int at) {
        var entry = rule.getOutputEntries().stream().skip(at).findFirst();
        var value = entry.map(it -> it.getText() == null
                        ? ""
                        : it.getText().getTextContent().strip())
                .orElse("");
        if (value.isEmpty()) {
            return Optional.of(Finding.of(rule.getId(), "ladder.cellEmpty", row, column));
        }
        var allowed = switch (column) {
            case "audience" -> names(Rung.Audience.values());
            case "channel" -> names(Rung.Channel.values());
            case "tone" -> names(Rung.Tone.values());
            default -> Set.<String>of();
        };
        var fits = allowed.isEmpty()
                ? value.matches(column.equals("every") ? "\\d{1,3}" : "-?\\d{1,3}")
                : allowed.contains(value.replaceAll("^\"|\"$", ""));
        return fits
                ? Optional.empty()
                : Optional.of(
                        Finding.of(rule.getId(), "ladder.cellWrong", row, column, value, String.join(", ", allowed)));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
