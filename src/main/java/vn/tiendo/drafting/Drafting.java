package vn.tiendo.drafting;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.plan.DraftVersions;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.PlanPapers;
import vn.tiendo.plan.PlanStatus;
import vn.tiendo.plan.Plans;

/** The drafter hands in the draft; a returned one comes back the same way. */
@Component
class Drafting {

    private final FormInputs inputs;
    private final DraftCheck check;
    private final Plans plans;
    private final Drafts drafts;
    private final DraftVersions versions;
    private final PlanPapers papers;
    private final StoredFiles files;
    private final PlanHistory history;
    private final Directory directory;
    private final CurrentOfficial current;
    private final JdbcClient database;
    private final Clock clock;

    Drafting(
            FormInputs inputs,
            DraftCheck check,
            Plans plans,
            Drafts drafts,
            DraftVersions versions,
            PlanPapers papers,
            StoredFiles files,
            PlanHistory history,
            Directory directory,
            CurrentOfficial current,
            JdbcClient database,
            Clock clock) {
        this.inputs = inputs;
        this.check = check;
        this.plans = plans;
        this.drafts = drafts;
        this.versions = versions;
        this.papers = papers;
        this.files = files;
        this.history = history;
        this.directory = directory;
        this.current = current;
        this.database = database;
        this.clock = clock;
    }

    /** @throws Refusal if the draft lacks what a plan must have; then it stays with the drafter as typed */
    @Transactional
    Recorded record(String id) {
        var plan = plans.get(id);
        var me = current.get();
        if (!me.actsFor(plan.drafter())) {
            throw Refusal.because("draft.notDrafter");
        }
        var input = inputs.take(id, "draftPlan", DraftInput.class);
        var today = LocalDate.now(clock);
        var signer = signer(input);
        var year = year(input, today);
        var draft = check.read(input, year, today);
        database.sql("update plan set subject = ?, year = ?, content = ?, signer = ? where id = ?")
                .params(
                        Entries.text("subject", "field.subject", input.subject(), 500),
                        year,
                        Entries.text("content", "field.content", input.content(), 500_000),
                        signer,
                        id)
                .update();
        drafts.replace(id, draft);
        versions.keep(id, papers.plan(plans.get(id), draft));
        var attached = ProposalInput.ids(input.files());
        files.takeInto(id, attached);
        drafts.files(id, Drafts.FilePurpose.DRAFT, attached);
        var author = me.heads(plan.proposalUnit())
                        || directory.headsOf(plan.proposalUnit()).isEmpty()
                ? Author.HEAD
                : Author.OFFICIAL;
        plans.move(id, author == Author.HEAD ? PlanStatus.CHECKING : PlanStatus.REVIEWING, PlanStatus.DRAFTING);
        history.note(id, "drafted", null);
        return new Recorded(signer, author);
    }

    private String signer(DraftInput input) {
        var login = input.signer();
        if (login == null || login.isBlank()) {
            throw Refusal.of("signer", "draft.noSigner");
        }
        var signer = directory.official(login);
        if (signer.signatureBlock() == null || !directory.isInOffice(login)) {
            throw Refusal.of("signer", "draft.cannotSign", signer.name());
        }
        return signer.login();
    }

    private static int year(DraftInput input, LocalDate today) {
        var typed = Entries.text("year", "field.year", input.year(), 4);
        if (!typed.matches("\\d{4}") || Math.abs(Integer.parseInt(typed) - today.getYear()) > 1) {
            throw Refusal.of("year", "draft.badYear", typed);
        }
        return Integer.parseInt(typed);
    }

    /** Who wrote the draft decides who looks at it next. */
    enum Author {
        HEAD,
        OFFICIAL
    }

    record Recorded(String signer, Author author) {}
}
