package vn.tiendo.consolidation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiendo.authority.Kind;
import vn.tiendo.authority.SigningAuthority;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.document.NumberRegister;
import vn.tiendo.document.Series;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Decision;
import vn.tiendo.form.Decision.Verdict;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.mail.Letter;
import vn.tiendo.mail.Mails;
import vn.tiendo.mail.OutgoingMail;
import vn.tiendo.mail.Postman;
import vn.tiendo.paper.PdfPapers;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.PlanLifecycle;
import vn.tiendo.plan.Plans;
import vn.tiendo.reporting.ReportPapers;
import vn.tiendo.reporting.Round;
import vn.tiendo.reporting.Rounds;
import vn.tiendo.signing.Signing;

/** From the units' reports to the one the superior reads. */
@Component
class Consolidations {

    private final JdbcClient database;
    private final Rounds rounds;
    private final ConsolidationText text;
    private final Plans plans;
    private final PlanLifecycle lifecycle;
    private final FormInputs inputs;
    private final NumberRegister register;
    private final ReportPapers reportPapers;
    private final PdfPapers papers;
    private final Signing signing;
    private final StoredFiles files;
    private final Mails mails;
    private final Postman postman;
    private final PlanHistory history;
    private final SigningAuthority authority;
    private final Directory directory;
    private final CurrentOfficial current;
    private final TransactionTemplate byItself;
    private final Clock clock;

    Consolidations(
            JdbcClient database,
            Rounds rounds,
            ConsolidationText text,
            Plans plans,
            PlanLifecycle lifecycle,
            FormInputs inputs,
            NumberRegister register,
            ReportPapers reportPapers,
            PdfPapers papers,
            Signing signing,
            StoredFiles files,
            Mails mails,
            Postman postman,
            PlanHistory history,
            SigningAuthority authority,
            Directory directory,
            CurrentOfficial current,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.database = database;
        this.rounds = rounds;
        this.text = text;
        this.plans = plans;
        this.lifecycle = lifecycle;
        this.inputs = inputs;
        this.register = register;
        this.reportPapers = reportPapers;
        this.papers = papers;
        this.signing = signing;
        this.files = files;
        this.mails = mails;
        this.postman = postman;
        this.history = history;
        this.authority = authority;
        this.directory = directory;
        this.current = current;
        this.byItself = new TransactionTemplate(transactions);
        byItself.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Transactional
    void draft(String id) {
        var round = rounds.get(id);
        content(id, text.of(round), null);
        rounds.become(id, Round.State.GATHERED, Round.State.OPEN);
        history.note(round.plan(), "consolidationDrafted", round.title());
    }

    /** @return who is to approve it */
    @Transactional
    String edit(String id) {
        var me = current.get();
        if (!me.groups().contains("office")) {
            throw Refusal.because("review.notOffice");
        }
        var input = inputs.take(id, "editConsolidation", Input.class);
        content(id, Entries.text("content", "field.consolidation", input.content(), 500_000), me.login());
        rounds.become(id, Round.State.CONSOLIDATED, Round.State.GATHERED);
        var round = rounds.get(id);
        history.note(round.plan(), "consolidationEdited", round.title());
        return signer(plans.get(round.plan()));
    }

    /** The plan's, unless the table of signing authority does not let him sign any more. */
    private String signer(Plan plan) {
        var meant = directory.official(Objects.requireNonNull(plan.signer()));
        return authority
                .signer(Kind.BC, meant, plan.proposalUnit())
                .orElse(meant)
                .login();
    }

    private void content(String id, String content, @Nullable String by) {
        database.sql("update report_round set content = ?, edited_by = ? where id = ?")
                .params(content, by, id)
                .update();
    }

    /** Only who signed the plan or signs instead by now, and nobody his own text. */
    @Transactional
    Verdict judge(String id) {
        var round = rounds.get(id);
        var me = current.get();
        var plan = plans.get(round.plan());
        if (!me.signsAs(plan.signer()) && !me.signsAs(signer(plan))) {
            throw Refusal.because("approval.notSigner");
        }
        if (me.login().equals(round.editedBy())) {
            throw Refusal.because("approval.ownDraft");
        }
        var decision =
                inputs.take(id, "approveConsolidation", Decision.class).among(Verdict.APPROVED, Verdict.RETURNED);
        var verdict = decision.given();
        if (verdict == Verdict.APPROVED) {
            if (!authority.isCompetent(Kind.BC, me, plan.proposalUnit())) {
                throw Refusal.because("approval.reportNotByTable");
            }
            rounds.become(id, Round.State.APPROVED, Round.State.CONSOLIDATED);
            database.sql("update report_round set approved_by = ?, approved_at = ? where id = ?")
                    .params(me.login(), OffsetDateTime.now(clock), id)
                    .update();
        } else {
            rounds.become(id, Round.State.GATHERED, Round.State.CONSOLIDATED);
        }
        history.remark(id, "approveConsolidation", verdict.name(), decision.remark());
        history.note(round.plan(), "approveConsolidation." + verdict, round.title());
        return verdict;
    }

    /**
     * Makes the paper once, then mails it to each receiver in a transaction of its own: who has it gets it no second time
     * when another mail server fails and the step is repeated.
     */
    void send(String id) {
        byItself.executeWithoutResult(status -> issue(rounds.get(id)));
        var failures = new ArrayList<RuntimeException>();
        for (var letter : letters(rounds.get(id))) {
            try {
                byItself.executeWithoutResult(status -> mail(letter));
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private void issue(Round round) {
        if (round.document() != null) {
            return;
        }
        var plan = plans.get(round.plan());
        var issuer = directory.committee();
        var signer = directory.official(Objects.requireNonNull(round.approvedBy()));
        var today = LocalDate.now(clock);
        var code = register.registerNext(issuer.code(), Series.BC, round.id(), today, round.title(), signer.login());
        var paper = signing.signIfPossible(
                papers.pdf(reportPapers.consolidation(round, code, today, signer)),
                signer.login(),
                signer.name(),
                issuer.code());
        var file = files.keepOwn(plan.id(), code.replace('/', '-') + ".pdf", "application/pdf", paper);
        rounds.become(round.id(), Round.State.SENT, Round.State.APPROVED);
        database.sql("update report_round set document = ?, code = ?, issued_on = ? where id = ?")
                .params(file.id(), code, today, round.id())
                .update();
        history.note(plan.id(), "consolidationSent", code);
    }

    /** In the step and not by the outbox: with the last round the file is sealed, and its mails belong in it. */
    private void mail(Letter letter) {
        var mail = mails.write(letter);
        if (mail.state() != OutgoingMail.State.SENT) {
            postman.carry(mail);
            mails.sent(mail);
        }
    }

    /** To whoever asked for it; for a duty to the units it goes through, and without any to those who are to read it. */
    private List<Letter> letters(Round round) {
        if (round.askedBy() != null) {
            var person = directory.official(round.askedBy());
            return List.of(letter(round, person.login(), person.name(), person.email()));
        }
        var receivers = channels(round).isEmpty() ? rounds.recipients(round) : channels(round);
        return receivers.stream()
                .map(unit -> letter(round, unit.code(), unit.name(), Objects.requireNonNull(unit.email())))
                .toList();
    }

    private Letter letter(Round round, String receiver, String name, String address) {
        var plan = plans.get(round.plan());
        var issuer = directory.committee().name();
        var body = Sentences.of("consolidation.body", issuer, round.code(), round.title(), plan.title());
        return new Letter(
                "consolidation/" + round.id() + "/" + receiver,
                plan.id(),
                name,
                address,
                Sentences.of("consolidation.subject", round.title(), issuer),
                round.askedBy() == null ? List.of(toWhom(round), body) : List.of(body),
                null,
                Sentences.of("consolidation.why", name),
                round.document());
    }

    private String toWhom(Round round) {
        var recipients = names(rounds.recipients(round));
        var channels = names(channels(round));
        if (channels.isEmpty()) {
            return Sentences.of("consolidation.to", recipients);
        }
        return recipients.isEmpty()
                ? Sentences.of("consolidation.to", channels)
                : Sentences.of("consolidation.toVia", recipients, channels);
    }

    private static String names(List<Unit> units) {
        return units.stream().map(Unit::name).collect(Collectors.joining(", "));
    }

    private List<Unit> channels(Round round) {
        return rounds.duty(round).stream()
                .flatMap(duty -> duty.channels().stream())
                .map(directory::unit)
                .toList();
    }

    @Transactional
    void close(String id) {
        var round = rounds.get(id);
        if (rounds.close(round)) {
            lifecycle.allRoundsClosed(round.plan());
        }
    }

    record Input(@Nullable String content) {}
}
