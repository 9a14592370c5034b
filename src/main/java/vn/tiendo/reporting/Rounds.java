package vn.tiendo.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.plan.AssessmentPlanner;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.Plans;
import vn.tiendo.plan.ReportingDuty;

/** The rounds of each plan; a duty without date has none and stays listed as "chưa có hạn". */
@Component
public class Rounds {

    /** A round opens so many calendar days before its last permitted day. */
    private static final int OPENS_DAYS_BEFORE = 20;

    /** Where the plan names no day, the consolidation is owed so many working days after the units' reports. */
    private static final int CONSOLIDATED_AFTER = 10;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Plans plans;
    private final Drafts drafts;
    private final Reports reports;
    private final ReportRound process;
    private final PeriodicReport reportProcess;
    private final AssessmentPlanner assessments;
    private final OpeningLetters letters;
    private final Directory directory;
    private final WorkingCalendar calendar;
    private final PlanHistory history;
    private final Clock clock;

    Rounds(
            JdbcClient database,
            JdbcTemplate batches,
            Plans plans,
            Drafts drafts,
            Reports reports,
            ReportRound process,
            PeriodicReport reportProcess,
            AssessmentPlanner assessments,
            OpeningLetters letters,
            Directory directory,
            WorkingCalendar calendar,
            PlanHistory history,
            Clock clock) {
        this.database = database;
        this.batches = batches;
        this.plans = plans;
        this.drafts = drafts;
        this.reports = reports;
        this.process = process;
        this.reportProcess = reportProcess;
        this.assessments = assessments;
        this.letters = letters;
        this.directory = directory;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    public List<Round> ofPlan(String plan) {
        return database.sql("select * from report_round where plan = ? order by last_day, id")
                .param(plan)
                .query(Round.class)
                .list();
    }

    /** @throws NotFound if there is none */
    public Round get(String id) {
        return find(id).orElseThrow(() -> new NotFound("round " + id));
    }

    public Optional<Round> find(String id) {
        return database.sql("select * from report_round where id = ?")
                .param(id)
                .query(Round.class)
                .optional();
    }

    /** @throws Refusal if the round is in none of the states {@code from} */
    public void become(String id, Round.State state, Round.State... from) {
        var moved = database.sql("update report_round set state = :state where id = :id and state in (:from)")
                .param("state", state.name())
                .param("id", id)
                .param("from", Arrays.stream(from).map(Enum::name).toList())
                .update();
        if (moved == 0) {
            throw Refusal.because("plan.wrongStatus", id);
        }
    }

    /** Plans a round for every dated term that has none yet. */
    @Transactional
    public Planned plan(String id) {
        var plan = plans.get(id);
        plans.lock(id);
        var before = ofPlan(id);
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
        ofPlan(id).stream()
                .filter(round -> !before.contains(round))
                .forEach(round -> start(round, plan, Deadline.morningOf(round.opensOn())));
        var rounds = before.size() + added.size();
        return rounds == 0 || duties.stream().anyMatch(duty -> duty.awaitsDate() || duty.isSelfAssessment())
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
        var id = code(plan.id(), ofPlan(plan.id()).size() + 1);
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
        start(get(id), plan, Date.from(clock.instant()));
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
                        Deadline.endOf(consolidatedBy(round)),
                        null));
    }

    /** Last day for the consolidation: the office's own, else the superior's, else counted from the units' reports. */
    public LocalDate consolidatedBy(Round round) {
        if (round.officeLastDay() != null) {
            return round.officeLastDay();
        }
        return round.superiorLastDay() == null
                ? calendar.after(round.lastDay(), CONSOLIDATED_AFTER)
                : round.superiorLastDay();
    }

    /** Which sentence of which plan asks for the reports of a round. */
    public String source(Round round, Plan plan) {
        return round.question() == null
                ? Sentences.of("round.source", round.duty(), round.title(), plan.title())
                : Sentences.of(
                        "round.sourceAsked",
                        directory
                                .official(Objects.requireNonNull(round.askedBy()))
                                .name(),
                        round.question(),
                        plan.title());
    }

    /** Asks every unit that owes a report today; asking again changes nothing. */
    @Transactional
    void open(String id) {
        var round = get(id);
        if (round.state() != Round.State.PLANNED) {
            return;
        }
        var plan = plans.get(round.plan());
        var units = directory.unitsBehind(reporters(round), LocalDate.now(clock));
        reports.ask(round, units.stream().map(Unit::code).toList());
        var due = Deadline.endOf(round.lastDay());
        for (var unit : units) {
            reportProcess.start(Reports.code(id, unit.code()), plan.id(), unit.code(), ReportDebts.relation(unit), due);
        }
        letters.post(round, units, source(round, plan));
        become(id, Round.State.OPEN, Round.State.PLANNED);
        history.note(plan.id(), "roundOpened", round.title());
    }

    private Collection<String> reporters(Round round) {
        return duty(round)
                .map(ReportingDuty::reporters)
                .orElseGet(() -> database.sql("select unnest(units) from report_round where id = ?")
                        .param(round.id())
                        .query(String.class)
                        .list());
    }

    /** What the round is of; empty if somebody asked for it. */
    public Optional<ReportingDuty> duty(Round round) {
        return Optional.ofNullable(round.duty())
                .map(position -> drafts.duties(round.plan()).get(position - 1));
    }

    /** Two reports accepted at the same moment wait for each other here, so exactly the last one ends the gathering. */
    @Transactional
    void gather(String report) {
        var round = database.sql(
                        "select id from report_round where id = (select round from report where id = ?) for update")
                .param(report)
                .query(String.class)
                .single();
        if (reports.allAccepted(round)) {
            process.allReportsIn(round);
        }
    }

    /** Ends the round; units that still owe their report do so no longer. @return true if it was the plan's last one */
    @Transactional
    public boolean close(Round round) {
        plans.lock(round.plan());
        become(round.id(), Round.State.CLOSED, Round.State.SENT);
        reports.ofRound(round.id()).stream()
                .filter(report -> report.state() != Report.State.ACCEPTED)
                .forEach(report -> reportProcess.roundClosed(report.id()));
        history.note(round.plan(), "roundClosed", round.title());
        return ofPlan(round.plan()).stream().allMatch(r -> r.state() == Round.State.CLOSED);
    }

    /**
     * What the gateway after {@code openRounds} asks for: the last of its rounds ends the plan, or the drafter does, because
     * there is none, a duty still waits for its date, or units score themselves.
     */
    public enum Planned {
        ROUNDS,
        NO_ROUNDS
    }
}
