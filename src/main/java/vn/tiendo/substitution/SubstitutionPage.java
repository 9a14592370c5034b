package vn.tiendo.substitution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.Refusal;

/** Thay mặt: who does whose work, naming and ending a substitute, authorising one to sign, handing over for good. */
@Controller
class SubstitutionPage {

    private final Substitutions substitutions;
    private final Handovers handovers;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    SubstitutionPage(
            Substitutions substitutions,
            Handovers handovers,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.substitutions = substitutions;
        this.handovers = handovers;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/thay-mat")
    String show(Model model) {
        var me = current.get();
        var people = directory.officials().stream()
                .filter(one -> !one.holds(Position.ADMINISTRATOR))
                .toList();
        var seen = substitutions.seenBy(me);
        model.addAttribute("substitutions", seen);
        model.addAttribute(
                "mayEnd",
                seen.stream()
                        .filter(one -> Substitutions.isMadeBy(me, directory.official(one.absent()), one.signing()))
                        .map(Substitution::id)
                        .toList());
        model.addAttribute(
                "names", directory.everybody().stream().collect(Collectors.toMap(Official::login, Official::name)));
        model.addAttribute("people", people);
        model.addAttribute("absentees", only(people, one -> Substitutions.isMadeBy(me, one, false)));
        // also who has left: somebody has to take on what is still open
        model.addAttribute(
                "givers",
                only(directory.everybody(), one -> !one.holds(Position.ADMINISTRATOR) && Handovers.isMadeBy(me, one)));
        model.addAttribute(
                "maySign", people.stream().anyMatch(one -> one.isLeader() && Substitutions.isMadeBy(me, one, true)));
        model.addAttribute("me", me);
        model.addAttribute("today", LocalDate.now(clock));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", new Substitutions.Input(me.login(), "", "", "", null, "", ""));
        }
        if (!model.containsAttribute("given")) {
            model.addAttribute("given", new Handovers.Input("", "", ""));
        }
        return "thay-mat";
    }

    private static List<Official> only(List<Official> people, java.util.function.Predicate<Official> which) {
        return people.stream().filter(which).toList();
    }

    @PostMapping("/thay-mat")
    String name(Substitutions.Input typed, RedirectAttributes answer) {
        try {
            substitutions.name(typed);
            substitutions.align();
            answer.addFlashAttribute("done", "substitution.done");
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
            answer.addFlashAttribute("typed", typed);
        } finally {
            directory.forget();
        }
        return "redirect:/thay-mat";
    }

    @PostMapping("/thay-mat/{id}/ket-thuc")
    String end(@PathVariable UUID id, RedirectAttributes answer) {
        substitutions.end(id);
        directory.forget();
        answer.addFlashAttribute("done", "substitution.endedNow");
        return "redirect:/thay-mat";
    }

    @PostMapping("/thay-mat/ban-giao")
    String handOver(Handovers.Input given, RedirectAttributes answer) {
        try {
            answer.addFlashAttribute("moved", handovers.handOver(given));
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
            answer.addFlashAttribute("given", given);
        } finally {
            directory.forget();
        }
        return "redirect:/thay-mat";
    }
}
