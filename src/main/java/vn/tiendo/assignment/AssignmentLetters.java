package vn.tiendo.assignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.tiendo.assignment.Giving.Given;
import vn.tiendo.assignment.Giving.With;
import vn.tiendo.deadline.Debt;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.mail.Letter;
import vn.tiendo.mail.Notices;
import vn.tiendo.plan.Draft;
import vn.tiendo.plan.Plan;

/** When a plan's tasks are given, everybody concerned gets one letter: what his unit leads, leads with others, coordinates. */
@Component
class AssignmentLetters {

    private final Directory directory;
    private final Notices notices;

    AssignmentLetters(Directory directory, Notices notices) {
        this.directory = directory;
        this.notices = notices;
    }

    void post(Plan plan, List<Given> given, List<With> partners) {
        var leads = given.stream()
                .collect(Collectors.groupingBy(
                        it -> it.task().position(),
                        Collectors.mapping(it -> it.unit().name(), Collectors.joining("; "))));
        var tasks = new LinkedHashMap<Unit, List<String>>();
        given.stream()
                .filter(it -> it.task().isCarriedOut())
                .forEach(it -> tasks.computeIfAbsent(it.unit(), unit -> new ArrayList<>())
                        .add(line(it)));
        partners.forEach(it -> tasks.computeIfAbsent(it.unit(), unit -> new ArrayList<>())
                .add(line(it, leads.getOrDefault(it.task().position(), ""))));
        // what is ongoing is asked with each report; alone it is no reason for a letter
        given.stream()
                .filter(it -> !it.task().isCarriedOut())
                .forEach(it -> tasks.computeIfPresent(it.unit(), (unit, lines) -> {
                    lines.add(line(it));
                    return lines;
                }));
        var people = directory.officials().stream().collect(Collectors.groupingBy(Official::unit));
        var letters = new ArrayList<Notices.Notice>();
        tasks.forEach((unit, lines) -> people.getOrDefault(unit.code(), List.of()).stream()
                .filter(person -> person.groups().contains(unit.code()))
                .map(person -> new Notices.Notice(person.login(), letter(plan, unit, person, lines), false))
                .forEach(letters::add));
        notices.post(letters);
    }

    private static String line(Given given) {
        var task = given.task();
        var key = task.kind() == Draft.Assignment.Kind.ONGOING
                ? "assignment.line.ongoing"
                : Assignments.relation(task.kind(), given.unit()) == Debt.Relation.REQUEST
                        ? "assignment.line.requested"
                        : "assignment.line.lead";
        return Sentences.of(
                key, task.text(), task.due() == null ? Sentences.of("assignment.noDate") : Entries.print(task.due()));
    }

    private static String line(With partner, String lead) {
        var key = partner.role() == Assignments.Partner.Role.CO_LEAD
                ? "assignment.line.coLead"
                : "assignment.line.coordinator";
        return Sentences.of(key, partner.task().text(), lead);
    }

    private static Letter letter(Plan plan, Unit unit, Official reader, List<String> lines) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(
                unit.isOrdered()
                        ? Sentences.of("assignment.given.body", unit.name(), plan.title())
                        : Sentences.of("assignment.requested.body", unit.name(), plan.title()));
        paragraphs.addAll(lines);
        return new Letter(
                String.join("/", "assigned", plan.id(), reader.login()),
                plan.id(),
                reader.name(),
                reader.email(),
                unit.isOrdered()
                        ? Sentences.of("assignment.given.subject", plan.title())
                        : Sentences.of("assignment.requested.subject", plan.title()),
                paragraphs,
                "/camunda/app/tasklist/default/",
                Sentences.of("assignment.why", unit.name()),
                null);
    }
}
