package vn.tiendo.dashboard;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.deadline.DeadlineHistory;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.PlanAccess;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.reporting.HandingIn;
import vn.tiendo.reporting.Report;
import vn.tiendo.reporting.Reports;
import vn.tiendo.reporting.Rounds;

/** One unit's report: what it says, its deadlines, what was decided about them; the unit may take it back here. */
@Controller
class ReportPage {

    private final JdbcClient database;
    private final Reports reports;
    private final HandingIn handingIn;
    private final Rounds rounds;
    private final PlanAccess access;
    private final PlanHistory history;
    private final DeadlineHistory deadlines;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    ReportPage(
            JdbcClient database,
            Reports reports,
            HandingIn handingIn,
            Rounds rounds,
            PlanAccess access,
            PlanHistory history,
            DeadlineHistory deadlines,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.database = database;
        this.reports = reports;
        this.handingIn = handingIn;
        this.rounds = rounds;
        this.access = access;
        this.history = history;
        this.deadlines = deadlines;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/bao-cao/{id}")
    String show(@PathVariable String id, Model model) {
        var report = readable(id);
        model.addAttribute("plan", access.readable(report.plan()));
        model.addAttribute("round", rounds.get(report.round()));
        model.addAttribute("told", told(report));
        model.addAttribute("units", directory.units().stream().collect(Collectors.toMap(Unit::code, Unit::name)));
        return "bao-cao";
    }

    @PostMapping("/bao-cao/{id}/rut-lai")
    String withdraw(@PathVariable String id, RedirectAttributes answer) {
        readable(id);
        try {
            handingIn.withdraw(id);
            answer.addFlashAttribute("withdrawn", true);
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
        }
        return "redirect:/bao-cao/{id}";
    }

    Report readable(String id) {
        var report = reports.get(id);
        access.readable(report.plan());
        var me = current.get();
        if (!me.seesAllReports() && !me.isOf(report.unit()) && !me.isOf(report.answerable())) {
            throw new NotFound("report " + id);
        }
        return report;
    }

    Told told(Report report) {
        return new Told(
                report,
                reports.filesOf(report.id()),
                deadlines.of(report.id(), Sentences.of("report.deadline")),
                database.sql("""
                        select d.matter, by.name as asked_by, to_char(d.asked_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY') as asked_on,
                            to_char(d.wanted, 'DD/MM/YYYY') as wanted, d.reason, d.answer, to_char(d.new_day, 'DD/MM/YYYY') as new_day,
                            d.remark, leader.name as decided_by,
                            to_char(d.decided_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY') as decided_on
                        from deadline_decision d left join official by on by.login = d.asked_by
                        left join official leader on leader.login = d.decided_by
                        where d.debt = ? order by d.asked_at, d.id""").param(report.id()).query(Decided.class).list(),
                history.remarks(report.id()),
                report.lateBy(OffsetDateTime.now(clock)),
                report.state() == Report.State.HANDED_IN
                        && report.answerable().equals(current.get().unit()));
    }

    /**
     * @param late handed in late, or not at all until now
     * @param withdrawable by the person who looks at it
     */
    record Told(
            Report report,
            List<Drafts.FileLine> files,
            List<DeadlineHistory.Change> changes,
            List<Decided> decisions,
            List<PlanHistory.Remark> remarks,
            boolean late,
            boolean withdrawable) {}

    /** Days as dd/MM/yyyy. */
    record Decided(
            String matter,
            @Nullable String askedBy,
            String askedOn,
            @Nullable String wanted,
            @Nullable String reason,
            @Nullable String answer,
            @Nullable String newDay,
            @Nullable String remark,
            @Nullable String decidedBy,
            @Nullable String decidedOn) {}
}
