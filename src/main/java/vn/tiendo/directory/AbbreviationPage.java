package vn.tiendo.directory;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.directory.Abbreviations.Abbreviation;
import vn.tiendo.engine.Sentences;

/** Viết tắt, for administrators: the abbreviations of the office. */
@Controller
@RequestMapping("/viet-tat")
class AbbreviationPage {

    private static final int LONGEST = 100;

    private final Abbreviations abbreviations;

    AbbreviationPage(Abbreviations abbreviations) {
        this.abbreviations = abbreviations;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("abbreviations", abbreviations.all());
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", new Abbreviation("", ""));
        }
        return "viet-tat";
    }

    @PostMapping
    String put(
            @RequestParam(defaultValue = "") String shortened,
            @RequestParam(defaultValue = "") String meaning,
            RedirectAttributes answer) {
        var typed = new Abbreviation(shortened.strip(), meaning.strip());
        if (typed.shortened().isEmpty()
                || typed.meaning().isEmpty()
                || typed.shortened().length() > LONGEST
                || typed.meaning().length() > LONGEST) {
            answer.addFlashAttribute("refusal", Sentences.of("abbreviation.incomplete", LONGEST));
            answer.addFlashAttribute("typed", typed);
        } else {
            abbreviations.put(typed);
            answer.addFlashAttribute("changed", true);
        }
        return "redirect:/viet-tat";
    }

    @PostMapping("/bo")
    String remove(@RequestParam(defaultValue = "") String shortened, RedirectAttributes answer) {
        abbreviations.remove(shortened);
        answer.addFlashAttribute("changed", true);
        return "redirect:/viet-tat";
    }
}
