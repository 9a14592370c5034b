package vn.tiendo.extraction;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;

/** Hết hiệu lực, for administrators: documents no plan should rest on any more. */
@Controller
@RequestMapping("/het-hieu-luc")
class RepealPage {

    private static final int LONGEST = 300;

    private final Repeals repeals;

    RepealPage(Repeals repeals) {
        this.repeals = repeals;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("repeals", repeals.all());
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Typed.NOTHING);
        }
        return "het-hieu-luc";
    }

    @PostMapping
    String put(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String endedOn,
            @RequestParam(defaultValue = "") String replacedBy,
            @RequestParam(defaultValue = "") String source,
            RedirectAttributes answer) {
        var typed = new Typed(code.strip(), title.strip(), endedOn.strip(), replacedBy.strip(), source.strip());
        try {
            repeals.put(typed.read());
            answer.addFlashAttribute("changed", true);
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
            answer.addFlashAttribute("typed", typed);
        }
        return "redirect:/het-hieu-luc";
    }

    @PostMapping("/bo")
    String remove(@RequestParam(defaultValue = "") String code, RedirectAttributes answer) {
        repeals.remove(code);
        answer.addFlashAttribute("changed", true);
        return "redirect:/het-hieu-luc";
    }

    /** What was typed stays in its fields. */
    record Typed(String code, String title, String endedOn, String replacedBy, String source) {

        static final Typed NOTHING = new Typed("", "", "", "", "");

        Repeal read() {
            if (code.isEmpty()) {
                throw Refusal.because("repeal.noCode");
            }
            if (source.isEmpty()) {
                throw Refusal.because("repeal.noSource");
            }
            if (code.length() > LONGEST
                    || title.length() > LONGEST
                    || replacedBy.length() > LONGEST
                    || source.length() > LONGEST) {
                throw Refusal.because("repeal.tooLong");
            }
            var day = Entries.optionalDate("endedOn", "field.endedOn", endedOn);
            if (day == null) {
                throw Refusal.because("repeal.unknownEnd");
            }
            return new Repeal(code, title, day, replacedBy.isEmpty() ? null : replacedBy, source);
        }
    }
}
