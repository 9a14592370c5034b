package vn.tiendo.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.deadline.Deadline;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.Plans;
import vn.tiendo.plan.ReportingDuty;

/** The rounds of each plan; a duty without date has none and stays listed as "chưa có hạn". */
@Component
public class Rounds {

    /** A round opens so many calendar days before its last permitted day. */
    private static final int OPENS_DAYS_BEFORE = 20;

    private final JdbcClient database;
    private final Plans plans;
    private final Drafts drafts;
    private final Reports reports;
    private final ReportRound process;
    private final PeriodicReport reportProcess;
    private final PlanHistory history;
    private final Clock clock;

    Rounds(
            JdbcClient database,
            Plans plans,
            Drafts drafts,
            Reports reports,
            ReportRound process,
            PeriodicReport reportProcess,
            PlanHistory history,
            Clock clock) {
        this.database = database;
        this.plans = plans;
        this.drafts = drafts;
        this.reports = reports;
        this.process = process;
        this.reportProcess = reportProcess;
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
        return database.sql("select * from report_round where id = ?")
                .param(id)
                .query(Round.class)
                .optional()
                .orElseThrow(() -> new NotFound("round " + id));
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

    /** Opens what has a date and no round yet; a term that got its date later takes the next free code. */
    @Transactional
    Planned plan(String id) {
        var plan = plans.get(id);
        var known = ofPlan(id);
        var number = known.size();
        for (var duty : drafts.duties(id)) {
            for (var term : duty.terms()) {
                if (term.date() != null && known.stream().noneMatch(round -> round.isOf(duty, term))) {
                    open(id, Objects.requireNonNull(plan.signer()), duty, term, ++number);
                }
            }
        }
        return number == 0 ? Planned.NO_ROUNDS : Planned.ROUNDS;
    }

    private void open(String plan, String signer, ReportingDuty duty, ReportingDuty.Term term, int number) {
        var id = "%s-K%02d".formatted(plan, number);
        var last = Objects.requireNonNull(duty.lastPermittedDay(term.date(), false));
        var opens = last.minusDays(OPENS_DAYS_BEFORE);
        var isNew = database.sql("""
                        insert into report_round (id, plan, duty, term, name, label, opens_on, last_day, state, recipient, via)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?, ?) on conflict do nothing""")
                .params(
                        id,
                        plan,
                        duty.position(),
                        term.number(),
                        duty.name(),
                        term.label(),
                        opens,
                        last,
                        duty.recipient(),
                        duty.channels().stream().findFirst().orElse(null))
                .update();
        if (isNew == 1) {
            process.start(
                    new ReportRound.Variables(id, plan, signer, Deadline.morningOf(opens), Deadline.endOf(last), null));
        }
    }

    /** Asks every reporting unit; asking again changes nothing. */
    @Transactional
    void open(String id) {
        var round = get(id);
        if (round.state() != Round.State.PLANNED) {
            return;
        }
        var duty = drafts.duties(round.plan()).get(Objects.requireNonNull(round.duty()) - 1);
        for (var unit : duty.reporters()) {
            var report = reports.ask(round, unit, LocalDate.now(clock));
            reportProcess.start(report, round.plan(), unit, Deadline.endOf(round.lastDay()));
        }
        become(id, Round.State.OPEN, Round.State.PLANNED);
        history.note(round.plan(), "roundOpened", round.name());
    }

    /** Two reports accepted at the same moment wait for each other here, so exactly the last one ends the gathering. */
    @Transactional
    void gather(String report) {
        var round = reports.get(report).round();
        database.sql("select id from report_round where id = ? for update")
                .param(round)
                .query(String.class)
                .single();
        if (reports.ofRound(round).stream().allMatch(r -> r.state() == Report.State.ACCEPTED)) {
            process.allReportsIn(round);
        }
    }

    /** Ends the round; units that still owe their report do so no longer. @return true if it was the plan's last one */
    @Transactional
    public boolean close(String id) {
        var round = get(id);
        plans.lock(round.plan());
        become(id, Round.State.CLOSED, Round.State.SENT);
        reports.ofRound(id).stream()
                .filter(report -> report.state() != Report.State.ACCEPTED)
                .forEach(report -> reportProcess.roundClosed(report.id()));
        history.note(round.plan(), "roundClosed", round.name());
        return ofPlan(round.plan()).stream().allMatch(r -> r.state() == Round.State.CLOSED);
    }

    /** What the gateway after {@code openRounds} asks for. */
    enum Planned {
        ROUNDS,
        NO_ROUNDS
    }
}
