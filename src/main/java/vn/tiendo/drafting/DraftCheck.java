package vn.tiendo.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;
import vn.tiendo.plan.Draft;
import vn.tiendo.plan.Draft.Assignment.Kind;

/** Reads what the drafter typed line by line; the first line that is wrong is refused with its place. */
@Component
class DraftCheck {

    private static final int MOST_LINES = 500;

    private final Directory directory;
    private final DutyCheck duties;

    DraftCheck(Directory directory, DutyCheck duties) {
        this.directory = directory;
        this.duties = duties;
    }

    /** @throws Refusal if a line is wrong, or nobody receives the plan */
    Draft read(DraftInput input, int year, LocalDate today) {
        var unitsAndGroups = directory.names().keySet();
        var bases = new ArrayList<String>();
        for (var base : lines("bases", input.bases())) {
            var text = Entries.optionalText("bases[" + bases.size() + "]", "field.basis", base, 2_000);
            if (text != null) {
                bases.add(text);
            }
        }
        if (bases.isEmpty()) {
            throw Refusal.of("bases", "draft.noBasis");
        }
        var recipients = new ArrayList<Draft.Recipient>();
        for (var line : lines("recipients", input.recipients())) {
            recipients.add(recipient(line, recipients.size(), unitsAndGroups));
        }
        if (recipients.isEmpty()) {
            throw Refusal.of("recipients", "draft.noRecipient");
        }
        var assignments = new ArrayList<Draft.Assignment>();
        for (var line : lines("tasks", input.tasks())) {
            assignments.add(assignment(line, assignments.size(), unitsAndGroups));
        }
        var reported = TargetFigures.in(duties.read(input.duties(), year, today), assignments);
        return new Draft(bases, assignments, recipients, reported);
    }

    static <T> List<T> lines(String field, @Nullable List<T> lines) {
        if (lines == null) {
            return List.of();
        }
        if (lines.size() > MOST_LINES) {
            throw Refusal.of(field, "draft.tooManyLines", MOST_LINES);
        }
        return lines;
    }

    private static Draft.Recipient recipient(DraftInput.Recipient line, int index, Set<String> known) {
        var field = "recipients[" + index + "].";
        return new Draft.Recipient(
                index + 1,
                Entries.text(field + "text", "field.recipient", line.text(), 300),
                Entries.choice(
                        field + "role", Draft.Recipient.Role.class, line.role(), Draft.Recipient.Role.UNSPECIFIED),
                codes(field + "units", line.units(), known),
                Entries.optionalAddress(field + "address", line.address()),
                Boolean.TRUE.equals(line.receipt()));
    }

    private static Draft.Assignment assignment(DraftInput.Task line, int index, Set<String> known) {
        var field = "tasks[" + index + "].";
        var kind = Entries.choice(field + "kind", Kind.class, line.kind(), Kind.ORDER);
        var lead = unit(field + "lead", line.lead(), known);
        var coLeads = others(field + "coLeads", line.coLeads(), lead, known);
        if (lead == null && !coLeads.isEmpty()) {
            throw Refusal.of(field + "lead", "draft.noPrimaryLead");
        }
        if (kind == Kind.ONGOING && line.due() != null && !line.due().isBlank()) {
            throw Refusal.of(field + "due", "draft.ongoingHasNoDate");
        }
        return new Draft.Assignment(
                index + 1,
                Entries.text(field + "text", "field.task", line.text(), 10_000),
                kind,
                lead,
                coLeads,
                others(field + "partners", line.partners(), lead, known),
                Entries.optionalText(field + "coordinators", "field.coordinators", line.coordinators(), 1_000),
                Entries.optionalDate(field + "due", "field.due", line.due()),
                Entries.optionalText(field + "timeText", "field.timeText", line.timeText(), 300));
    }

    static List<String> codes(String field, @Nullable List<String> codes, Set<String> known) {
        var chosen = new LinkedHashSet<String>();
        for (var code : lines(field, codes)) {
            var unit = unit(field, code, known);
            if (unit != null) {
                chosen.add(unit);
            }
        }
        return List.copyOf(chosen);
    }

    /** Units and groups beside the one that answers for the task; who is named twice is meant once. */
    private static List<String> others(
            String field, @Nullable List<String> codes, @Nullable String lead, Set<String> known) {
        return codes(field, codes, known).stream()
                .filter(code -> !code.equals(lead))
                .toList();
    }

    static @Nullable String unit(String field, @Nullable String code, Set<String> known) {
        if (code == null || code.isBlank()) {
            return null;
        }
        if (!known.contains(code)) {
            throw Refusal.of(field, "directory.noUnit", code);
        }
        return code;
    }
}
