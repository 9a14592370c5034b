package vn.tiendo.issuance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Position;
import vn.tiendo.document.NumberRegister;
import vn.tiendo.document.Series;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.document.Symbols;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Decision;
import vn.tiendo.form.Decision.Verdict;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.paper.PdfPapers;
import vn.tiendo.plan.FormCheck;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.PlanPapers;
import vn.tiendo.plan.PlanStatus;
import vn.tiendo.plan.Plans;
import vn.tiendo.plan.TermCheck;
import vn.tiendo.signing.Scan;
import vn.tiendo.signing.Signing;

/** The clerk numbers only what is approved (Decree 30/2020/NĐ-CP, articles 14 and 15); then the paper is made. */
@Component
class Issuance {

    private final Plans plans;
    private final TermCheck terms;
    private final FormCheck check;
    private final PlanPapers planPapers;
    private final NumberRegister register;
    private final Symbols symbols;
    private final FormInputs inputs;
    private final PdfPapers papers;
    private final Signing signing;
    private final StoredFiles files;
    private final PlanHistory history;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    Issuance(
            Plans plans,
            TermCheck terms,
            FormCheck check,
            PlanPapers planPapers,
            NumberRegister register,
            Symbols symbols,
            FormInputs inputs,
            PdfPapers papers,
            Signing signing,
            StoredFiles files,
            PlanHistory history,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.plans = plans;
        this.terms = terms;
        this.check = check;
        this.planPapers = planPapers;
        this.register = register;
        this.symbols = symbols;
        this.inputs = inputs;
        this.papers = papers;
        this.signing = signing;
        this.files = files;
        this.history = history;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    Proposed proposed(Plan plan) {
        var today = LocalDate.now(clock);
        var issuer = directory.committee().code();
        var next = register.next(issuer, Series.KH, today.getYear());
        var signed = isSigned(plan);
        return new Proposed(
                next, symbols.code(issuer, Series.KH, next), Entries.print(today), check.of(plan), signed, !signed);
    }

    /** Digitally, and not by hand on paper. */
    private boolean isSigned(Plan plan) {
        return plan.signer() != null
                && signing.isPossibleFor(plan.signer(), directory.committee().code());
    }

    /**
     * Numbers the plan, or gives it back to its drafter.
     *
     * @throws Refusal if the number is taken or leaves a gap, the day cannot be, a duty's day has passed meanwhile, or the
     *     scan is missing or none
     */
    @Transactional
    Verdict number(String id) {
        var plan = plans.get(id);
        if (!current.get().isIn(Position.CLERK)) {
            throw Refusal.because("number.notClerk");
        }
        var input = inputs.take(id, "numberPlan", Input.class);
        if (input.verdict() == Verdict.RETURNED) {
            giveBack(plan, new Decision(Verdict.RETURNED, input.remark()).among(Verdict.RETURNED));
            return Verdict.RETURNED;
        }
        var day = Entries.date("issuedOn", "field.issuedOn", input.issuedOn());
        refuseImpossible(plan, day);
        check.refuseIncomplete(plan);
        var entry = new NumberRegister.Entry(
                directory.committee().code(),
                Series.KH,
                day.getYear(),
                sequence(input),
                id,
                day,
                plan.subject(),
                Objects.requireNonNull(plan.signer()));
        plans.move(id, PlanStatus.NUMBERED, PlanStatus.APPROVED);
        var code = register.register(entry);
        plans.number(id, code, day);
        takeScan(plan, input.scan() == null ? List.of() : input.scan());
        history.note(id, "numbered", code);
        return Verdict.APPROVED;
    }

    /** What was approved is no longer, so whoever signs it looks at it again (Decree 30/2020/NĐ-CP, article 11). */
    private void giveBack(Plan plan, Decision decision) {
        plans.move(plan.id(), PlanStatus.DRAFTING, PlanStatus.APPROVED);
        plans.withdrawApproval(plan.id());
        history.remark(plan.id(), "numberPlan", Verdict.RETURNED.name(), decision.remark());
        history.note(plan.id(), "numberingReturned", decision.remark());
    }

    /** A paper signed by hand is the document as the clerk scanned it. */
    private void takeScan(Plan plan, List<Attachment> scan) {
        if (isSigned(plan)) {
            if (!scan.isEmpty()) {
                throw Refusal.of("scan", "scan.notAsked");
            }
            return;
        }
        if (scan.size() != 1) {
            throw Refusal.of("scan", scan.isEmpty() ? "scan.missing" : "scan.one");
        }
        files.takeInto(plan.id(), scan.stream().map(Attachment::id).toList());
        var file = scan.get(0).id();
        Scan.refuseUnreadable(files.content(file));
        plans.document(plan.id(), file);
    }

    private void refuseImpossible(Plan plan, LocalDate day) {
        var today = LocalDate.now(clock);
        terms.refuseOver(plan.id(), today);
        if (day.isAfter(today)) {
            throw Refusal.of("issuedOn", "number.futureDay", Entries.print(day));
        }
        var approved = Objects.requireNonNull(plan.approvedAt())
                .atZoneSameInstant(ZoneId.of(clock.getZone().getId()))
                .toLocalDate();
        if (day.isBefore(approved)) {
            throw Refusal.of("issuedOn", "number.dayBeforeApproval", Entries.print(approved));
        }
    }

    private static int sequence(Input input) {
        var typed = Entries.text("sequence", "field.sequence", input.sequence(), 6);
        if (!typed.matches("\\d{1,6}") || Integer.parseInt(typed) == 0) {
            throw Refusal.of("sequence", "number.noNumber", typed);
        }
        return Integer.parseInt(typed);
    }

    /** Makes and signs the paper once, however often the step runs; a scan is the paper already. */
    @Transactional
    void issue(String id) {
        var plan = plans.get(id);
        if (plan.status() != PlanStatus.NUMBERED) {
            return;
        }
        if (plan.document() == null) {
            var signer = directory.official(Objects.requireNonNull(plan.signer()));
            var paper = signing.sign(
                    papers.pdf(planPapers.plan(plan)),
                    signer.login(),
                    signer.name(),
                    directory.committee().code());
            plans.document(
                    id,
                    files.keepOwn(id, fileName(plan), "application/pdf", paper).id());
        }
        plans.move(id, PlanStatus.ISSUED, PlanStatus.NUMBERED);
        history.note(id, "issued", plan.code());
    }

    private static String fileName(Plan plan) {
        return Objects.requireNonNull(plan.code()).replace('/', '-') + ".pdf";
    }

    /** Whoever gives no verdict numbers. */
    record Input(
            @Nullable Verdict verdict,
            @Nullable String remark,
            @Nullable String sequence,
            @Nullable String issuedOn,
            @Nullable List<Attachment> scan) {}

    record Attachment(UUID id) {}

    /** @param scanned whether the form asks for a scan, because nobody can sign digitally */
    record Proposed(
            int sequence,
            String text,
            String date,
            List<FormCheck.Finding> findings,
            boolean signed,
            boolean scanned) {}
}
