package vn.tiendo.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.calendar.BeforeReading;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;
import vn.tiendo.plan.Draft;
import vn.tiendo.plan.ReportingDuty;

/** Reads what the drafter typed line by line; the first line that is wrong is refused with its place. */
@Component
class DraftCheck {

    private static final int MOST_LINES = 500;

    private final Directory directory;

    DraftCheck(Directory directory) {
        this.directory = directory;
    }

    /** @throws Refusal if a line is wrong, or nobody receives the plan */
    Draft read(DraftInput input, LocalDate today) {
        Map<String, Unit> units = new HashMap<>();
        directory.units().forEach(unit -> units.put(unit.code(), unit));
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
            recipients.add(recipient(line, recipients.size(), units));
        }
        if (recipients.isEmpty()) {
            throw Refusal.of("recipients", "draft.noRecipient");
        }
        var assignments = new ArrayList<Draft.Assignment>();
        for (var line : lines("tasks", input.tasks())) {
            assignments.add(assignment(line, assignments.size(), units));
        }
        var duties = new ArrayList<ReportingDuty>();
        for (var line : lines("duties", input.duties())) {
            duties.add(duty(line, duties.size(), units, today));
        }
        return new Draft(bases, assignments, recipients, duties);
    }

    private static <T> List<T> lines(String field, @Nullable List<T> lines) {
        if (lines == null) {
            return List.of();
        }
        if (lines.size() > MOST_LINES) {
            throw Refusal.of(field, "draft.tooManyLines", MOST_LINES);
        }
        return lines;
    }

    private static Draft.Recipient recipient(DraftInput.Recipient line, int index, Map<String, Unit> units) {
        var field = "recipients[" + index + "].";
        return new Draft.Recipient(
                index + 1,
                Entries.text(field + "text", "field.recipient", line.text(), 300),
                choice(field + "role", Draft.Recipient.Role.class, line.role(), Draft.Recipient.Role.UNSPECIFIED),
                unit(field + "unit", line.unit(), units),
                Entries.optionalAddress(field + "address", line.address()));
    }

    private static Draft.Assignment assignment(DraftInput.Task line, int index, Map<String, Unit> units) {
        var field = "tasks[" + index + "].";
        return new Draft.Assignment(
                index + 1,
                Entries.text(field + "text", "field.task", line.text(), 10_000),
                unit(field + "lead", line.lead(), units),
                Entries.optionalText(field + "coordinators", "field.coordinators", line.coordinators(), 1_000),
                Entries.optionalDate(field + "due", "field.due", line.due()),
                Entries.optionalText(field + "timeText", "field.timeText", line.timeText(), 300));
    }

    private static ReportingDuty duty(DraftInput.Duty line, int index, Map<String, Unit> units, LocalDate today) {
        var field = "duties[" + index + "].";
        var terms = new ArrayList<ReportingDuty.Term>();
        for (var term : lines(field + "terms", line.terms())) {
            terms.add(term(term, field + "terms[" + terms.size() + "].", terms.size() + 1));
        }
        var duty = new ReportingDuty(
                index + 1,
                Entries.text(field + "name", "field.duty", line.name(), 500),
                choice(
                        field + "period",
                        ReportingDuty.Period.class,
                        line.period(),
                        ReportingDuty.Period.PERIODIC_UNSPECIFIED),
                choice(
                        field + "operator",
                        ReportingDuty.Operator.class,
                        line.operator(),
                        terms.isEmpty() ? ReportingDuty.Operator.NOT_STATED : ReportingDuty.Operator.BEFORE),
                terms,
                codes(field + "reporters", line.reporters(), units),
                unit(field + "recipient", line.recipient(), units),
                codes(field + "channels", line.channels(), units),
                choice(field + "method", ReportingDuty.Method.class, line.method(), ReportingDuty.Method.SYSTEM),
                Entries.optionalText(field + "outline", "field.outline", line.outline(), 20_000),
                null,
                List.of());
        refuseImpossible(duty, field, units, today);
        return duty;
    }

    private static ReportingDuty.Term term(DraftInput.Term line, String field, int number) {
        return new ReportingDuty.Term(
                number,
                Entries.optionalText(field + "label", "field.termLabel", line.label(), 100),
                Entries.optionalDate(field + "date", "field.dutyDate", line.date()),
                Entries.optionalDate(field + "cutOff", "field.cutOff", line.cutOff()),
                Entries.optionalDate(field + "officeDate", "field.officeDate", line.officeDate()),
                Entries.optionalDate(field + "superiorDate", "field.superiorDate", line.superiorDate()));
    }

    private static void refuseImpossible(ReportingDuty duty, String field, Map<String, Unit> units, LocalDate today) {
        for (var term : duty.terms()) {
            var last = duty.lastPermittedDay(term.date(), BeforeReading.STRICT);
            if (last == null) {
                continue;
            }
            if (last.isBefore(today)) {
                throw Refusal.of(
                        field + "terms[" + (term.number() - 1) + "].date",
                        "draft.dutyInPast",
                        duty.name(),
                        Entries.print(last));
            }
            if (duty.reporters().isEmpty()) {
                throw Refusal.of(field + "reporters", "draft.dutyNoReporter", duty.name());
            }
            var receiver = units.get(
                    duty.channels().isEmpty()
                            ? duty.recipient()
                            : duty.channels().get(0));
            if (receiver != null && receiver.email() == null) {
                throw Refusal.of(field + "recipient", "draft.recipientNoAddress", receiver.name());
            }
        }
    }

    private static List<String> codes(String field, @Nullable List<String> codes, Map<String, Unit> units) {
        var known = new LinkedHashSet<String>();
        for (var code : lines(field, codes)) {
            var unit = unit(field, code, units);
            if (unit != null) {
                known.add(unit);
            }
        }
        return List.copyOf(known);
    }

    private static @Nullable String unit(String field, @Nullable String code, Map<String, Unit> units) {
        if (code == null || code.isBlank()) {
            return null;
        }
        if (!units.containsKey(code)) {
            throw Refusal.of(field, "directory.noUnit", code);
        }
        return code;
    }

    private static <E extends Enum<E>> E choice(String field, Class<E> type, @Nullable String entry, E otherwise) {
        if (entry == null || entry.isBlank()) {
            return otherwise;
        }
        try {
            return Enum.valueOf(type, entry);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(field, "form.badChoice", entry);
        }
    }
}
