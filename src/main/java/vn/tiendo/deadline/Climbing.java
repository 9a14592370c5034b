package vn.tiendo.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.calendar.WorkingCalendar;
import vn.tiendo.deadline.Ladder.Reached;
import vn.tiendo.deadline.Rung.Audience;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.Sentences;
import vn.tiendo.mail.Letter;
import vn.tiendo.mail.Notices;

/** Tells people what the ladder says; each letter names what is due, when, from where, and why this person gets it. */
@Component
class Climbing {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final List<Debts> stages;
    private final Ladder ladder;
    private final Directory directory;
    private final Notices notices;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Climbing(
            List<Debts> stages,
            Ladder ladder,
            Directory directory,
            Notices notices,
            WorkingCalendar calendar,
            Clock clock) {
        this.stages = stages;
        this.ladder = ladder;
        this.directory = directory;
        this.notices = notices;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Also what was reached while the system stood still: each audience hears the last of it, nobody all of it. */
    @Transactional
    void climb(String key) {
        for (var stage : stages) {
            stage.find(key).ifPresent(debt -> climb(stage, debt));
        }
    }

    private void climb(Debts stage, Debt debt) {
        if (debt.lastDay() == null) {
            return;
        }
        var now = clock.instant();
        var reached = ladder.reached(debt.kind().name(), debt.relation().name(), debt.lastDay(), debt.toldUntil(), now);
        stage.told(debt.key(), now);
        if (!debt.open()) {
            return;
        }
        tell(debt, reached);
        if (reached.stream().anyMatch(it -> it.rung().isTask())) {
            stage.askLeader(debt.key());
        }
    }

    private void tell(Debt debt, List<Reached> reached) {
        var last = new EnumMap<Audience, Reached>(Audience.class);
        reached.stream()
                .filter(it -> it.rung().isMail())
                .forEach(it -> last.put(it.rung().audience(), it));
        // who is told twice hears it from the higher place
        Map<Official, Reached> readers = new LinkedHashMap<>();
        last.forEach((audience, it) -> readers(debt, audience).forEach(reader -> readers.put(reader, it)));
        notices.post(readers.entrySet().stream()
                .map(told -> notice(debt, told.getKey(), told.getValue()))
                .toList());
    }

    private Collection<Official> readers(Debt debt, Audience audience) {
        return switch (audience) {
            case HOLDER -> debt.holders();
            case UNIT_HEAD -> directory.headsOf(debt.unit());
            case OFFICE_HEAD -> directory.in(Position.OFFICE_HEAD);
            case VICE_CHAIR -> directory.viceChairsOver(debt.unit());
            case CHAIR -> directory.in(Position.CHAIR);
        };
    }

    private Notices.Notice notice(Debt debt, Official reader, Reached reached) {
        var rung = reached.rung();
        var holder = rung.audience() == Audience.HOLDER;
        var due = DAY.format(Objects.requireNonNull(debt.lastDay()));
        return new Notices.Notice(
                reader.login(),
                new Letter(
                        String.join("/", "ladder", debt.key(), reached.moment().toString(), reader.login()),
                        debt.plan(),
                        reader.name(),
                        reader.email(),
                        subject(debt, holder),
                        List.of(
                                Sentences.of("ladder.body", debt.unitName(), debt.what(), due),
                                debt.source(),
                                Sentences.of("tone." + rung.tone())),
                        "/camunda/app/tasklist/default/",
                        holder && debt.relation() == Debt.Relation.REQUEST
                                ? Sentences.of("ladder.requested", debt.unitName(), owed(debt))
                                : Sentences.of("told." + rung.audience(), debt.unitName()),
                        null),
                debt.relation() == Debt.Relation.ORDER && rung.offset() >= 0 || rung.tone() == Rung.Tone.URGENT);
    }

    private static String owed(Debt debt) {
        return Sentences.of("owed." + debt.kind());
    }

    private String subject(Debt debt, boolean holder) {
        var what = holder ? debt.what() : Sentences.of("ladder.whatOfUnit", debt.what(), debt.unitName());
        var today = LocalDate.now(clock);
        var days = calendar.days();
        var lastDay = Objects.requireNonNull(debt.lastDay());
        if (today.isAfter(lastDay) && debt.relation() == Debt.Relation.REQUEST) {
            return Sentences.of("ladder.askedAgain", what, owed(debt));
        }
        if (today.isAfter(lastDay)) {
            return Sentences.of("ladder.late", Math.max(1, days.between(lastDay, today)), what);
        }
        var left = days.between(today, lastDay);
        return left == 0 ? Sentences.of("ladder.lastDay", what) : Sentences.of("ladder.left", left, what);
    }
}
