package vn.tiendo.amendment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.amendment.DeadlineDecision.Matter;
import vn.tiendo.amendment.Question.Answer;
import vn.tiendo.calendar.DeadlineChanges;
import vn.tiendo.deadline.Debt;
import vn.tiendo.deadline.DebtWatcher;
import vn.tiendo.deadline.MovableDebts;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.mail.Letter;
import vn.tiendo.mail.Notices;
import vn.tiendo.plan.PlanHistory;

/** A unit asks for more time, or is long overdue; the leader in charge decides, and the unit learns it. */
@Component
class Decisions implements DebtWatcher {

    private final JdbcClient database;
    private final List<MovableDebts> stages;
    private final DeadlineDecision process;
    private final FormInputs inputs;
    private final PlanHistory history;
    private final Notices notices;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    Decisions(
            JdbcClient database,
            List<MovableDebts> stages,
            DeadlineDecision process,
            FormInputs inputs,
            PlanHistory history,
            Notices notices,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.database = database;
        this.stages = stages;
        this.process = process;
        this.inputs = inputs;
        this.history = history;
        this.notices = notices;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    /** @throws NotFound if there is none */
    Question get(String id) {
        return database.sql("select * from deadline_decision where id = ?")
                .param(id)
                .query(Question.class)
                .optional()
                .orElseThrow(() -> new NotFound("decision " + id));
    }

    /** @throws NotFound if no stage knows it */
    Owed owed(String key) {
        return stages.stream()
                .flatMap(stage -> stage.find(key).map(debt -> new Owed(debt, stage)).stream())
                .findFirst()
                .orElseThrow(() -> new NotFound("debt " + key));
    }

    List<Question> of(String debt) {
        return database.sql("select * from deadline_decision where debt = ? order by asked_at, id")
                .param(debt)
                .query(Question.class)
                .list();
    }

    /** @throws Refusal if it is not this person's unit that owes it, nothing is owed, or the day is not later */
    @Transactional
    void askExtension(String id, @Nullable String wantedDay, @Nullable String why) {
        var owed = owed(id);
        var debt = owed.debt();
        if (!current.get().isOf(debt.unit())) {
            throw Refusal.because("extension.otherUnit");
        }
        var wanted = Entries.date("wanted", "field.newDay", wantedDay);
        var reason = Entries.text("reason", "field.reason", why, 5_000);
        owed.stage().refuseUnlessLater(id, "wanted", wanted);
        if (!ask(debt, Matter.EXTENSION, wanted, reason)) {
            throw Refusal.because("extension.alreadyAsked");
        }
        history.note(planOf(debt), "extensionAsked", debt.unitName());
    }

    @Override
    @Transactional
    public void longOverdue(String key) {
        ask(owed(key).debt(), Matter.OVERDUE, null, null);
    }

    private boolean ask(Debt debt, Matter matter, @Nullable LocalDate wanted, @Nullable String reason) {
        var id = "%s-Q%d".formatted(debt.key(), of(debt.key()).size() + 1);
        var isNew = database.sql("""
                        insert into deadline_decision (id, debt, matter, asked_by, asked_at, wanted, reason)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        id,
                        debt.key(),
                        matter.name(),
                        matter == Matter.EXTENSION ? current.login() : null,
                        OffsetDateTime.now(clock),
                        wanted,
                        reason)
                .update();
        if (isNew == 1) {
            process.start(id, planOf(debt), debt.unit(), matter);
        }
        return isNew == 1;
    }

    @Override
    @Transactional
    public void settled(String key) {
        database.sql("update deadline_decision set answer = 'LAPSED' where debt = ? and answer is null returning id")
                .param(key)
                .query(String.class)
                .list()
                .forEach(process::reportArrived);
    }

    /** The open question goes to whoever is in charge of the unit that owes it now. */
    @Override
    @Transactional
    public void handedOver(String key, Unit to) {
        var leaders = directory.viceChairsOver(to.code()).stream()
                .map(Official::login)
                .toList();
        database.sql("select id from deadline_decision where debt = ? and answer is null")
                .param(key)
                .query(String.class)
                .list()
                .forEach(question -> process.handOver(question, to.code(), leaders));
    }

    /** @throws Refusal if this person is not in charge, or the day granted is not later */
    @Transactional
    void decideExtension(String id) {
        var question = get(id);
        var owed = owed(question.debt());
        refuseUnlessInCharge(owed.debt());
        var input = inputs.take(id, "decideExtension", Input.class);
        if (input.answer() == Answer.GRANTED) {
            var day = Entries.optionalDate("newDay", "field.newDay", input.newDay());
            grant(question, owed, day == null ? Objects.requireNonNull(question.wanted()) : day, input.remark());
        } else if (input.answer() == Answer.REFUSED) {
            answer(question, owed.debt(), Answer.REFUSED, null, needed(input.remark()));
        } else {
            throw Refusal.of("answer", "form.noVerdict");
        }
    }

    /** @throws Refusal if this person is not in charge, or what is needed for the answer is missing */
    @Transactional
    Answer decideOverdue(String id) {
        var question = get(id);
        var owed = owed(question.debt());
        refuseUnlessInCharge(owed.debt());
        var input = inputs.take(id, "decideOverdue", Input.class);
        var answer = input.answer() == null ? Answer.LAPSED : input.answer();
        switch (answer) {
            case GRANTED ->
                grant(question, owed, Entries.date("newDay", "field.newDay", input.newDay()), input.remark());
            case REMINDED, EXPLAIN -> answer(question, owed.debt(), answer, null, input.remark());
            default -> throw Refusal.of("answer", "form.noVerdict");
        }
        return answer;
    }

    private void refuseUnlessInCharge(Debt debt) {
        var me = current.get();
        if (directory.viceChairsOver(debt.unit()).stream().noneMatch(leader -> me.signsAs(leader.login()))) {
            throw Refusal.because("extension.notInCharge");
        }
    }

    private static String needed(@Nullable String remark) {
        return Entries.text("remark", "field.reason", remark, 5_000);
    }

    private void grant(Question question, Owed owed, LocalDate day, @Nullable String remark) {
        owed.stage()
                .move(
                        question.debt(),
                        day,
                        DeadlineChanges.Cause.EXTENSION,
                        question.reason() == null ? remark : question.reason());
        answer(question, owed.debt(), Answer.GRANTED, day, remark);
    }

    private void answer(Question question, Debt debt, Answer answer, @Nullable LocalDate day, @Nullable String remark) {
        var answered = database.sql("""
                        update deadline_decision set answer = ?, new_day = ?, remark = ?, decided_by = ?, decided_at = ?
                        where id = ? and answer is null""")
                .params(answer.name(), day, remark, current.login(), OffsetDateTime.now(clock), question.id())
                .update();
        if (answered == 0) {
            throw Refusal.because("plan.wrongStatus", question.id());
        }
        history.note(planOf(debt), "deadlineDecision." + answer, debt.unitName());
        if (answer != Answer.REMINDED) {
            tell(question, debt, answer, day, remark);
        }
    }

    private void tell(Question question, Debt debt, Answer answer, @Nullable LocalDate day, @Nullable String remark) {
        var owed = Sentences.of("owed." + debt.kind());
        var paragraphs = new ArrayList<String>();
        paragraphs.add(Sentences.of(
                "answer." + answer,
                debt.unitName(),
                debt.lastDay() == null ? Sentences.of("assignment.noDate") : Entries.print(debt.lastDay()),
                day == null ? "" : Entries.print(day),
                owed));
        if (remark != null && !remark.isBlank()) {
            paragraphs.add(Sentences.of("extension.remark", remark));
        }
        notices.post(directory.members(debt.unit()).stream()
                .map(reader -> new Notices.Notice(
                        reader.login(),
                        new Letter(
                                "decision/" + question.id() + "/" + reader.login(),
                                debt.plan(),
                                reader.name(),
                                reader.email(),
                                Sentences.of("answered." + answer, planOf(debt), owed),
                                paragraphs,
                                "/camunda/app/tasklist/default/",
                                Sentences.of("told.HOLDER", debt.unitName()),
                                null),
                        true))
                .toList());
    }

    private static String planOf(Debt debt) {
        return Objects.requireNonNull(debt.plan());
    }

    record Owed(Debt debt, MovableDebts stage) {}

    record Input(
            @Nullable Answer answer,
            @Nullable String newDay,
            @Nullable String remark) {}
}
