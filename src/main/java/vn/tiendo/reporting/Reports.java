package vn.tiendo.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.calendar.DeadlineChanges;
import vn.tiendo.deadline.Deadline;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
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
            id, plan, round, unit, answerable, asked_on, last_day, due_time, state, nil, content, difficulties, proposals,
            explanation, handed_in_by, handed_in_at, first_handed_in_at, climbed_until""";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final PeriodicReport process;
    private final List<ReportWatcher> watchers;
    private final DeadlineChanges changes;
    private final FormInputs inputs;
    private final StoredFiles files;
    private final Figures figures;
    private final PlanHistory history;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    Reports(
            JdbcClient database,
            JdbcTemplate batches,
            PeriodicReport process,
            @Lazy List<ReportWatcher> watchers,
            DeadlineChanges changes,
            FormInputs inputs,
            StoredFiles files,
            Figures figures,
            PlanHistory history,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.database = database;
        this.batches = batches;
        this.process = process;
        this.watchers = watchers;
        this.changes = changes;
        this.inputs = inputs;
        this.files = files;
        this.figures = figures;
        this.history = history;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    /** @throws NotFound if there is none */
    public Report get(String id) {
        return find(id).orElseThrow(() -> new NotFound("report " + id));
    }

    Optional<Report> find(String id) {
        return database.sql("select " + COLUMNS + " from report where id = ?")
                .param(id)
                .query(Report.class)
                .optional();
    }

    public List<Report> ofRound(String round) {
        return database.sql("select " + COLUMNS + " from report where round = ? order by id")
                .param(round)
                .query(Report.class)
                .list();
    }

    boolean allAccepted(String round) {
        return database.sql("select not exists (select from report where round = ? and state <> 'ACCEPTED')")
                .param(round)
                .query(Boolean.class)
                .single();
    }

    /** All reports of a plan by their round. */
    public Map<String, List<Report>> ofPlan(String plan) {
        return database
                .sql("select " + COLUMNS + " from report where plan = ? order by id")
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

    /** Code of the report that a unit owes in a round. */
    static String code(String round, String unit) {
        return round + "-" + unit;
    }

    void ask(Round round, Collection<String> units) {
        var now = OffsetDateTime.now(clock);
        batches.batchUpdate("""
                insert into report (id, plan, round, unit, answerable, asked_on, last_day, due_time, state, climbed_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'ASKED', ?)""", units, 500, (s, unit) -> {
            s.setString(1, code(round.id(), unit));
            s.setString(2, round.plan());
            s.setString(3, round.id());
            s.setString(4, unit);
            s.setString(5, unit);
            s.setObject(6, now.atZoneSameInstant(OfficeTime.ZONE).toLocalDate());
            s.setObject(7, round.lastDay());
            s.setObject(8, round.dueTime());
            s.setObject(9, now);
        });
    }

    /** @throws Refusal if somebody else's unit owes it, the text is missing, or an ordered one is late without an explanation */
    @Transactional
    void handIn(String id) {
        var report = get(id);
        var me = current.get();
        if (!me.unit().equals(report.answerable())) {
            throw Refusal.because("report.otherUnit");
        }
        var input = inputs.take(id, "handInReport", Input.class);
        var nil = Boolean.TRUE.equals(input.nil());
        var now = OffsetDateTime.now(clock);
        var late = report.isLate(report.firstHandedInAt() == null ? now : report.firstHandedInAt());
        var explanation = Entries.optionalText("explanation", "field.explanation", input.explanation(), 5_000);
        if (late && explanation == null && mustExplain(report)) {
            throw Refusal.of("explanation", "report.lateNeedsExplanation", Entries.print(report.lastDay()));
        }
        var handedIn = database.sql("""
                        update report set state = 'HANDED_IN', nil = :nil, content = :content, difficulties = :difficulties,
                            proposals = :proposals, explanation = :explanation, handed_in_by = :by, handed_in_at = :now,
                            first_handed_in_at = coalesce(first_handed_in_at, :now)
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
                .param("now", now)
                .param("id", id)
                .update();
        if (handedIn == 0) {
            throw Refusal.because("plan.wrongStatus", id);
        }
        attach(report, input);
        figures.record(report, nil, input.figures());
        watchers.forEach(watcher -> watcher.settled(id));
        history.note(report.plan(), "reportHandedIn", report.unit());
    }

    /** A body that is only asked for its report owes nobody a reason. */
    boolean mustExplain(Report report) {
        return directory.unit(report.answerable()).isOrdered();
    }

    private void attach(Report report, Input input) {
        var attached = input.files() == null
                ? List.<UUID>of()
                : input.files().stream().map(Attachment::id).distinct().toList();
        files.takeInto(report.plan(), attached);
        if (report.handedInAt() != null) {
            // returned or withdrawn: what it has now takes the place of what it had
            database.sql("delete from report_file where report = ?")
                    .param(report.id())
                    .update();
        }
        if (!attached.isEmpty()) {
            database.sql(
                            "insert into report_file (report, file) select :report, id from stored_file where id in (:files)")
                    .param("report", report.id())
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
        var judgement = inputs.take(id, "acceptReport", Judgement.class);
        var decision = new Decision(judgement.verdict(), judgement.remark()).among(Verdict.APPROVED, Verdict.RETURNED);
        var verdict = decision.given();
        var newDay = Entries.optionalDate("newDay", "field.newDay", judgement.newDay());
        become(id, verdict == Verdict.APPROVED ? Report.State.ACCEPTED : Report.State.RETURNED, Report.State.HANDED_IN);
        history.remark(id, "acceptReport", verdict.name(), decision.remark());
        history.note(report.plan(), "acceptReport." + verdict, report.unit());
        if (verdict == Verdict.RETURNED && newDay != null) {
            move(report, newDay, DeadlineChanges.Cause.RETURN, decision.remark());
        }
        return verdict;
    }

    /** The unit takes its report back as long as the office has not judged it. */
    @Transactional
    public void withdraw(String id) {
        var report = get(id);
        if (!current.get().unit().equals(report.answerable())) {
            throw Refusal.because("report.otherUnit");
        }
        become(id, Report.State.ASKED, Report.State.HANDED_IN);
        database.sql("update report set first_handed_in_at = null where id = ?")
                .param(id)
                .update();
        if (!process.withdrawn(id)) {
            throw Refusal.because("report.judgedMeanwhile");
        }
        history.note(report.plan(), "reportWithdrawn", report.unit());
    }

    /**
     * Sets a later deadline for one unit: row, task and timers together.
     *
     * @throws Refusal if the day is not after the one in force, or past
     */
    @Transactional
    public void move(String id, LocalDate newDay, DeadlineChanges.Cause cause, @Nullable String reason) {
        move(get(id), newDay, cause, reason);
    }

    private void move(Report report, LocalDate newDay, DeadlineChanges.Cause cause, @Nullable String reason) {
        refuseUnlessLater(report, "newDay", newDay);
        var due = Deadline.endOf(newDay);
        changes.note(
                report.id(),
                Sentences.of("report.deadline"),
                Deadline.endOf(report.lastDay()).toInstant(),
                due.toInstant(),
                cause,
                reason);
        changes.follow(report.id(), cause, reason, () -> {
            database.sql("update report set last_day = ?, due_time = null, first_handed_in_at = null where id = ?")
                    .params(newDay, report.id())
                    .update();
            process.due(report.id(), due);
        });
        history.note(report.plan(), "deadlineMoved", report.unit());
    }

    /** @throws Refusal at {@code field} if nothing is owed, or the day is not after the one in force, or past */
    public void refuseUnlessLater(Report report, String field, LocalDate newDay) {
        if (report.state() == Report.State.ACCEPTED || report.state() == Report.State.MISSING) {
            throw Refusal.because("report.notOwed");
        }
        if (!newDay.isAfter(report.lastDay())) {
            throw Refusal.of(field, "deadline.notLater", Entries.print(newDay), Entries.print(report.lastDay()));
        }
        if (newDay.isBefore(LocalDate.now(clock))) {
            throw Refusal.of(field, "deadline.past", Entries.print(newDay));
        }
    }

    /** Open reports of a unit that has ended go to the one that follows it. @return how many */
    @Transactional
    public int handOver(Unit from, Unit to) {
        var open = database.sql(
                        "select " + COLUMNS
                                + " from report where answerable = ? and state not in ('ACCEPTED', 'MISSING') order by id for update")
                .param(from.code())
                .query(Report.class)
                .list();
        database.sql("update report set answerable = ? where answerable = ? and state not in ('ACCEPTED', 'MISSING')")
                .params(to.code(), from.code())
                .update();
        for (var report : open) {
            process.handOver(report.id(), from.code(), to.code(), ReportDebts.relation(to));
            watchers.forEach(watcher -> watcher.handedOver(report.id(), to));
            history.note(report.plan(), "reportHandedOver", Sentences.of("report.handedOver", from.name(), to.name()));
        }
        return open.size();
    }

    /** A report that is in stays what it is, accepted or not; only one that never came is missing. */
    @Transactional
    void miss(String id) {
        var missing = database.sql("update report set state = 'MISSING' where id = ? and state = 'ASKED'")
                .param(id)
                .update();
        if (missing == 1) {
            var report = get(id);
            watchers.forEach(watcher -> watcher.settled(id));
            history.note(report.plan(), "reportMissing", report.unit());
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

    /** Rungs of the ladder up to this moment were told. */
    void told(String id, Instant until) {
        database.sql("update report set climbed_until = ? where id = ?")
                .params(until.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    record Judgement(
            @Nullable Verdict verdict,
            @Nullable String remark,
            @Nullable String newDay) {}

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
