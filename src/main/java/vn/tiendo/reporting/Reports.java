package vn.tiendo.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Decision;
import vn.tiendo.form.Decision.Verdict;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.PlanHistory;

/** The units' reports: asked for, handed in, accepted, returned or missing. */
@Component
public class Reports {

    private static final String COLUMNS = """
            id, round, unit, asked_on, last_day, state, nil, content, difficulties, proposals, explanation, handed_in_by,
            handed_in_at""";

    private final JdbcClient database;
    private final FormInputs inputs;
    private final StoredFiles files;
    private final Figures figures;
    private final PlanHistory history;
    private final CurrentOfficial current;
    private final Clock clock;

    Reports(
            JdbcClient database,
            FormInputs inputs,
            StoredFiles files,
            Figures figures,
            PlanHistory history,
            CurrentOfficial current,
            Clock clock) {
        this.database = database;
        this.inputs = inputs;
        this.files = files;
        this.figures = figures;
        this.history = history;
        this.current = current;
        this.clock = clock;
    }

    /** @throws NotFound if there is none */
    public Report get(String id) {
        return database.sql("select " + COLUMNS + " from report where id = ?")
                .param(id)
                .query(Report.class)
                .optional()
                .orElseThrow(() -> new NotFound("report " + id));
    }

    public List<Report> ofRound(String round) {
        return database.sql("select " + COLUMNS + " from report where round = ? order by id")
                .param(round)
                .query(Report.class)
                .list();
    }

    /** All reports of a plan by their round. */
    public Map<String, List<Report>> ofPlan(String plan) {
        return database
                .sql("select " + COLUMNS
                        + " from report where round in (select id from report_round where plan = ?) order by id")
                .param(plan)
                .query(Report.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Report::round));
    }

    public List<Drafts.FileLine> filesOf(String report) {
        return database.sql("""
                        select f.id, f.name, f.type, f.size, 'DRAFT' as purpose
                        from report_file r join stored_file f on f.id = r.file where r.report = ? order by f.uploaded_at, f.id""").param(report).query(Drafts.FileLine.class).list();
    }

    String ask(Round round, String unit, LocalDate today) {
        var id = round.id() + "-" + unit;
        database.sql(
                        "insert into report (id, round, unit, answerable, asked_on, last_day, state) values (?, ?, ?, ?, ?, ?, 'ASKED')")
                .params(id, round.id(), unit, unit, today, round.lastDay())
                .update();
        return id;
    }

    /** @throws Refusal if somebody else's unit owes it, the text is missing, or it is late without an explanation */
    @Transactional
    void handIn(String id) {
        var report = get(id);
        var me = current.get();
        if (!me.unit().equals(report.unit())) {
            throw Refusal.because("report.otherUnit");
        }
        var input = inputs.take(id, "handInReport", Input.class);
        var nil = Boolean.TRUE.equals(input.nil());
        var late = LocalDate.now(clock).isAfter(report.lastDay());
        var explanation = Entries.optionalText("explanation", "field.explanation", input.explanation(), 5_000);
        if (late && explanation == null) {
            throw Refusal.of("explanation", "report.lateNeedsExplanation", Entries.print(report.lastDay()));
        }
        var handedIn = database.sql("""
                        update report set state = 'HANDED_IN', nil = :nil, content = :content, difficulties = :difficulties,
                            proposals = :proposals, explanation = :explanation, handed_in_by = :by, handed_in_at = :now
                        where id = :id and state in ('ASKED', 'RETURNED')""")
                .param("nil", nil)
                .param(
                        "content",
                        nil
                                ? Entries.optionalText("content", "field.report", input.content(), 200_000)
                                : Entries.text("content", "field.report", input.content(), 200_000))
                .param(
                        "difficulties",
                        Entries.optionalText("difficulties", "field.difficulties", input.difficulties(), 50_000))
                .param("proposals", Entries.optionalText("proposals", "field.proposals", input.proposals(), 50_000))
                .param("explanation", explanation)
                .param("by", me.login())
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
        if (handedIn == 0) {
            throw Refusal.because("plan.wrongStatus", id);
        }
        var plan = planOf(report);
        attach(id, plan, input);
        figures.record(report, nil, input.figures());
        history.note(plan, "reportHandedIn", report.unit());
    }

    private void attach(String id, String plan, Input input) {
        var attached = input.files() == null
                ? List.<UUID>of()
                : input.files().stream().map(Attachment::id).distinct().toList();
        files.takeInto(plan, attached);
        database.sql("delete from report_file where report = ?").param(id).update();
        if (!attached.isEmpty()) {
            database.sql(
                            "insert into report_file (report, file) select :report, id from stored_file where id in (:files)")
                    .param("report", id)
                    .param("files", attached)
                    .update();
        }
    }

    /** Nobody accepts the report he handed in himself. */
    @Transactional
    Verdict judge(String id) {
        var report = get(id);
        var me = current.get();
        if (!me.groups().contains("office")) {
            throw Refusal.because("review.notOffice");
        }
        if (me.login().equals(report.handedInBy())) {
            throw Refusal.because("report.ownReport");
        }
        var decision = inputs.take(id, "acceptReport", Decision.class).among(Verdict.APPROVED, Verdict.RETURNED);
        var verdict = decision.given();
        become(id, verdict == Verdict.APPROVED ? Report.State.ACCEPTED : Report.State.RETURNED, Report.State.HANDED_IN);
        history.remark(id, "acceptReport", verdict.name(), decision.remark());
        history.note(planOf(report), "acceptReport." + verdict, report.unit());
        return verdict;
    }

    /** A report that is in stays what it is, accepted or not; only one that never came is missing. */
    @Transactional
    void miss(String id) {
        var missing = database.sql("update report set state = 'MISSING' where id = ? and state = 'ASKED'")
                .param(id)
                .update();
        if (missing == 1) {
            var report = get(id);
            history.note(planOf(report), "reportMissing", report.unit());
        }
    }

    private void become(String id, Report.State state, Report.State... from) {
        var moved = database.sql("update report set state = :state where id = :id and state in (:from)")
                .param("state", state.name())
                .param("id", id)
                .param("from", Arrays.stream(from).map(Enum::name).toList())
                .update();
        if (moved == 0) {
            throw Refusal.because("plan.wrongStatus", id);
        }
    }

    private String planOf(Report report) {
        return database.sql("select plan from report_round where id = ?")
                .param(report.round())
                .query(String.class)
                .single();
    }

    record Attachment(UUID id) {}

    record Input(
            @Nullable Boolean nil,
            @Nullable String content,
            @Nullable String difficulties,
            @Nullable String proposals,
            @Nullable String explanation,
            @Nullable List<Figures.Input> figures,
            @Nullable List<Attachment> files) {}
}
