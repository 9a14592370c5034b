package vn.tiendo.assignment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.calendar.DeadlineChanges;
import vn.tiendo.deadline.Debt;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Decision;
import vn.tiendo.form.Decision.Verdict;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.plan.PlanHistory;

/** A unit takes its task on or objects, tells how it goes and hands in what came of it; the office judges both. */
@Component
class CarryingOut {

    private final JdbcClient database;
    private final Assignments assignments;
    private final AssignmentDebts debts;
    private final FormInputs inputs;
    private final StoredFiles files;
    private final PlanHistory history;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    CarryingOut(
            JdbcClient database,
            Assignments assignments,
            AssignmentDebts debts,
            FormInputs inputs,
            StoredFiles files,
            PlanHistory history,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.database = database;
        this.assignments = assignments;
        this.debts = debts;
        this.inputs = inputs;
        this.files = files;
        this.history = history;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    /** @throws Refusal if it is another unit's, or an objection gives no reason */
    @Transactional
    Answer answer(String id) {
        var assignment = own(id);
        var input = inputs.take(id, "answerAssignment", AnswerInput.class);
        if (input.verdict() == null) {
            throw Refusal.of("verdict", "form.noVerdict");
        }
        if (input.verdict() == Answer.OBJECTED) {
            Entries.text("remark", "field.objection", input.remark(), 5_000);
        }
        assignments.become(
                id,
                input.verdict() == Answer.ACCEPTED ? Assignment.State.ACCEPTED : Assignment.State.OBJECTED,
                Assignment.State.GIVEN);
        database.sql("update assignment set work_plan = ? where id = ?")
                .params(Entries.optionalText("workPlan", "field.workPlan", input.workPlan(), 50_000), id)
                .update();
        note(assignment, "answerAssignment", input.verdict(), input.remark());
        return input.verdict();
    }

    /** What the office makes of an objection: the unit it stays with or goes to is asked again. */
    @Transactional
    Settled decideObjection(String id) {
        var assignment = assignments.get(id);
        office();
        var input = inputs.take(id, "decideObjection", ObjectionInput.class);
        var verdict = input.verdict();
        if (verdict == null) {
            throw Refusal.of("verdict", "form.noVerdict");
        }
        Entries.text("remark", "field.reason", input.remark(), 5_000);
        var unit = directory.unit(assignment.answerable());
        if (verdict == Objection.MOVED) {
            unit = otherUnit(assignment, input.unit());
            assignments.giveTo(assignment, unit);
        }
        assignments.become(
                id,
                verdict == Objection.WITHDRAWN ? Assignment.State.WITHDRAWN : Assignment.State.GIVEN,
                Assignment.State.OBJECTED);
        if (verdict == Objection.WITHDRAWN) {
            assignments.settled(id);
        }
        note(assignment, "decideObjection", verdict, input.remark());
        return new Settled(verdict, unit.code(), Assignments.relation(assignment.kind(), unit));
    }

    private Unit otherUnit(Assignment assignment, @Nullable String code) {
        if (code == null || code.isBlank()) {
            throw Refusal.of("unit", "assignment.noOtherUnit");
        }
        var unit = directory.unit(code);
        var taken = assignments.ofPlan(assignment.plan()).stream()
                .anyMatch(other -> other.task() == assignment.task()
                        && (other.answerable().equals(code) || other.unit().equals(code)));
        if (taken || !unit.existsOn(java.time.LocalDate.now(clock))) {
            throw Refusal.of("unit", "assignment.cannotMove", unit.name());
        }
        return unit;
    }

    /** How it goes, as often as the unit likes; the task stays open. */
    @Transactional
    void tell(String id, ProgressInput input) {
        var assignment = own(id);
        if (assignment.state() != Assignment.State.ACCEPTED && assignment.state() != Assignment.State.RETURNED) {
            throw Refusal.because("plan.wrongStatus", id);
        }
        var percent = Entries.number("percent", "field.percent", input.percent());
        if (percent.scale() > 0 || percent.intValue() > 100) {
            throw Refusal.of("percent", "assignment.badPercent", Entries.print(percent));
        }
        var words = Entries.text("progress", "field.progress", input.progress(), 20_000);
        var difficulties = Entries.optionalText("difficulties", "field.difficulties", input.difficulties(), 20_000);
        database.sql("update assignment set percent = ?, progress = ?, difficulties = ? where id = ?")
                .params(percent.intValue(), words, difficulties, id)
                .update();
        database.sql("""
                        insert into assignment_progress (assignment, at, author, percent, progress, difficulties)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(id, OffsetDateTime.now(clock), current.login(), percent.intValue(), words, difficulties)
                .update();
        history.note(assignment.plan(), "assignmentProgress", assignment.answerable());
    }

    /** @throws Refusal if it is another unit's, the result is missing, or an ordered one is late without an explanation */
    @Transactional
    void handIn(String id) {
        var assignment = own(id);
        var input = inputs.take(id, "carryOutAssignment", ResultInput.class);
        var now = OffsetDateTime.now(clock);
        var explanation = Entries.optionalText("explanation", "field.explanation", input.explanation(), 5_000);
        if (explanation == null && mustExplain(assignment)) {
            throw Refusal.of("explanation", "assignment.lateNeedsExplanation");
        }
        assignments.become(id, Assignment.State.HANDED_IN, Assignment.State.ACCEPTED, Assignment.State.RETURNED);
        database.sql("""
                        update assignment set percent = 100, result = :result, difficulties = :difficulties,
                            explanation = :explanation, handed_in_by = :by, handed_in_at = :now,
                            first_handed_in_at = coalesce(first_handed_in_at, :now)
                        where id = :id""")
                .param("result", Entries.text("result", "field.result", input.result(), 100_000))
                .param(
                        "difficulties",
                        Entries.optionalText("difficulties", "field.difficulties", input.difficulties(), 20_000))
                .param("explanation", explanation)
                .param("by", current.login())
                .param("now", now)
                .param("id", id)
                .update();
        attach(assignment, input.files());
        assignments.settled(id);
        history.note(assignment.plan(), "assignmentHandedIn", assignment.answerable());
    }

    /** A body that is only asked owes nobody a reason. */
    boolean mustExplain(Assignment assignment) {
        return assignment.lateBy(OffsetDateTime.now(clock))
                && Assignments.relation(assignment.kind(), directory.unit(assignment.answerable()))
                        == Debt.Relation.ORDER;
    }

    private void attach(Assignment assignment, @Nullable List<Attachment> attachments) {
        var attached = attachments == null
                ? List.<UUID>of()
                : attachments.stream().map(Attachment::id).distinct().toList();
        files.takeInto(assignment.plan(), attached);
        database.sql("delete from assignment_file where assignment = ?")
                .param(assignment.id())
                .update();
        if (!attached.isEmpty()) {
            database.sql("""
                            insert into assignment_file (assignment, file)
                            select :assignment, id from stored_file where id in (:files)""")
                    .param("assignment", assignment.id())
                    .param("files", attached)
                    .update();
        }
    }

    /** Nobody verifies the result he handed in himself. */
    @Transactional
    Verdict verify(String id) {
        var assignment = assignments.get(id);
        office();
        if (current.login().equals(assignment.handedInBy())) {
            throw Refusal.because("assignment.ownResult");
        }
        var input = inputs.take(id, "verifyResult", Judgement.class);
        var verdict = new Decision(input.verdict(), input.remark())
                .among(Verdict.APPROVED, Verdict.RETURNED)
                .given();
        var newDay = Entries.optionalDate("newDay", "field.newDay", input.newDay());
        assignments.become(
                id,
                verdict == Verdict.APPROVED ? Assignment.State.DONE : Assignment.State.RETURNED,
                Assignment.State.HANDED_IN);
        note(assignment, "verifyResult", verdict, input.remark());
        if (verdict == Verdict.RETURNED && newDay != null) {
            debts.move(id, newDay, DeadlineChanges.Cause.RETURN, input.remark());
        }
        return verdict;
    }

    private Assignment own(String id) {
        var assignment = assignments.get(id);
        if (!current.get().isOf(assignment.answerable())) {
            throw Refusal.because("assignment.otherUnit");
        }
        return assignment;
    }

    private void office() {
        if (!current.get().groups().contains("office")) {
            throw Refusal.because("review.notOffice");
        }
    }

    private void note(Assignment assignment, String step, Enum<?> verdict, @Nullable String remark) {
        history.remark(assignment.id(), step, verdict.name(), remark);
        history.note(assignment.plan(), step + "." + verdict, assignment.answerable());
    }

    enum Answer {
        ACCEPTED,
        OBJECTED
    }

    enum Objection {
        KEPT,
        MOVED,
        WITHDRAWN
    }

    record Settled(Objection verdict, String unit, Debt.Relation relation) {}

    record AnswerInput(
            @Nullable Answer verdict,
            @Nullable String remark,
            @Nullable String workPlan) {}

    record ObjectionInput(
            @Nullable Objection verdict,
            @Nullable String remark,
            @Nullable String unit) {}

    record ProgressInput(
            @Nullable String percent,
            @Nullable String progress,
            @Nullable String difficulties) {}

    record ResultInput(
            @Nullable String result,
            @Nullable String difficulties,
            @Nullable String explanation,
            @Nullable List<Attachment> files) {}

    record Attachment(UUID id) {}

    record Judgement(
            @Nullable Verdict verdict,
            @Nullable String remark,
            @Nullable String newDay) {}
}
