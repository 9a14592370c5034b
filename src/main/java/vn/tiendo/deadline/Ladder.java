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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
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
    private final RepositoryService models;
    private final WorkingCalendar calendar;
    private final Privileged privileged;
    private final OncePerTransaction memory;
    private final Clock clock;

    private volatile Table table = new Table("", Map.of());

    Ladder(
            DecisionService decisions,
            RepositoryService models,
            WorkingCalendar calendar,
            Privileged privileged,
            OncePerTransaction memory,
            Clock clock) {
        this.decisions = decisions;
        this.models = models;
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
     * @param due lies in the last permitted day; null while there is none, and with it no rung
     */
    @UsableInModels
    public Date next(String kind, String relation, @Nullable Date due) {
        var now = clock.instant();
        if (due == null) {
            return rest(now);
        }
        var lastDay = Deadline.day(due);
        var steps = steps(kind, relation);
        var next = steps.rungs.stream()
                .flatMap(rung -> rung.days(lastDay, steps.calendar)
                        .map(Ladder::morning)
                        .filter(moment -> moment.isAfter(now))
                        .limit(1))
                .min(Comparator.naturalOrder());
        return next.map(OfficeTime::asDate).orElseGet(() -> rest(now));
    }

    private static Date rest(Instant now) {
        return OfficeTime.asDate(
                now.atZone(OfficeTime.ZONE).plusYears(REST_YEARS).toInstant());
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

    private Steps steps(String kind, String relation) {
        // the calendar may change in this very transaction
        return new Steps(table().rungs(kind, relation, this::read), calendar.days());
    }

    /** The newest table, asked for once in a transaction: three hundred reports of one round stand on one ladder. */
    private Table table() {
        var newest = memory.get(
                TABLE,
                () -> privileged.call(() -> models.createDecisionDefinitionQuery()
                        .decisionDefinitionKey(TABLE)
                        .latestVersion()
                        .singleResult()
                        .getId()));
        var read = table;
        if (!read.definition.equals(newest)) {
            read = new Table(newest, new ConcurrentHashMap<>());
            table = read;
        }
        return read;
    }

    private List<Rung> read(String definition, Owing owing) {
        var rows = privileged.call(() -> decisions
                .evaluateDecisionTableById(definition)
                .variables(Map.of("kind", owing.kind, "relation", owing.relation))
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

    /** One version of the table as far as it was read; its rows are literals, so the same question has the same answer. */
    private record Table(String definition, Map<Owing, List<Rung>> read) {

        List<Rung> rungs(String kind, String relation, BiFunction<String, Owing, List<Rung>> reader) {
            return read.computeIfAbsent(new Owing(kind, relation), owing -> reader.apply(definition, owing));
        }
    }

    private record Owing(String kind, String relation) {}

    private record Steps(List<Rung> rungs, WorkingDays calendar) {}

    /** A rung and the moment at which it was reached. */
    record Reached(Rung rung, Instant moment) {}
}
