package vn.tiendo.dashboard;

import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.distribution.Deliveries;
import vn.tiendo.plan.PlanAccess;
import vn.tiendo.plan.PlanFile;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.reporting.Reports;
import vn.tiendo.reporting.Rounds;
import vn.tiendo.scoring.Assessments;

/** Kế hoạch: the list of plans this person may read, and one plan's file. */
@Controller
class PlanPages {

    private final PlanAccess access;
    private final PlanFile file;
    private final PlanHistory history;
    private final Deliveries deliveries;
    private final Rounds rounds;
    private final Reports reports;
    private final Assessments assessments;
    private final Directory directory;
    private final CurrentOfficial current;

    PlanPages(
            PlanAccess access,
            PlanFile file,
            PlanHistory history,
            Deliveries deliveries,
            Rounds rounds,
            Reports reports,
            Assessments assessments,
            Directory directory,
            CurrentOfficial current) {
        this.access = access;
        this.file = file;
        this.history = history;
        this.deliveries = deliveries;
        this.rounds = rounds;
        this.reports = reports;
        this.assessments = assessments;
        this.directory = directory;
        this.current = current;
    }

    @GetMapping("/ke-hoach")
    String list(Model model) {
        model.addAttribute("plans", access.readable());
        return "ke-hoach";
    }

    @GetMapping("/ke-hoach/{id}")
    String one(@PathVariable String id, Model model) {
        var plan = access.readable(id);
        model.addAttribute("plan", plan);
        model.addAttribute("file", file.of(plan));
        model.addAttribute("events", history.events(id));
        model.addAttribute("deliveries", deliveries.ofPlan(id));
        var me = current.get();
        model.addAttribute(
                "rounds",
                rounds.ofPlan(id).stream()
                        .map(round -> me.seesAllReports() ? round : round.asOthersSeeIt())
                        .toList());
        var own = reports.ofPlan(id);
        own.replaceAll((round, all) -> all.stream()
                .filter(report -> me.seesAllReports() || report.unit().equals(me.unit()))
                .toList());
        model.addAttribute("reports", own);
        model.addAttribute(
                "assessments",
                assessments.ofPlan(id).stream()
                        .filter(assessment ->
                                me.seesAllReports() || assessment.unit().equals(me.unit()))
                        .map(assessment -> me.seesAllReports() ? assessment : assessment.asTheUnitSeesIt())
                        .toList());
        model.addAttribute("units", directory.units().stream().collect(Collectors.toMap(Unit::code, Unit::name)));
        return "ho-so";
    }
}
