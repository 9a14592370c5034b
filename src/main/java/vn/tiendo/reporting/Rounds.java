package vn.tiendo.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.calendar.WorkingCalendar;
import vn.tiendo.deadline.Deadline;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.Plans;
import vn.tiendo.plan.ReportingDuty;

/** The rounds of each plan; a duty without date has none and stays listed as "chưa có hạn". */
@Component
public class Rounds {

    /** Where the plan names no day, the consolidation is owed so many working days after the units' reports. */
    private static final int CONSOLIDATED_AFTER = 10;

    private final JdbcClient database;
    private final Plans plans;
    private final Drafts drafts;
    private final Reports reports;
    private final ReportRound process;
    private final PeriodicReport reportProcess;
    private final OpeningLetters letters;
    private final Directory directory;
    private final WorkingCalendar calendar;
    private final PlanHistory history;
    private final Clock clock;

    Rounds(
            JdbcClient database,
            Plans plans,
            Drafts drafts,
            Reports reports,
            ReportRound process,
            PeriodicReport reportProcess,
            OpeningLetters letters,
            Directory directory,
            WorkingCalendar calendar,
            PlanHistory history,
            Clock clock) {
        this.database = database;
        this.plans = plans;
        this.drafts = drafts;
        this.reports = reports;
        this.process = process;
        this.reportProcess = reportProcess;
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

    /** Who is to read the consolidation: whom the duty names, else whoever stands above; what a person asked for is for him. */
    public List<Unit> recipients(Round round) {
        var named = duty(round).map(ReportingDuty::recipients).orElse(List.of());
        var superior = directory.committee().parent();
        var codes = named.isEmpty() && superior != null && round.askedBy() == null ? List.of(superior) : named;
        return codes.stream().map(directory::unit).toList();
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
}
