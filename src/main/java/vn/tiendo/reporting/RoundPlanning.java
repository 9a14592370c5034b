package vn.tiendo.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.calendar.BeforeReading;
import vn.tiendo.calendar.WorkingCalendar;
import vn.tiendo.deadline.Deadline;
import vn.tiendo.directory.Directory;
import vn.tiendo.plan.AssessmentPlanner;
import vn.tiendo.plan.Draft;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.Plans;
import vn.tiendo.plan.ReportingDuty;

/** Rounds come to be: those of a plan when it is issued or a duty gets its date, one more when somebody asks. */
@Component
public class RoundPlanning {

    /** A round opens so many calendar days before its last permitted day. */
    private static final int OPENS_DAYS_BEFORE = 20;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Rounds rounds;
    private final Plans plans;
    private final Drafts drafts;
    private final ReportRound process;
    private final AssessmentPlanner assessments;
    private final Directory directory;
    private final WorkingCalendar calendar;
    private final Clock clock;

    RoundPlanning(
            JdbcClient database,
            JdbcTemplate batches,
            Rounds rounds,
            Plans plans,
            Drafts drafts,
            ReportRound process,
            AssessmentPlanner assessments,
            Directory directory,
            WorkingCalendar calendar,
            Clock clock) {
        this.database = database;
        this.batches = batches;
        this.rounds = rounds;
        this.plans = plans;
        this.drafts = drafts;
        this.process = process;
        this.assessments = assessments;
        this.directory = directory;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Plans a round for every dated term that has none yet. */
    @Transactional
    public Planned plan(String id) {
        var plan = plans.get(id);
        plans.lock(id);
        var before = rounds.ofPlan(id);
        var duties = drafts.duties(id);
        var reading = calendar.readingOf(directory.committee().code());
        var added = new ArrayList<Dated>();
        for (var duty : duties) {
            if (duty.mergedInto() == null) {
                duty.terms().stream()
                        .filter(term -> term.date() != null)
                        .filter(term -> before.stream().noneMatch(round -> round.isOf(duty, term)))
                        .map(term -> new Dated(duty, term, reading))
                        .forEach(added::add);
            }
        }
        added.stream()
                .filter(dated -> dated.duty().isSelfAssessment())
                .forEach(dated -> assessments.plan(plan, Deadline.morningOf(opening(dated.lastDay()))));
        added.removeIf(dated -> dated.duty().isSelfAssessment());
        insert(plan, added, before.size());
        rounds.ofPlan(id).stream()
                .filter(round -> !before.contains(round))
                .forEach(round -> start(round, plan, Deadline.morningOf(round.opensOn())));
        var planned = before.size() + added.size();
        return planned == 0
                        || duties.stream().anyMatch(duty -> duty.awaitsDate() || duty.isSelfAssessment())
                        || drafts.assignments(id).stream().anyMatch(Draft.Assignment::isCarriedOut)
                ? Planned.NO_ROUNDS
                : Planned.ROUNDS;
    }

    private void insert(Plan plan, List<Dated> terms, int before) {
        var now = OffsetDateTime.now(clock);
        var number = new AtomicInteger(before);
        batches.batchUpdate("""
                insert into report_round (id, plan, duty, term, name, label, opens_on, last_day, cut_off, office_last_day,
                    superior_last_day, state, climbed_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?)""", terms, 100, (s, dated) -> {
            s.setString(1, code(plan.id(), number.incrementAndGet()));
            s.setString(2, plan.id());
            s.setInt(3, dated.duty().position());
            s.setInt(4, dated.term().number());
            s.setString(5, dated.duty().name());
            s.setString(6, dated.term().label());
            s.setObject(7, opening(dated.lastDay()));
            s.setObject(8, dated.lastDay());
            s.setObject(9, dated.term().cutOff());
            s.setObject(10, dated.last(dated.term().officeDate()));
            s.setObject(11, dated.last(dated.term().superiorDate()));
            s.setObject(12, now);
        });
    }

    /** A term with its date, read as the issuer means it. */
    private record Dated(ReportingDuty duty, ReportingDuty.Term term, BeforeReading reading) {

        LocalDate lastDay() {
            return Objects.requireNonNull(last(term.date()));
        }

        @Nullable
        LocalDate last(@Nullable LocalDate date) {
            return duty.lastPermittedDay(date, reading);
        }
    }

    /** Twenty days ahead; a deadline that is nearer opens at once. */
    private LocalDate opening(LocalDate last) {
        var today = LocalDate.now(clock);
        var opens = last.minusDays(OPENS_DAYS_BEFORE);
        return opens.isBefore(today) ? today : opens;
    }

    private static String code(String plan, int number) {
        return "%s-K%02d".formatted(plan, number);
    }

    /** A leader or the office asks chosen units for a report by a day and, if he says so, an hour; it opens at once. */
    @Transactional
    public String ask(
            Plan plan,
            String name,
            String question,
            LocalDate day,
            @Nullable LocalTime time,
            List<String> units,
            String by) {
        plans.lock(plan.id());
        var id = code(plan.id(), rounds.ofPlan(plan.id()).size() + 1);
        database.sql("""
                        insert into report_round (id, plan, name, opens_on, last_day, due_time, question, asked_by, state, units,
                            climbed_until)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?, ?)""")
                .params(
                        id,
                        plan.id(),
                        name,
                        LocalDate.now(clock),
                        day,
                        time,
                        question,
                        by,
                        units.toArray(String[]::new),
                        OffsetDateTime.now(clock))
                .update();
        start(rounds.get(id), plan, Date.from(clock.instant()));
        return id;
    }

    private void start(Round round, Plan plan, Date opensAt) {
        process.start(
                round.id(),
                new ReportRound.Variables(
                        plan.id(),
                        Objects.requireNonNull(plan.signer()),
                        opensAt,
                        Deadline.endOf(round.lastDay()),
                        Deadline.endOf(rounds.consolidatedBy(round)),
                        null));
    }

    /**
     * What the gateway after {@code openRounds} asks for: the last of its rounds ends the plan, or the drafter does, because
     * there is none, a duty still waits for its date, units score themselves or have tasks to carry out.
     */
    public enum Planned {
        ROUNDS,
        NO_ROUNDS
    }
}
