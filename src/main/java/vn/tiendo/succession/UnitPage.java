package vn.tiendo.succession;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Refusal;

/** Đơn vị, for administrators: all units, and ending one in favour of another. */
@Controller
class UnitPage {

    private final Succession succession;
    private final Directory directory;
    private final Clock clock;

    UnitPage(Succession succession, Directory directory, Clock clock) {
        this.succession = succession;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/don-vi")
    String show(Model model) {
        var units = directory.units();
        model.addAttribute("units", units);
        model.addAttribute("names", units.stream().collect(Collectors.toMap(Unit::code, Unit::name)));
        model.addAttribute("today", LocalDate.now(clock));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", new Typed(List.of(), "", "", List.of()));
        }
        return "don-vi";
    }

    @PostMapping("/don-vi/ket-thuc")
    String end(
            @RequestParam(defaultValue = "") List<String> unit,
            @RequestParam(defaultValue = "") String lastDay,
            @RequestParam(defaultValue = "") String successor,
            @RequestParam(defaultValue = "") List<String> further,
            RedirectAttributes answer) {
        try {
            answer.addFlashAttribute("handedOver", succession.end(unit, lastDay, successor, further));
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
            answer.addFlashAttribute("typed", new Typed(unit, lastDay, successor, further));
        } finally {
            directory.forget();
        }
        return "redirect:/don-vi";
    }

    /** What was typed stays in its fields. */
    record Typed(List<String> unit, String lastDay, String successor, List<String> further) {}
}
