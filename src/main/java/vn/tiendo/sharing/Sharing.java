package vn.tiendo.sharing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.assignment.Assignment;
import vn.tiendo.assignment.Assignments;
import vn.tiendo.deadline.Deadline;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Unit;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.plan.PlanHistory;

/** The head gives parts of his unit's assignment to officials, the unit asks those it works with; both hand in or answer. */
@Component
class Sharing {

    /** Each is a case of its own; more than these are no parts of one task any more. */
    private static final int MOST = 50;

    private final Shares shares;
    private final Assignments assignments;
    private final WorkShare process;
    private final ShareLetters letters;
    private final FormInputs inputs;
    private final StoredFiles files;
    private final PlanHistory history;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    Sharing(
            Shares shares,
            Assignments assignments,
            WorkShare process,
            ShareLetters letters,
            FormInputs inputs,
            StoredFiles files,
            PlanHistory history,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.shares = shares;
        this.assignments = assignments;
        this.process = process;
        this.letters = letters;
        this.inputs = inputs;
        this.files = files;
        this.history = history;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    /** @throws Refusal if this is not the unit's head, or the person is not of his unit */
    @Transactional
    void giveToOfficial(String assignment, SplitInput input) {
        var owed = underWay(assignment);
        if (!current.get().leads(owed.answerable())) {
            throw Refusal.because("share.notHead");
        }
        var person = colleague(owed, input.person());
        give(
                owed,
                directory.unit(owed.answerable()),
                person.login(),
                Entries.text("work", "field.work", input.work(), 5_000),
                day(owed, "workUntil", "field.workUntil", input.workUntil()));
    }

    /** @throws Refusal if the unit does not take part in the task */
    @Transactional
    void askCoordinator(String assignment, AskInput input) {
        var owed = underWay(assignment);
        var unit = coordinators(owed).stream()
                .filter(one -> one.code().equals(input.coordinator()))
                .findFirst()
                .orElseThrow(() -> Refusal.of("coordinator", "share.noCoordinator"));
        give(
                owed,
                unit,
                null,
                Entries.text("question", "field.coordination", input.question(), 5_000),
                day(owed, "answerUntil", "field.answerUntil", input.answerUntil()));
    }

    /** Who takes part in the task beside the unit that answers for it, as they are called today. */
    List<Unit> coordinators(Assignment owed) {
        var codes = assignments.partnersOf(owed.plan()).stream()
                .filter(partner -> partner.task() == owed.task())
                .map(Assignments.Partner::unit)
                .toList();
        return directory.unitsBehind(codes, LocalDate.now(clock)).stream()
                .filter(unit -> !unit.code().equals(owed.answerable()))
                .toList();
    }

    /** Officials of the unit that may be given a part. */
    List<Official> colleagues(Assignment owed) {
        return directory.members(owed.answerable());
    }

    private Assignment underWay(String id) {
        var owed = assignments.get(id);
        if (!current.get().isOf(owed.answerable())) {
            throw Refusal.because("assignment.otherUnit");
        }
        if (owed.state() != Assignment.State.ACCEPTED && owed.state() != Assignment.State.RETURNED) {
            throw Refusal.because("share.notUnderWay");
        }
        return owed;
    }

    private Official colleague(Assignment owed, @Nullable String login) {
        if (login == null || login.isBlank()) {
            throw Refusal.of("person", "share.noPerson");
        }
        return colleagues(owed).stream()
                .filter(one -> one.login().equals(login))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        "person",
                        "share.notColleague",
                        directory.unit(owed.answerable()).name()));
    }

    private LocalDate day(Assignment owed, String field, String label, @Nullable String entry) {
        var day = Entries.date(field, label, entry);
        if (day.isBefore(LocalDate.now(clock))) {
            throw Refusal.of(field, "deadline.past", Entries.print(day));
        }
        if (owed.lastDay() != null && day.isAfter(owed.lastDay())) {
            throw Refusal.of(field, "share.afterUnit", Entries.print(day), Entries.print(owed.lastDay()));
        }
        return day;
    }

    private void give(Assignment owed, Unit unit, @Nullable String person, String work, LocalDate lastDay) {
        var given = shares.countLocked(owed.id());
        if (given == MOST) {
            throw Refusal.because("share.tooMany", MOST);
        }
        var now = OffsetDateTime.now(clock);
        var share = new Share(
                "%s-P%02d".formatted(owed.id(), given + 1),
                owed.id(),
                unit.code(),
                person,
                work,
                lastDay,
                Share.State.GIVEN,
                current.login(),
                now,
                null,
                null,
                null,
                now);
        shares.add(share);
        process.start(
                share.id(),
                owed.plan(),
                unit.code(),
                person,
                Assignments.relation(owed.kind(), unit),
                Deadline.endOf(lastDay));
        letters.post(share, owed, current.get());
        history.note(owed.plan(), "shareGiven", doer(share));
    }

    /** @throws Refusal if it is another unit's, the words are missing, or an official declines what his head gave him */
    @Transactional
    Share.State handIn(String id) {
        var share = shares.get(id);
        if (!current.get().isOf(share.unit())) {
            throw Refusal.because("share.otherUnit");
        }
        var input = inputs.take(id, "doShare", AnswerInput.class);
        var verdict = input.verdict();
        if (verdict != Share.State.HANDED_IN && verdict != Share.State.DECLINED) {
            throw Refusal.of("verdict", "form.noVerdict");
        }
        if (verdict == Share.State.DECLINED && share.person() != null) {
            throw Refusal.because("share.notDeclinable");
        }
        var answer = Entries.text(
                "answer",
                verdict == Share.State.DECLINED ? "field.declineReason" : "field.shareAnswer",
                input.answer(),
                50_000);
        var plan = assignments.get(share.assignment()).plan();
        var attached = input.files() == null
                ? List.<UUID>of()
                : input.files().stream().map(Attachment::id).distinct().toList();
        files.takeInto(plan, attached);
        shares.answer(id, verdict, answer, current.login(), OffsetDateTime.now(clock));
        shares.attach(id, attached);
        history.note(plan, "shareAnswered", doer(share));
        return verdict;
    }

    private String doer(Share share) {
        return share.person() == null
                ? share.unit()
                : directory.official(share.person()).name();
    }

    record SplitInput(
            @Nullable String person,
            @Nullable String work,
            @Nullable String workUntil) {}

    record AskInput(
            @Nullable String coordinator,
            @Nullable String question,
            @Nullable String answerUntil) {}

    record AnswerInput(
            Share.@Nullable State verdict,
            @Nullable String answer,
            @Nullable List<Attachment> files) {}

    record Attachment(UUID id) {}
}
