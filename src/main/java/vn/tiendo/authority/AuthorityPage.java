package vn.tiendo.authority;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Refusal;

/** Thẩm quyền ký: who may sign what, who that is today; an administrator changes it. */
@Controller
@RequestMapping("/tham-quyen-ky")
class AuthorityPage {

    private final AuthorityRules rules;
    private final Mandates mandates;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    AuthorityPage(AuthorityRules rules, Mandates mandates, Directory directory, CurrentOfficial current, Clock clock) {
        this.rules = rules;
        this.mandates = mandates;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model) {
        var now = rules.rules();
        var administers = directory
                .find(current.login())
                .filter(me -> me.holds(Position.ADMINISTRATOR))
                .isPresent();
        model.addAttribute("rules", now);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("administers", administers);
        model.addAttribute("mayChange", administers && now.simple());
        model.addAttribute(
                "choices",
                AuthorityRules.LEADERS.stream()
                        .collect(Collectors.toMap(Function.identity(), AuthorityRules::choices)));
        model.addAttribute(
                "holders",
                now.extents().keySet().stream().collect(Collectors.toMap(Function.identity(), directory::in)));
        var proposers = directory.units().stream()
                .filter(unit -> unit.isOrdered() && unit.kind() != Unit.Kind.COMMITTEE)
                .filter(unit -> unit.existsOn(LocalDate.now(clock)))
                .toList();
        var viceChairs = directory.in(Position.VICE_CHAIR);
        model.addAttribute(
                "fields",
                viceChairs.stream()
                        .map(one -> new Field(one, unitsOf(one, proposers)))
                        .toList());
        model.addAttribute(
                "withoutField",
                proposers.stream()
                        .filter(unit -> viceChairs.stream().noneMatch(one -> isInChargeOf(one, unit)))
                        .map(Unit::name)
                        .toList());
        model.addAttribute("mandates", mandates.inForce());
        model.addAttribute(
                "people",
                directory.everybody().stream().collect(Collectors.toMap(Official::login, Function.identity())));
        return "tham-quyen-ky";
    }

    private static List<String> unitsOf(Official viceChair, List<Unit> units) {
        return units.stream()
                .filter(unit -> isInChargeOf(viceChair, unit))
                .map(Unit::name)
                .toList();
    }

    private static boolean isInChargeOf(Official viceChair, Unit unit) {
        return viceChair.field() != null && Objects.equals(viceChair.field(), unit.field());
    }

    /** @param typed the version that was seen, and an extent for each kind and position */
    @PostMapping
    String change(@RequestParam Map<String, String> typed, RedirectAttributes answer) {
        try {
            answer.addFlashAttribute(rules.change(typed.get("version"), typed) ? "changed" : "same", true);
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
            answer.addFlashAttribute("typed", typed);
        }
        return "redirect:/tham-quyen-ky";
    }

    record Field(Official viceChair, List<String> units) {

        public @Nullable String name() {
            return viceChair.field();
        }
    }
}
