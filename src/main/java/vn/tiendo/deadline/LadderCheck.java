package vn.tiendo.deadline;

import java.util.Arrays;
import java.util.List;
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
import vn.tiendo.engine.Refusal;

/** The reminder ladder as an administrator changes it: every row says how far, to whom, by what and in which tone. */
@Component
class LadderCheck implements DecisionTableCheck {

    private static final List<String> COLUMNS = List.of("offset", "every", "audience", "channel", "tone");

    private static final Pattern CLOCK = Pattern.compile("\\b(today|now)\\s*\\(");

    @Override
    public void check(Decision decision) {
        if (!Ladder.TABLE.equals(decision.getId())) {
            return;
        }
        if (!(decision.getExpression() instanceof DecisionTable table) || table.getHitPolicy() != HitPolicy.COLLECT) {
            throw Refusal.because("ladder.notCollecting");
        }
        var columns = table.getOutputs().stream().map(Output::getName).toList();
        if (!columns.containsAll(COLUMNS)) {
            throw Refusal.because("ladder.columnMissing", String.join(", ", COLUMNS));
        }
        var row = 0;
        for (var rule : table.getRules()) {
            row++;
            checkConditions(rule, row);
            for (var column : COLUMNS) {
                check(rule, row, column, columns.indexOf(column));
            }
        }
    }

    /** What was read of a table is remembered, so a row must say the same tomorrow. */
    private static void checkConditions(Rule rule, int row) {
        for (var condition : rule.getInputEntries()) {
            if (CLOCK.matcher(condition.getTextContent()).find()) {
                throw Refusal.because("ladder.conditionOnClock", row);
            }
        }
    }

    private static void check(Rule rule, int row, String column, int at) {
        var entry = rule.getOutputEntries().stream().skip(at).findFirst();
        var value = entry.map(it -> it.getText() == null
                        ? ""
                        : it.getText().getTextContent().strip())
                .orElse("");
        if (value.isEmpty()) {
            throw Refusal.because("ladder.cellEmpty", row, column);
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
        if (!fits) {
            throw Refusal.because("ladder.cellWrong", row, column, value, String.join(", ", allowed));
        }
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
