package vn.tiendo.dashboard;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.directory.Unit;
import vn.tiendo.distribution.Deliveries;
import vn.tiendo.distribution.Recalls;
import vn.tiendo.engine.Refusal;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.PlanAccess;
import vn.tiendo.plan.PlanFile;
import vn.tiendo.plan.TermInput;
import vn.tiendo.reporting.DutyTerms;
import vn.tiendo.reporting.Reports;
import vn.tiendo.reporting.Round;
import vn.tiendo.reporting.Rounds;
import vn.tiendo.scoring.Assessments;

/** Kế hoạch: the list of plans this person may read, and one plan's file. */
@Controller
class PlanPages {

    private final PlanAccess access;
    private final PlanFile file;
    private final Timeline timeline;
    private final Deliveries deliveries;
    private final Recalls recalls;
    private final Rounds rounds;
    private final DutyTerms terms;
    private final Drafts drafts;
    private final Reports reports;
    private final ReportLines lines;
    private final ReportPage page;
    private final Assessments assessments;
    private final AssignmentLines assignments;
    private final Authenticity authenticity;
    private final Directory directory;
    private final CurrentOfficial current;

    PlanPages(
            PlanAccess access,
            PlanFile file,
            Timeline timeline,
            Deliveries deliveries,
            Recalls recalls,
            Rounds rounds,
            DutyTerms terms,
            Drafts drafts,
            Reports reports,
            ReportLines lines,
            ReportPage page,
            Assessments assessments,
            AssignmentLines assignments,
            Authenticity authenticity,
            Directory directory,
            CurrentOfficial current) {
        this.access = access;
        this.file = file;
        this.timeline = timeline;
        this.deliveries = deliveries;
        this.recalls = recalls;
        this.rounds = rounds;
        this.terms = terms;
        this.drafts = drafts;
        this.reports = reports;
        this.lines = lines;
        this.page = page;
        this.assessments = assessments;
        this.assignments = assignments;
        this.authenticity = authenticity;
        this.directory = directory;
        this.current = current;
    }

    @GetMapping("/ke-hoach")
    String list(Model model) {
        model.addAttribute("plans", access.readable());
        model.addAttribute("withoutDeadline", drafts.withoutDeadline());
        return "ke-hoach";
    }

    @GetMapping("/ke-hoach/{id}")
    String one(@PathVariable String id, Model model) {
        var plan = access.readable(id);
        model.addAttribute("plan", plan);
        model.addAttribute("file", file.of(plan));
        model.addAttribute("events", timeline.of(plan));
        deliveries.seen(id, current.get().unit());
        model.addAttribute("deliveries", deliveries.ofPlan(id));
        var recall = recalls.find(id);
        model.addAttribute("recall", recall.orElse(null));
        model.addAttribute(
                "mayRecall",
                recall.isEmpty()
                        && plan.document() != null
                        && plan.status().isOfficial()
                        && current.get().isIn(Position.CLERK));
        model.addAttribute("mayTakeOut", access.mayTakeOut(plan));
        model.addAttribute("mayReadDrafts", access.mayReadDrafts(plan));
        var me = current.get();
        var all = rounds.ofPlan(id);
        model.addAttribute("rounds", all);
        model.addAttribute("consolidatedBy", all.stream().collect(Collectors.toMap(Round::id, rounds::consolidatedBy)));
        model.addAttribute(
                "office",
                directory.in(Position.OFFICE_HEAD).stream()
                        .findFirst()
                        .map(head -> directory.unit(head.unit()).name())
                        .orElse(null));
        model.addAttribute(
                "officials", directory.everybody().stream().collect(Collectors.toMap(Official::login, Official::name)));
        model.addAttribute("seesAll", me.seesAllReports());
        model.addAttribute("papers", authenticity.of(plan, me.seesAllReports()));
        var standings = lines.ofPlan(id, me);
        model.addAttribute("standings", standings);
        if (!me.seesAllReports()) {
            model.addAttribute(
                    "own",
                    standings.values().stream()
                            .flatMap(standing -> standing.lines().stream())
                            .collect(Collectors.groupingBy(
                                    ReportLines.Line::round,
                                    Collectors.mapping(
                                            line -> page.told(reports.get(line.id())), Collectors.toList()))));
        }
        model.addAttribute(
                "assessments",
                assessments.ofPlan(id).stream()
                        .filter(assessment -> me.seesAllReports() || me.isOf(assessment.unit()))
                        .map(assessment -> me.seesAllReports() ? assessment : assessment.asTheUnitSeesIt())
                        .toList());
        model.addAttribute("assignments", assignments.ofPlan(plan, me));
        model.addAttribute("units", directory.units().stream().collect(Collectors.toMap(Unit::code, Unit::name)));
        model.addAttribute("mayDate", terms.mayBeGiven(plan));
        return "ho-so";
    }

    @PostMapping("/ke-hoach/{id}/bao-cao/{duty:[0-9]+}")
    String giveDate(
            @PathVariable String id,
            @PathVariable int duty,
            @RequestParam(required = false) @Nullable Integer term,
            TermInput typed,
            RedirectAttributes answer) {
        try {
            terms.give(id, duty, term, typed);
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
            answer.addFlashAttribute("refused", new Refused(duty, term, typed));
        }
        return "redirect:/ke-hoach/{id}#bao-cao";
    }

    /** What was typed stays in its fields. */
    record Refused(int duty, @Nullable Integer term, TermInput typed) {}
}
