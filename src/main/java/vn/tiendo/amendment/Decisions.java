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
import vn.tiendo.reporting.Report;
import vn.tiendo.reporting.ReportDeadlines;
import vn.tiendo.reporting.ReportWatcher;
import vn.tiendo.reporting.Reports;

/** A unit asks for more time, or is long overdue; the leader in charge decides, and the unit learns it. */
@Component
class Decisions implements ReportWatcher {

    private final JdbcClient database;
    private final Reports reports;
    private final ReportDeadlines deadlines;
    private final DeadlineDecision process;
    private final FormInputs inputs;
    private final PlanHistory history;
    private final Notices notices;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    Decisions(
            JdbcClient database,
            Reports reports,
            ReportDeadlines deadlines,
            DeadlineDecision process,
            FormInputs inputs,
            PlanHistory history,
            Notices notices,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.database = database;
        this.reports = reports;
        this.deadlines = deadlines;
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

    List<Question> of(String report) {
        return database.sql("select * from deadline_decision where report = ? order by asked_at, id")
                .param(report)
                .query(Question.class)
                .list();
    }

    /** @throws Refusal if it is not this person's report, nothing is owed, or the day is not later */
    @Transactional
    void askExtension(String id, @Nullable String wantedDay, @Nullable String why) {
        var report = reports.get(id);
        if (!current.get().isOf(report.answerable())) {
            throw Refusal.because("report.otherUnit");
        }
        var wanted = Entries.date("wanted", "field.newDay", wantedDay);
        var reason = Entries.text("reason", "field.reason", why, 5_000);
        deadlines.refuseUnlessLater(report, "wanted", wanted);
        if (!ask(report, Matter.EXTENSION, wanted, reason)) {
            throw Refusal.because("extension.alreadyAsked");
        }
        history.note(
                report.plan(),
                "extensionAsked",
                directory.unit(report.answerable()).name());
    }

    @Override
    @Transactional
    public void longOverdue(Report report) {
        ask(report, Matter.OVERDUE, null, null);
    }

    private boolean ask(Report report, Matter matter, @Nullable LocalDate wanted, @Nullable String reason) {
        var id = "%s-Q%d".formatted(report.id(), of(report.id()).size() + 1);
        var isNew = database.sql("""
                        insert into deadline_decision (id, report, matter, asked_by, asked_at, wanted, reason)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        id,
                        report.id(),
                        matter.name(),
                        matter == Matter.EXTENSION ? current.login() : null,
                        OffsetDateTime.now(clock),
                        wanted,
                        reason)
                .update();
        if (isNew == 1) {
            process.start(id, report.plan(), report.answerable(), matter);
        }
        return isNew == 1;
    }

    @Override
    @Transactional
    public void settled(String report) {
        database.sql("update deadline_decision set answer = 'LAPSED' where report = ? and answer is null returning id")
                .param(report)
                .query(String.class)
                .list()
                .forEach(process::reportArrived);
    }

    /** The open question goes to whoever is in charge of the unit that owes the report now. */
    @Override
    @Transactional
    public void handedOver(String report, Unit to) {
        var leaders = directory.viceChairsOver(to.code()).stream()
                .map(Official::login)
                .toList();
        database.sql("select id from deadline_decision where report = ? and answer is null")
                .param(report)
                .query(String.class)
                .list()
                .forEach(question -> process.handOver(question, to.code(), leaders));
    }

    /** @throws Refusal if this person is not in charge, or the day granted is not later */
    @Transactional
    void decideExtension(String id) {
        var question = get(id);
        var report = reports.get(question.report());
        refuseUnlessInCharge(report);
        var input = inputs.take(id, "decideExtension", Input.class);
        if (input.answer() == Answer.GRANTED) {
            var day = Entries.optionalDate("newDay", "field.newDay", input.newDay());
            grant(question, report, day == null ? Objects.requireNonNull(question.wanted()) : day, input.remark());
        } else if (input.answer() == Answer.REFUSED) {
            answer(question, report, Answer.REFUSED, null, needed(input.remark()));
        } else {
            throw Refusal.of("answer", "form.noVerdict");
        }
    }

    /** @throws Refusal if this person is not in charge, or what is needed for the answer is missing */
    @Transactional
    Answer decideOverdue(String id) {
        var question = get(id);
        var report = reports.get(question.report());
        refuseUnlessInCharge(report);
        var input = inputs.take(id, "decideOverdue", Input.class);
        var answer = input.answer() == null ? Answer.LAPSED : input.answer();
        switch (answer) {
            case GRANTED ->
                grant(question, report, Entries.date("newDay", "field.newDay", input.newDay()), input.remark());
            case REMINDED, EXPLAIN -> answer(question, report, answer, null, input.remark());
            default -> throw Refusal.of("answer", "form.noVerdict");
        }
        return answer;
    }

    private void refuseUnlessInCharge(Report report) {
        if (!directory.viceChairsOver(report.answerable()).contains(current.get())) {
            throw Refusal.because("extension.notInCharge");
        }
    }

    private static String needed(@Nullable String remark) {
        return Entries.text("remark", "field.reason", remark, 5_000);
    }

    private void grant(Question question, Report report, LocalDate day, @Nullable String remark) {
        deadlines.move(
                report.id(),
                day,
                DeadlineChanges.Cause.EXTENSION,
                question.reason() == null ? remark : question.reason());
        answer(question, report, Answer.GRANTED, day, remark);
    }

    private void answer(
            Question question, Report report, Answer answer, @Nullable LocalDate day, @Nullable String remark) {
        var answered = database.sql("""
                        update deadline_decision set answer = ?, new_day = ?, remark = ?, decided_by = ?, decided_at = ?
                        where id = ? and answer is null""")
                .params(answer.name(), day, remark, current.login(), OffsetDateTime.now(clock), question.id())
                .update();
        if (answered == 0) {
            throw Refusal.because("plan.wrongStatus", question.id());
        }
        history.note(
                report.plan(),
                "deadlineDecision." + answer,
                directory.unit(report.answerable()).name());
        if (answer != Answer.REMINDED) {
            tell(question, report, answer, day, remark);
        }
    }

    private void tell(
            Question question, Report report, Answer answer, @Nullable LocalDate day, @Nullable String remark) {
        var unit = directory.unit(report.answerable());
        var paragraphs = new ArrayList<String>();
        paragraphs.add(Sentences.of(
                "answer." + answer,
                unit.name(),
                Entries.print(report.lastDay()),
                day == null ? "" : Entries.print(day)));
        if (remark != null && !remark.isBlank()) {
            paragraphs.add(Sentences.of("extension.remark", remark));
        }
        notices.post(directory.members(unit.code()).stream()
                .map(reader -> new Notices.Notice(
                        reader.login(),
                        new Letter(
                                "decision/" + question.id() + "/" + reader.login(),
                                report.plan(),
                                reader.name(),
                                reader.email(),
                                Sentences.of("answered." + answer, report.plan()),
                                paragraphs,
                                "/camunda/app/tasklist/default/",
                                Sentences.of("told.HOLDER", unit.name()),
                                null),
                        true))
                .toList());
    }

    record Input(
            @Nullable Answer answer,
            @Nullable String newDay,
            @Nullable String remark) {}
}
