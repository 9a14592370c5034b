package vn.tiendo.reporting;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.calendar.DeadlineChanges;
import vn.tiendo.deadline.DebtWatcher;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Decision;
import vn.tiendo.form.Decision.Verdict;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.plan.PlanHistory;

/** Units hand in their reports and take them back, the office accepts or returns them. */
@Component
public class HandingIn {

    private final JdbcClient database;
    private final Reports reports;
    private final ReportDeadlines deadlines;
    private final PeriodicReport process;
    private final List<DebtWatcher> watchers;
    private final FormInputs inputs;
    private final StoredFiles files;
    private final Figures figures;
    private final PlanHistory history;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    HandingIn(
            JdbcClient database,
            Reports reports,
            ReportDeadlines deadlines,
            PeriodicReport process,
            @Lazy List<DebtWatcher> watchers,
            FormInputs inputs,
            StoredFiles files,
            Figures figures,
            PlanHistory history,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.database = database;
        this.reports = reports;
        this.deadlines = deadlines;
        this.process = process;
        this.watchers = watchers;
        this.inputs = inputs;
        this.files = files;
        this.figures = figures;
        this.history = history;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    /** @throws Refusal if somebody else's unit owes it, the text is missing, or an ordered one is late without an explanation */
    @Transactional
    void handIn(String id) {
        var report = reports.get(id);
        var me = current.get();
        if (!me.isOf(report.answerable())) {
            throw Refusal.because("report.otherUnit");
        }
        var input = inputs.take(id, "handInReport", Input.class);
        var nil = Boolean.TRUE.equals(input.nil());
        var now = OffsetDateTime.now(clock);
        var late = report.lateBy(now);
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
        var report = reports.get(id);
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
        reports.become(
                id,
                verdict == Verdict.APPROVED ? Report.State.ACCEPTED : Report.State.RETURNED,
                Report.State.HANDED_IN);
        history.remark(id, "acceptReport", verdict.name(), decision.remark());
        history.note(report.plan(), "acceptReport." + verdict, report.unit());
        if (verdict == Verdict.RETURNED && newDay != null) {
            deadlines.move(report, newDay, DeadlineChanges.Cause.RETURN, decision.remark());
        }
        return verdict;
    }

    /** The unit takes its report back as long as the office has not judged it. */
    @Transactional
    public void withdraw(String id) {
        var report = reports.get(id);
        if (!current.get().isOf(report.answerable())) {
            throw Refusal.because("report.otherUnit");
        }
        reports.become(id, Report.State.ASKED, Report.State.HANDED_IN);
        database.sql("update report set first_handed_in_at = null where id = ?")
                .param(id)
                .update();
        if (!process.withdrawn(id)) {
            throw Refusal.because("report.judgedMeanwhile");
        }
        history.note(report.plan(), "reportWithdrawn", report.unit());
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
