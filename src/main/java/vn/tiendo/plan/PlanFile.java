package vn.tiendo.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;

/** One plan as forms, pages and the archive show it: names beside codes, dates as the office writes them. */
@Component
public class PlanFile {

    private final Drafts drafts;
    private final Schemes schemes;
    private final PlanHistory history;
    private final Directory directory;

    PlanFile(Drafts drafts, Schemes schemes, PlanHistory history, Directory directory) {
        this.drafts = drafts;
        this.schemes = schemes;
        this.history = history;
        this.directory = directory;
    }

    public Content of(Plan plan) {
        var units = directory.names();
        var people = directory.everybody().stream().collect(Collectors.toMap(Official::login, o -> o));
        var draft = drafts.of(plan.id());
        var files = drafts.files(plan.id());
        var signer = plan.signer() == null ? null : people.get(plan.signer());
        return new Content(
                plan.id(),
                Sentences.of("status." + plan.status()),
                plan.subject(),
                plan.year(),
                plan.code(),
                print(plan.issuedOn()),
                new Proposal(
                        plan.proposalNumber(),
                        Entries.print(plan.proposalDate()),
                        name(units, plan.proposalUnit()),
                        personName(people, plan.proposedBy()),
                        plan.proposalSummary(),
                        files.stream()
                                .filter(f -> f.purpose() == Drafts.FilePurpose.PROPOSAL)
                                .toList()),
                new Person(plan.drafter(), personName(people, plan.drafter()), null, null),
                signer == null
                        ? null
                        : new Person(
                                signer.login(),
                                signer.name(),
                                signer.title(),
                                plan.signatureBlock() == null ? signer.signatureBlock() : plan.signatureBlock()),
                draft.bases(),
                plan.content(),
                draft.assignments().stream()
                        .map(a -> new Task(
                                a.text(),
                                a.kind(),
                                a.lead(),
                                name(units, a.lead()),
                                named(units, a.coLeads()),
                                named(units, a.partners()),
                                a.coordinators(),
                                print(a.due()),
                                a.timeText()))
                        .toList(),
                draft.recipients().stream()
                        .map(r -> new Recipient(r.text(), r.role(), named(units, r.units()), r.address(), r.receipt()))
                        .toList(),
                draft.duties().stream().map(duty -> duty(units, duty)).toList(),
                files.stream()
                        .filter(f -> f.purpose() == Drafts.FilePurpose.DRAFT)
                        .toList(),
                plan.document(),
                history.remarks(plan.id()));
    }

    private Duty duty(Map<String, String> units, ReportingDuty duty) {
        return new Duty(
                duty.name(),
                duty.period(),
                duty.operator(),
                duty.terms().stream()
                        .map(term -> new Term(
                                term.label(),
                                print(term.date()),
                                print(term.cutOff()),
                                print(term.officeDate()),
                                print(term.superiorDate())))
                        .toList(),
                named(units, duty.reporters()),
                named(units, duty.recipients()),
                named(units, duty.channels()),
                duty.method(),
                duty.outline(),
                duty.scheme(),
                duty.scheme() == null ? null : schemes.get(duty.scheme()).name(),
                duty.mergedInto(),
                duty.figures().stream()
                        .map(figure -> new Figure(
                                figure.name(),
                                figure.measure(),
                                figure.target() == null ? null : Entries.print(figure.target()),
                                figure.gathering()))
                        .toList());
    }

    private static List<Named> named(Map<String, String> units, List<String> codes) {
        return codes.stream()
                .map(code -> new Named(code, units.getOrDefault(code, code)))
                .toList();
    }

    private static @Nullable String print(@Nullable LocalDate date) {
        return date == null ? null : Entries.print(date);
    }

    private static @Nullable String name(Map<String, String> units, @Nullable String code) {
        return code == null ? null : units.getOrDefault(code, code);
    }

    private static String personName(Map<String, Official> people, String login) {
        var person = people.get(login);
        return person == null ? login : person.name();
    }

    public record Content(
            String id,
            String statusText,
            String subject,
            int year,
            @Nullable String code,
            @Nullable String issuedOn,
            Proposal proposal,
            Person drafter,
            @Nullable Person signer,
            List<String> bases,
            String content,
            List<Task> tasks,
            List<Recipient> recipients,
            List<Duty> duties,
            List<Drafts.FileLine> files,
            @Nullable UUID document,
            List<PlanHistory.Remark> remarks) {

        /** To those it is sent to: not what was submitted and said before it was approved. */
        public Content asIssued() {
            return new Content(
                    id,
                    statusText,
                    subject,
                    year,
                    code,
                    issuedOn,
                    proposal.withoutItsWords(),
                    drafter,
                    signer,
                    bases,
                    content,
                    tasks,
                    recipients,
                    duties,
                    files,
                    document,
                    List.of());
        }
    }

    public record Proposal(
            String number,
            String date,
            @Nullable String unitName,
            String proposedBy,
            String summary,
            List<Drafts.FileLine> files) {

        private Proposal withoutItsWords() {
            return new Proposal(number, date, unitName, proposedBy, "", List.of());
        }
    }

    public record Person(
            String login,
            String name,
            @Nullable String title,
            @Nullable String signatureBlock) {}

    public record Named(String code, String name) {}

    public record Task(
            String text,
            Draft.Assignment.Kind kind,
            @Nullable String lead,
            @Nullable String leadName,
            List<Named> coLeads,
            List<Named> partners,
            @Nullable String coordinators,
            @Nullable String due,
            @Nullable String timeText) {

        /** As the paper names them. */
        public String leads() {
            return Stream.concat(Stream.ofNullable(leadName), coLeads.stream().map(Named::name))
                    .collect(Collectors.joining("; "));
        }

        public String coordinating() {
            return coordinators == null
                    ? partners.stream().map(Named::name).collect(Collectors.joining("; "))
                    : coordinators;
        }
    }

    public record Recipient(
            String text,
            Draft.Recipient.Role role,
            List<Named> units,
            @Nullable String address,
            boolean receipt) {}

    public record Duty(
            String name,
            ReportingDuty.Period period,
            ReportingDuty.Operator operator,
            List<Term> terms,
            List<Named> reporters,
            List<Named> recipients,
            List<Named> channels,
            ReportingDuty.Method method,
            @Nullable String outline,
            @Nullable String scheme,
            @Nullable String schemeName,
            @Nullable Integer mergedInto,
            List<Figure> figures) {

        /** One contained in another report is due with that report, one on request when somebody requests it. */
        public boolean hasDate() {
            return mergedInto != null
                    || operator == ReportingDuty.Operator.PER_REQUEST
                    || period == ReportingDuty.Period.AD_HOC
                    || !terms.isEmpty() && terms.stream().allMatch(term -> term.date() != null);
        }
    }

    public record Term(
            @Nullable String label,
            @Nullable String date,
            @Nullable String cutOff,
            @Nullable String officeDate,
            @Nullable String superiorDate) {}

    public record Figure(
            String name, String measure, @Nullable String target, ReportingDuty.Gathering gathering) {}
}
