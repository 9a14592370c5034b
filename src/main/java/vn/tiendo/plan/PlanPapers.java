package vn.tiendo.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.document.Series;
import vn.tiendo.document.Symbols;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.paper.Letterhead;
import vn.tiendo.paper.Paper;
import vn.tiendo.paper.Paper.Column;
import vn.tiendo.paper.Paper.Kind;
import vn.tiendo.paper.Paper.Level;
import vn.tiendo.paper.Paper.Paragraph;
import vn.tiendo.paper.Paper.Row;
import vn.tiendo.paper.Paper.Signature;
import vn.tiendo.paper.Paper.Table;

/** The papers of a plan: its Tờ trình, the phiếu trình the leader decides on, and the plan itself. */
@Component
public class PlanPapers {

    /** How the sentences begin that close a plan, behind its tables. */
    private static final Pattern CLOSING =
            Pattern.compile("(Trên đây|Yêu cầu|Đề nghị|Giao|Trong quá trình|Căn cứ|Nhận được|Kế hoạch này).*");

    private static final Pattern GROUP = Pattern.compile("[IVXLC]+\\.\\s.*", Pattern.DOTALL);
    private static final Pattern PART = Pattern.compile("([a-zđ]\\))\\s+(.*)", Pattern.DOTALL);

    /** A line to write on by hand. */
    private static final String ROOM = ".".repeat(110);

    private final Drafts drafts;
    private final DraftVersions versions;
    private final PlanHistory history;
    private final Directory directory;
    private final Symbols symbols;

    PlanPapers(Drafts drafts, DraftVersions versions, PlanHistory history, Directory directory, Symbols symbols) {
        this.drafts = drafts;
        this.versions = versions;
        this.history = history;
        this.directory = directory;
        this.symbols = symbols;
    }

    public Paper plan(Plan plan) {
        return plan(plan, drafts.of(plan.id()));
    }

    /** Without a number it is the draft that was handed in last. */
    public Paper plan(Plan plan, Draft draft) {
        var tables = Stream.of(tasks(draft.assignments()), duties(draft.duties()))
                .flatMap(Optional::stream)
                .toList();
        var text = Paper.paragraphs(plan.content());
        var closing = new ArrayList<Paragraph>();
        if (!tables.isEmpty() && !text.isEmpty() && isClosing(text.get(text.size() - 1))) {
            closing.add(text.get(text.size() - 1));
            text = text.subList(0, text.size() - 1);
        }
        var issuer = directory.committee();
        return new Paper(
                Kind.PLAN,
                Letterhead.of(issuer, directory),
                plan.code() == null ? "/" + symbols.of(issuer.code(), Series.KH) : plan.code(),
                plan.issuedOn(),
                plan.year(),
                plan.subject(),
                null,
                draft.bases(),
                text,
                tables,
                closing,
                recipients(draft.recipients()),
                signature(plan),
                plan.code() == null ? Math.max(1, versions.count(plan.id())) : null);
    }

    private Signature signature(Plan plan) {
        if (plan.signer() == null) {
            return Signature.of(null, "");
        }
        var signer = directory.official(plan.signer());
        return Signature.of(
                plan.signatureBlock() == null ? signer.signatureBlock() : plan.signatureBlock(), signer.name());
    }

    private static boolean isClosing(Paragraph paragraph) {
        return CLOSING.matcher(paragraph.text()).matches();
    }

    private Optional<Table> tasks(List<Draft.Assignment> assignments) {
        if (assignments.isEmpty()) {
            return Optional.empty();
        }
        var names = directory.names();
        var rows = new ArrayList<Row>();
        var number = 0;
        for (var task : assignments) {
            var part = PART.matcher(task.text());
            if (isGroup(task)) {
                rows.add(new Row(Level.GROUP, List.of(task.text())));
            } else if (part.matches()) {
                rows.add(new Row(Level.PART, cells(part.group(1), part.group(2), task, names)));
            } else {
                rows.add(new Row(Level.LINE, cells(String.valueOf(++number), task.text(), task, names)));
            }
        }
        return Optional.of(new Table(
                "tasks",
                Sentences.of("paper.tasks"),
                List.of(
                        new Column(Sentences.of("paper.number"), 11, true),
                        new Column(Sentences.of("paper.task"), 0, false),
                        new Column(Sentences.of("paper.time"), 27, true),
                        new Column(Sentences.of("paper.lead"), 32, false),
                        new Column(Sentences.of("paper.coordinators"), 32, false)),
                rows));
    }

    /** A line "I. …" that nobody is to do is the title of those below it. */
    static boolean isGroup(Draft.Assignment task) {
        return GROUP.matcher(task.text()).matches()
                && Stream.of(task.lead(), task.coordinators(), task.due(), task.timeText())
                        .allMatch(Objects::isNull)
                && task.partners().isEmpty();
    }

    private static List<String> cells(String number, String text, Draft.Assignment task, Map<String, String> names) {
        var time = task.timeText() != null ? task.timeText() : task.due() == null ? "" : Entries.print(task.due());
        var leads = Stream.concat(Stream.ofNullable(task.lead()), task.coLeads().stream());
        return List.of(
                number,
                text,
                time,
                named(leads, names),
                task.coordinators() == null ? named(task.partners().stream(), names) : task.coordinators());
    }

    private static String named(Stream<String> codes, Map<String, String> names) {
        return codes.map(code -> names.getOrDefault(code, code)).collect(Collectors.joining("; "));
    }

    private Optional<Table> duties(List<ReportingDuty> duties) {
        if (duties.isEmpty()) {
            return Optional.empty();
        }
        var names = directory.names();
        var rows = new ArrayList<Row>();
        for (var duty : duties) {
            rows.add(new Row(
                    Level.LINE,
                    List.of(
                            String.valueOf(rows.size() + 1),
                            duty.name(),
                            terms(duty, duties),
                            duty.reporters().stream()
                                    .map(code -> names.getOrDefault(code, code))
                                    .collect(Collectors.joining("; ")),
                            receiver(duty, names))));
        }
        return Optional.of(new Table(
                "duties",
                Sentences.of("paper.duties"),
                List.of(
                        new Column(Sentences.of("paper.number"), 11, true),
                        new Column(Sentences.of("paper.duty"), 0, false),
                        new Column(Sentences.of("paper.terms"), 40, false),
                        new Column(Sentences.of("paper.reporters"), 32, false),
                        new Column(Sentences.of("paper.receiver"), 32, false)),
                rows));
    }

    private static String terms(ReportingDuty duty, List<ReportingDuty> all) {
        var period = Sentences.of("dutyPeriod." + duty.period());
        var dated = duty.terms().stream().filter(term -> term.date() != null).toList();
        if (duty.mergedInto() != null) {
            period = Sentences.of(
                    "paper.merged", period, all.get(duty.mergedInto() - 1).name());
        } else if (dated.isEmpty() && duty.operator().name().startsWith("PER_")) {
            period += ", " + Sentences.of("dutyOperator." + duty.operator());
        }
        return Stream.concat(
                        Stream.of(period),
                        dated.stream().map(term -> deadline(duty, term.label(), Objects.requireNonNull(term.date()))))
                .collect(Collectors.joining("\n"));
    }

    private static String deadline(ReportingDuty duty, @Nullable String label, LocalDate date) {
        var until = (Sentences.of("dutyOperator." + duty.operator()) + " " + Entries.print(date)).strip();
        return label == null ? until : label + ": " + until;
    }

    private static String receiver(ReportingDuty duty, Map<String, String> names) {
        var through = named(duty.channels(), names);
        var recipient = named(duty.recipients(), names);
        if (through.isEmpty()) {
            return recipient;
        }
        return (recipient.isEmpty() ? "" : recipient + ", ") + Sentences.of("paper.through", through);
    }

    private static String named(List<String> units, Map<String, String> names) {
        return units.stream().map(code -> names.getOrDefault(code, code)).collect(Collectors.joining(", "));
    }

    /** The role as a mark behind a line that has none; what the office keeps is the last line. */
    private static List<String> recipients(List<Draft.Recipient> recipients) {
        var lines = new ArrayList<String>();
        var kept = new ArrayList<String>();
        for (var recipient : recipients) {
            var text = recipient.text().strip().replaceFirst("^-\\s*", "").replaceFirst("\\s*[.;,]*$", "");
            if (recipient.role() == Draft.Recipient.Role.ARCHIVE) {
                kept.add(text);
            } else {
                lines.add(text.endsWith(")") ? text : text + mark(recipient.role()));
            }
        }
        lines.add(kept.isEmpty() ? Sentences.of("paper.kept") : String.join("; ", kept));
        return lines;
    }

    private static String mark(Draft.Recipient.Role role) {
        return switch (role) {
            case TO_REPORT -> Sentences.of("paper.toReport");
            case TO_COORDINATE -> Sentences.of("paper.toCoordinate");
            case TO_EXECUTE -> Sentences.of("paper.toExecute");
            case PUBLISH, ARCHIVE, UNSPECIFIED -> "";
        };
    }

    /** The Tờ trình of the drafting unit to the committee, signed by the unit's head. */
    public Paper proposal(Plan plan) {
        var unit = directory.unit(plan.proposalUnit());
        var head = directory.headsOf(unit.code()).stream().findFirst();
        return new Paper(
                Kind.PROPOSAL,
                Letterhead.of(unit, directory),
                plan.proposalNumber(),
                plan.proposalDate(),
                plan.proposalDate().getYear(),
                Sentences.of("paper.proposal.subject", plan.subject()),
                directory.committee().name(),
                List.of(),
                Paper.paragraphs(plan.proposalSummary()),
                List.of(),
                List.of(new Paragraph(Sentences.of(
                        "paper.proposal.asks", directory.committee().name()))),
                List.of(Sentences.of("paper.asAbove"), Sentences.of("paper.kept")),
                new Signature(
                        head.map(Official::title).map(List::of).orElse(List.of()),
                        head.map(Official::name).orElse("")),
                null);
    }

    /** What is submitted and by whom, the documents in the file, the bases, who said what, and room for the decision. */
    public Paper slip(Plan plan, LocalDate today) {
        var draft = drafts.of(plan.id());
        var office = directory.in(Position.OFFICE_HEAD).stream().findFirst();
        var names = directory.names();
        var lines = new ArrayList<Paragraph>();
        section(
                lines,
                "paper.slip.matter",
                List.of(
                        plan.subject(),
                        Sentences.of(
                                "paper.slip.proposed",
                                plan.proposalNumber(),
                                Entries.print(plan.proposalDate()),
                                names.getOrDefault(plan.proposalUnit(), plan.proposalUnit()),
                                directory.official(plan.drafter()).name())));
        section(
                lines,
                "paper.slip.files",
                drafts.files(plan.id()).stream().map(Drafts.FileLine::name).toList());
        section(lines, "paper.slip.bases", draft.bases());
        section(
                lines,
                "paper.slip.opinions",
                history.remarks(plan.id()).stream()
                        .map(remark -> Sentences.of("paper.slip.opinion", remark.by(), remark.at(), remark.text()))
                        .toList());
        lines.add(new Paragraph(Sentences.of("paper.slip.decision")));
        lines.add(new Paragraph(ROOM));
        lines.add(new Paragraph(ROOM));
        return new Paper(
                Kind.SLIP,
                Letterhead.of(office.map(head -> directory.unit(head.unit())).orElse(directory.committee()), directory),
                "/PT-VP",
                today,
                today.getYear(),
                Sentences.of("paper.slip.subject", plan.subject()),
                plan.signer() == null
                        ? directory.committee().name()
                        : directory.official(plan.signer()).title() + " "
                                + directory.official(plan.signer()).name(),
                List.of(),
                lines,
                List.of(),
                List.of(new Paragraph(Sentences.of("paper.slip.asks"))),
                List.of(Sentences.of("paper.asAbove"), Sentences.of("paper.kept")),
                new Signature(
                        office.map(Official::title).map(List::of).orElse(List.of()),
                        office.map(Official::name).orElse("")),
                null);
    }

    private static void section(List<Paragraph> lines, String title, List<String> contents) {
        lines.add(new Paragraph(Sentences.of(title)));
        if (contents.isEmpty()) {
            lines.add(new Paragraph(Sentences.of("paper.slip.none")));
        }
        contents.forEach(content -> lines.add(new Paragraph("- " + content.replaceAll("\\s*\\R\\s*", " "))));
    }
}
