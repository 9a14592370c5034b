package vn.tiendo.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;
import vn.tiendo.calendar.WorkingCalendar;
import vn.tiendo.calendar.WorkingDays;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.OncePerTransaction;
import vn.tiendo.engine.Privileged;
import vn.tiendo.engine.UsableInModels;

/** The reminder ladder: who is told how long before and after a deadline; its newest table counts from the next step on. */
@Component
public class Ladder {

    static final String TABLE = "reminderLadder";

    /** After the top there is nothing more to do; a timer must be given a date all the same. */
    private static final int REST_YEARS = 10;

    private final DecisionService decisions;
    private final WorkingCalendar calendar;
    private final Privileged privileged;
    private final OncePerTransaction memory;
    private final Clock clock;

    Ladder(
            DecisionService decisions,
            WorkingCalendar calendar,
            Privileged privileged,
            OncePerTransaction memory,
            Clock clock) {
        this.decisions = decisions;
        this.calendar = calendar;
        this.privileged = privileged;
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * Morning of the next rung after now.
     *
     * @param kind what is owed, as the table's first column names it
     * @param relation {@code ORDER}, or {@code REQUEST} to a body that is only asked
     * @param due lies in the last permitted day
     */
    @UsableInModels
    public Date next(String kind, String relation, Date due) {
        var lastDay = Deadline.day(due);
        var now = clock.instant();
        var steps = steps(kind, relation);
        var next = steps.rungs.stream()
                .flatMap(rung -> rung.days(lastDay, steps.calendar)
                        .map(Ladder::morning)
                        .filter(moment -> moment.isAfter(now))
                        .limit(1))
                .min(Comparator.naturalOrder())
                .orElseGet(
                        () -> now.atZone(OfficeTime.ZONE).plusYears(REST_YEARS).toInstant());
        return OfficeTime.asDate(next);
    }

    /** Rungs that were reached after {@code from} until and with {@code to}, in the order of their moments. */
    List<Reached> reached(String kind, String relation, LocalDate lastDay, Instant from, Instant to) {
        var steps = steps(kind, relation);
        return steps.rungs.stream()
                .flatMap(rung -> rung.days(lastDay, steps.calendar)
                        .map(Ladder::morning)
                        .takeWhile(moment -> !moment.isAfter(to))
                        .filter(moment -> moment.isAfter(from))
                        .map(moment -> new Reached(rung, moment)))
                .sorted(Comparator.comparing(Reached::moment))
                .toList();
    }

    private static Instant morning(LocalDate day) {
        return Deadline.morningOf(day).toInstant().truncatedTo(ChronoUnit.MINUTES);
    }

    /** Three hundred reports of one round are asked for in one transaction and stand on one ladder. */
    private Steps steps(String kind, String relation) {
        // the calendar may change in this very transaction
        return new Steps(memory.get(TABLE + "/" + kind + "/" + relation, () -> read(kind, relation)), calendar.days());
    }

    private List<Rung> read(String kind, String relation) {
        var rows = privileged.call(() -> decisions
                .evaluateDecisionTableByKey(TABLE)
                .variables(Map.of("kind", kind, "relation", relation))
                .evaluate());
        return rows.getResultList().stream().map(Ladder::rung).toList();
    }

    private static Rung rung(Map<String, Object> row) {
        return new Rung(
                ((Number) cell(row, "offset")).intValue(),
                ((Number) cell(row, "every")).intValue(),
                Rung.Audience.valueOf((String) cell(row, "audience")),
                Rung.Channel.valueOf((String) cell(row, "channel")),
                Rung.Tone.valueOf((String) cell(row, "tone")));
    }

    private static Object cell(Map<String, Object> row, String column) {
        return Objects.requireNonNull(row.get(column), () -> TABLE + " has a row without " + column);
    }

    private record Steps(List<Rung> rungs, WorkingDays calendar) {}

    /** A rung and the moment at which it was reached. */
    record Reached(Rung rung, Instant moment) {}
}
