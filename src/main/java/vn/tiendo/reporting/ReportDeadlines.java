package vn.tiendo.reporting;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.calendar.DeadlineChanges;
import vn.tiendo.deadline.Deadline;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.plan.PlanHistory;

/** A unit gets a later day for one report: row, task and timers together. */
@Component
class ReportDeadlines {

    private final JdbcClient database;
    private final PeriodicReport process;
    private final DeadlineChanges changes;
    private final PlanHistory history;
    private final Clock clock;

    ReportDeadlines(
            JdbcClient database, PeriodicReport process, DeadlineChanges changes, PlanHistory history, Clock clock) {
        this.database = database;
        this.process = process;
        this.changes = changes;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Sets a later deadline for one unit: row, task and timers together.
     *
     * @throws Refusal if the day is not after the one in force, or past
     */
    @Transactional
    void move(Report report, LocalDate newDay, DeadlineChanges.Cause cause, @Nullable String reason) {
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
    void refuseUnlessLater(Report report, String field, LocalDate newDay) {
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
}
