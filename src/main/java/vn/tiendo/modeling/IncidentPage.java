package vn.tiendo.modeling;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.engine.Refusal;

/** Mô hình: which steps have stopped and why; one of them or many try again. */
@Controller
class IncidentPage {

    private final Incidents incidents;

    IncidentPage(Incidents incidents) {
        this.incidents = incidents;
    }

    @GetMapping("/mo-hinh/su-co")
    String list(Model model) {
        model.addAttribute("incidents", incidents.all());
        return "su-co";
    }

    @PostMapping("/mo-hinh/su-co")
    String tryAgain(@RequestParam(defaultValue = "") List<String> job, RedirectAttributes answer) {
        try {
            answer.addFlashAttribute("triedAgain", incidents.tryAgain(job));
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
        }
        return "redirect:/mo-hinh/su-co";
    }
}
