package vn.tiendo.scoring;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;

/** Bộ tiêu chí, for administrators: by which criteria units score themselves in a year. */
@Controller
@RequestMapping("/tieu-chi")
class SchemePage {

    private final SchemeKeeping schemes;

    SchemePage(SchemeKeeping schemes) {
        this.schemes = schemes;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("schemes", schemes.all());
        return "tieu-chi";
    }

    /**
     * @param code of the scheme to look at
     * @param template of a new one
     */
    @GetMapping("/bo")
    String one(
            @RequestParam(name = "ma", required = false) @Nullable String code,
            @RequestParam(name = "theo", required = false) @Nullable String template,
            Model model) {
        model.addAttribute("isNew", code == null);
        var changes = true;
        if (code != null) {
            var known = schemes.find(code).orElseThrow(() -> new NotFound("scheme " + code));
            model.addAttribute("known", known);
            changes = !known.used();
        }
        var typed = model.getAttribute("typed") instanceof SchemeEntry entry ? entry : entry(code, template);
        model.addAttribute("typed", changes ? typed.withBlankLines() : typed);
        return "bo-tieu-chi";
    }

    private SchemeEntry entry(@Nullable String code, @Nullable String template) {
        if (code == null) {
            return template == null
                    ? SchemeEntry.NOTHING
                    : schemes.entry(template).map(SchemeEntry::asNew).orElse(SchemeEntry.NOTHING);
        }
        return schemes.entry(code).orElse(SchemeEntry.NOTHING);
    }

    @PostMapping("/bo")
    String put(SchemeEntry typed, @RequestParam(defaultValue = "false") boolean isNew, RedirectAttributes answer) {
        try {
            schemes.put(typed, isNew);
            answer.addFlashAttribute("changed", typed.name());
            return "redirect:/tieu-chi";
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
            answer.addFlashAttribute("typed", typed);
            if (!isNew && typed.code() != null && schemes.find(typed.code()).isPresent()) {
                answer.addAttribute("ma", typed.code());
            }
            return "redirect:/tieu-chi/bo";
        }
    }

    @PostMapping("/dung")
    String offer(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "false") boolean valid,
            RedirectAttributes answer) {
        schemes.offer(code, valid);
        schemes.find(code).ifPresent(scheme -> answer.addFlashAttribute("changed", scheme.name()));
        return "redirect:/tieu-chi";
    }
}
