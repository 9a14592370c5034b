package vn.tiendo.drafting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.PlanLifecycle;
import vn.tiendo.plan.Plans;

/** A unit proposes a plan with a Tờ trình. */
@Component
class Proposals {

    static final String STEP = "planProposed";
    /** Business key of a Tờ trình that has no plan yet. */
    static final String NONE_YET = "";

    private final FormInputs inputs;
    private final Plans plans;
    private final Drafts drafts;
    private final StoredFiles files;
    private final PlanHistory history;
    private final PlanLifecycle lifecycle;
    private final Directory directory;
    private final CurrentOfficial current;
    private final JdbcClient database;
    private final Clock clock;

    Proposals(
            FormInputs inputs,
            Plans plans,
            Drafts drafts,
            StoredFiles files,
            PlanHistory history,
            PlanLifecycle lifecycle,
            Directory directory,
            CurrentOfficial current,
            JdbcClient database,
            Clock clock) {
        this.inputs = inputs;
        this.plans = plans;
        this.drafts = drafts;
        this.files = files;
        this.history = history;
        this.lifecycle = lifecycle;
        this.directory = directory;
        this.current = current;
        this.database = database;
        this.clock = clock;
    }

    /** Starts the plan's life with what is typed; the process's first step records it in the same transaction. */
    @Transactional
    String propose(JsonNode content) {
        inputs.take(NONE_YET, STEP, JsonNode.class);
        var plan = plans.newId(LocalDate.now(clock).getYear());
        inputs.save(plan, STEP, content);
        var unit = content.path("unit").asText();
        var drafter = content.path("drafter").asText();
        lifecycle.start(plan, unit, drafter);
        return plan;
    }

    /** @throws Refusal if nobody handed in a Tờ trình for this plan, or it is incomplete */
    @Transactional
    void record(String plan) {
        var input = inputs.take(plan, STEP, ProposalInput.class);
        var me = current.get();
        var unit = directory.unit(Entries.text("unit", "field.unit", input.unit(), 60));
        var drafter = directory.official(Entries.text("drafter", "field.drafter", input.drafter(), 60));
        if (!drafter.unit().equals(unit.code()) || !directory.isInOffice(drafter.login())) {
            throw Refusal.of("drafter", "proposal.drafterElsewhere", drafter.name(), unit.name());
        }
        if (!me.isOf(unit.code()) && !me.groups().contains("office")) {
            throw Refusal.of("unit", "proposal.otherUnit", unit.name());
        }
        var date = Entries.date("proposalDate", "field.proposalDate", input.proposalDate());
        if (date.isAfter(LocalDate.now(clock))) {
            throw Refusal.of("proposalDate", "proposal.futureDate", Entries.print(date));
        }
        database.sql("""
                        insert into plan (id, status, proposal_number, proposal_date, proposal_unit, proposal_summary, proposed_by,
                            proposed_at, drafter, subject, year, content)
                        values (:id, 'DRAFTING', :number, :date, :unit, :summary, :by, :now, :drafter, :subject, :year, '')""")
                .param("id", plan)
                .param("number", Entries.text("proposalNumber", "field.proposalNumber", input.proposalNumber(), 60))
                .param("date", date)
                .param("unit", unit.code())
                .param("summary", Entries.text("summary", "field.summary", input.summary(), 20_000))
                .param("by", me.login())
                .param("now", OffsetDateTime.now(clock))
                .param("drafter", drafter.login())
                .param("subject", Entries.text("subject", "field.subject", input.subject(), 500))
                .param("year", LocalDate.now(clock).getYear())
                .update();
        var attached = ProposalInput.ids(input.files());
        files.takeInto(plan, attached);
        drafts.files(plan, Drafts.FilePurpose.PROPOSAL, attached);
        history.note(plan, "proposed", input.proposalNumber());
    }
}
