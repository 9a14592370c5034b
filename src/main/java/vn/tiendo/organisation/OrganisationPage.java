package vn.tiendo.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.calendar.BeforeReading;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.security.Sessions;

/** Tổ chức, for administrators: the tree of units with their people, and a form for each of both. */
@Controller
@RequestMapping("/to-chuc")
class OrganisationPage {

    private final OrganisationChange change;
    private final Units units;
    private final Staff staff;
    private final Posts posts;
    private final Sessions sessions;
    private final Directory directory;
    private final Clock clock;

    OrganisationPage(
            OrganisationChange change,
            Units units,
            Staff staff,
            Posts posts,
            Sessions sessions,
            Directory directory,
            Clock clock) {
        this.sessions = sessions;
        this.change = change;
        this.units = units;
        this.staff = staff;
        this.posts = posts;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    String tree(Model model) {
        var inOffice = directory.officials();
        model.addAttribute("branches", OrganisationTree.of(directory.units(), inOffice, LocalDate.now(clock)));
        model.addAttribute("unitCount", directory.units().size());
        model.addAttribute("peopleCount", inOffice.size());
        model.addAttribute(
                "left",
                directory.everybody().stream()
                        .filter(one -> !directory.isInOffice(one.login()))
                        .toList());
        model.addAttribute(
                "lastDays",
                staff.entries().stream()
                        .filter(one -> one.lastDay() != null)
                        .collect(Collectors.toMap(PersonEntry::login, PersonEntry::lastDay)));
        model.addAttribute(
                "unnamed",
                directory
                        .findCommittee()
                        .map(Unit::name)
                        .filter(Sentences.of("organisation.unnamed")::equals)
                        .isPresent());
        return "to-chuc";
    }

    /** @param code of the unit to change; without it a new one */
    @GetMapping("/don-vi")
    String unit(@RequestParam(name = "ma", required = false) @Nullable String code, Model model) {
        model.addAttribute("isNew", code == null);
        model.addAttribute("units", directory.units());
        model.addAttribute("fields", fields());
        model.addAttribute("kinds", Unit.Kind.values());
        model.addAttribute("readings", BeforeReading.values());
        if (code != null) {
            var unit = directory.units().stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("unit " + code));
            model.addAttribute("unit", unit);
            model.addAttribute("names", directory.names());
        }
        if (!model.containsAttribute("typed")) {
            model.addAttribute(
                    "typed",
                    code == null ? UnitEntry.NOTHING : units.entry(code).orElse(UnitEntry.NOTHING));
        }
        return "to-chuc-don-vi";
    }

    @PostMapping("/don-vi")
    String put(UnitEntry typed, @RequestParam(defaultValue = "false") boolean isNew, RedirectAttributes answer) {
        try {
            change.put(typed, isNew);
            answer.addFlashAttribute("changed", typed.name());
            return "redirect:/to-chuc";
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
            answer.addFlashAttribute("typed", typed);
            return back("/to-chuc/don-vi", "ma", isNew ? null : typed.code(), answer);
        } finally {
            directory.forget();
        }
    }

    /**
     * @param login of the person to change; without it a new one
     * @param unit of the new one
     */
    @GetMapping("/nguoi")
    String person(
            @RequestParam(name = "ten", required = false) @Nullable String login,
            @RequestParam(name = "don-vi", required = false) @Nullable String unit,
            Model model) {
        model.addAttribute("isNew", login == null);
        model.addAttribute("units", directory.units());
        model.addAttribute("fields", fields());
        model.addAttribute("positions", Position.values());
        model.addAttribute("today", LocalDate.now(clock));
        var known = login == null
                ? PersonEntry.NOTHING.in(unit)
                : staff.entry(login).orElseThrow(() -> new NotFound("official " + login));
        model.addAttribute("known", known);
        if (login != null) {
            model.addAttribute("posts", posts.of(login));
            model.addAttribute("names", directory.names());
        }
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", known);
        }
        return "to-chuc-nguoi";
    }

    @PostMapping("/nguoi")
    String put(PersonEntry typed, @RequestParam(defaultValue = "false") boolean isNew, RedirectAttributes answer) {
        try {
            change.put(typed, isNew);
            answer.addFlashAttribute("changed", typed.name());
            return "redirect:/to-chuc";
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
            answer.addFlashAttribute("typed", typed.withoutPassword());
            return back("/to-chuc/nguoi", "ten", isNew ? null : typed.login(), answer);
        } finally {
            directory.forget();
        }
    }

    @PostMapping("/nguoi/mat-khau")
    String setPassword(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            RedirectAttributes answer) {
        try {
            change.setPassword(login, password);
            sessions.end(login);
            answer.addFlashAttribute("passwordSet", true);
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
        }
        return directory.find(login).isEmpty() ? "redirect:/to-chuc" : back("/to-chuc/nguoi", "ten", login, answer);
    }

    @PostMapping("/nguoi/dang-xuat")
    String signOut(@RequestParam(defaultValue = "") String login, RedirectAttributes answer) {
        sessions.end(login);
        answer.addFlashAttribute("signedOut", true);
        return directory.find(login).isEmpty() ? "redirect:/to-chuc" : back("/to-chuc/nguoi", "ten", login, answer);
    }

    private static String back(String page, String parameter, @Nullable String value, RedirectAttributes answer) {
        if (value != null) {
            answer.addAttribute(parameter, value);
        }
        return "redirect:" + page;
    }

    /** What units and Phó Chủ tịch are told apart by; whoever types another one may. */
    private List<String> fields() {
        return Stream.concat(
                        directory.units().stream().map(Unit::field),
                        directory.officials().stream().map(Official::field))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
