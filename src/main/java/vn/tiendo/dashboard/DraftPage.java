package vn.tiendo.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tiendo.plan.DraftVersions;
import vn.tiendo.plan.PlanAccess;

/** So sánh dự thảo: what changed between two drafts of a plan, for those who work on drafts. */
@Controller
class DraftPage {

    private final PlanAccess access;
    private final DraftVersions versions;

    DraftPage(PlanAccess access, DraftVersions versions) {
        this.access = access;
        this.versions = versions;
    }

    /** Without a choice the last two. */
    @GetMapping("/ke-hoach/{id}/du-thao")
    String compare(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer older,
            @RequestParam(required = false) @Nullable Integer newer,
            Model model) {
        var plan = access.drafts(id);
        var all = versions.ofPlan(id);
        var last = newer == null ? all.size() : newer;
        var first = older == null ? Math.max(1, last - 1) : older;
        model.addAttribute("plan", plan);
        model.addAttribute("versions", all);
        model.addAttribute("older", first);
        model.addAttribute("newer", last);
        model.addAttribute("changes", all.isEmpty() ? List.of() : versions.compare(id, first, last));
        return "du-thao";
    }
}
