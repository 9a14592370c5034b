package vn.tiendo.extraction;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tiendo.engine.Refusal;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.PlanAccess;

/** Last year's plan as a start for this year's. */
@RestController
class EarlierPlanController {

    private static final int SHOWN = 200;

    private final PlanAccess access;
    private final Drafts drafts;
    private final Repeals repeals;

    EarlierPlanController(PlanAccess access, Drafts drafts, Repeals repeals) {
        this.access = access;
        this.drafts = drafts;
        this.repeals = repeals;
    }

    /** The issued plans this person may read, the newest first. */
    @GetMapping("/api/plans/earlier")
    List<Choice> earlier() {
        return access.readable().stream()
                .filter(plan -> plan.status().isOfficial())
                .limit(SHOWN)
                .map(plan -> new Choice(plan.id(), plan.year(), plan.title()))
                .toList();
    }

    @GetMapping("/api/plans/{id}/next-year")
    NextYear.Start start(@PathVariable String id, @RequestParam(defaultValue = "0") int year) {
        Plan plan = access.readable(id);
        if (year < 2000 || year > 2199 || year == plan.year()) {
            throw Refusal.because("extract.badYear");
        }
        return new NextYear(plan.year(), year, repeals.all()).of(plan, drafts.of(id));
    }

    record Choice(String id, int year, String title) {}
}
