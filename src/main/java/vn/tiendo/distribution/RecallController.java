package vn.tiendo.distribution;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.engine.Refusal;

/** The form on a plan's page with which the clerk takes the plan back. */
@Controller
class RecallController {

    private final Recalling recalling;

    RecallController(Recalling recalling) {
        this.recalling = recalling;
    }

    @PostMapping("/ke-hoach/{id}/thu-hoi")
    String recall(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String replacement,
            RedirectAttributes answer) {
        try {
            recalling.recall(id, reason, replacement);
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
        }
        return "redirect:/ke-hoach/{id}#noi-nhan";
    }
}
