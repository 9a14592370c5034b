package vn.tiendo.amendment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.deadline.Debt;
import vn.tiendo.directory.Directory;
import vn.tiendo.document.NumberRegister;
import vn.tiendo.document.Series;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.mail.Letter;
import vn.tiendo.mail.Mails;
import vn.tiendo.paper.Letterhead;
import vn.tiendo.paper.Paper;
import vn.tiendo.paper.Paper.Kind;
import vn.tiendo.paper.Paper.Paragraph;
import vn.tiendo.paper.Paper.Signature;
import vn.tiendo.paper.PdfPapers;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.Plans;
import vn.tiendo.signing.Signing;

/** Công văn đôn đốc: the leader's formal reminder, numbered, kept in the plan's file and mailed to the unit. */
@Component
class ReminderLetters {

    private final JdbcClient database;
    private final Decisions decisions;
    private final Plans plans;
    private final NumberRegister register;
    private final PdfPapers papers;
    private final Signing signing;
    private final StoredFiles files;
    private final Mails mails;
    private final PlanHistory history;
    private final Directory directory;
    private final Clock clock;

    ReminderLetters(
            JdbcClient database,
            Decisions decisions,
            Plans plans,
            NumberRegister register,
            PdfPapers papers,
            Signing signing,
            StoredFiles files,
            Mails mails,
            PlanHistory history,
            Directory directory,
            Clock clock) {
        this.database = database;
        this.decisions = decisions;
        this.plans = plans;
        this.register = register;
        this.papers = papers;
        this.signing = signing;
        this.files = files;
        this.mails = mails;
        this.history = history;
        this.directory = directory;
        this.clock = clock;
    }

    /** Once, however often it runs: number, paper and mail are written in one transaction; the outbox sends. */
    @Transactional
    void issue(String id) {
        var question = decisions.get(id);
        if (question.document() != null) {
            return;
        }
        var debt = decisions.owed(question.debt()).debt();
        var plan = plans.get(Objects.requireNonNull(debt.plan()));
        var owed = Sentences.of("owed." + debt.kind());
        var signer = directory.official(Objects.requireNonNull(question.decidedBy()));
        var issuer = directory.committee();
        var today = LocalDate.now(clock);
        var subject = Sentences.of("reminderLetter.subject", debt.what());
        var code = register.registerNext(issuer.code(), Series.CV, id, today, subject, signer.login());
        var paper = new Paper(
                Kind.LETTER,
                Letterhead.of(issuer, directory),
                code,
                today,
                today.getYear(),
                subject.replaceFirst("^V/v ", ""),
                debt.unitName(),
                List.of(),
                text(question, debt, plan, owed),
                List.of(),
                List.of(new Paragraph(Sentences.of("reminderLetter.asks", issuer.name(), debt.unitName(), owed))),
                List.of(Sentences.of("paper.asAbove"), Sentences.of("paper.kept")),
                Signature.of(signer.committeeBlock(), signer.name()),
                null);
        var signed = signing.signIfPossible(papers.pdf(paper), signer.login(), signer.name(), issuer.code());
        var file = files.keepOwn(plan.id(), code.replace('/', '-') + ".pdf", "application/pdf", signed);
        database.sql("update deadline_decision set code = ?, document = ? where id = ?")
                .params(code, file.id(), id)
                .update();
        mails.post(directory.members(debt.unit()).stream()
                .map(reader -> new Letter(
                        "reminderLetter/" + id + "/" + reader.login(),
                        plan.id(),
                        reader.name(),
                        reader.email(),
                        Sentences.of("reminderLetter.mail", code, debt.what()),
                        List.of(Sentences.of(
                                "reminderLetter.body", signer.name(), debt.unitName(), debt.what(), plan.title())),
                        "/camunda/app/tasklist/default/",
                        Sentences.of("told.HOLDER", debt.unitName()),
                        file.id()))
                .toList());
        history.note(plan.id(), "reminderLetterIssued", code);
    }

    private static List<Paragraph> text(Question question, Debt debt, Plan plan, String owed) {
        var text = new ArrayList<Paragraph>();
        text.add(new Paragraph(Sentences.of(
                "reminderLetter.missing",
                plan.title(),
                debt.unitName(),
                debt.what(),
                Entries.print(Objects.requireNonNull(debt.lastDay())),
                owed)));
        if (question.remark() != null) {
            text.addAll(Paper.paragraphs(question.remark()));
        }
        return text;
    }
}
