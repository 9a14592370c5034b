package vn.tiendo.modeling;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;
import vn.tiendo.modeling.Versions.Version;

/** Mô hình: running cases go over to another version, an earlier version or the release's becomes the newest again. */
@Controller
class MigrationPage {

    private final Versions versions;
    private final Migrations migrations;
    private final Redeployment redeployment;

    MigrationPage(Versions versions, Migrations migrations, Redeployment redeployment) {
        this.versions = versions;
        this.migrations = migrations;
        this.redeployment = redeployment;
    }

    /** What would happen; nothing does. */
    @GetMapping("/mo-hinh/{key}/chuyen")
    String tryOut(
            @PathVariable String key,
            @RequestParam String from,
            @RequestParam(defaultValue = "") String to,
            Model model) {
        var source = number(key, from);
        var target = to.isEmpty() ? versions.of(key).get(0) : number(key, to);
        model.addAttribute("from", source);
        model.addAttribute("to", target);
        model.addAttribute("tried", migrations.tryOut(source, target));
        return "chuyen-phien-ban";
    }

    @PostMapping("/mo-hinh/{key}/chuyen")
    String migrate(
            @PathVariable String key, @RequestParam String from, @RequestParam String to, RedirectAttributes answer) {
        return answered(key, answer, "migration.started", () -> migrations.start(number(key, from), number(key, to)));
    }

    @PostMapping("/mo-hinh/{key}/trien-khai-lai")
    String again(@PathVariable String key, @RequestParam String version, RedirectAttributes answer) {
        return answered(key, answer, "model.deployedAgain", () -> redeployment.again(number(key, version)));
    }

    @PostMapping("/mo-hinh/{key}/kem-theo")
    String bundled(@PathVariable String key, RedirectAttributes answer) {
        return answered(
                key,
                answer,
                "model.bundledTaken",
                () -> redeployment.bundled(versions.of(key).get(0)));
    }

    private static String answered(String key, RedirectAttributes answer, String done, Runnable work) {
        try {
            work.run();
            answer.addFlashAttribute("done", done);
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
        }
        answer.addAttribute("key", key);
        return "redirect:/mo-hinh/{key}";
    }

    private Version number(String key, String number) {
        return versions.of(key).stream()
                .filter(it -> String.valueOf(it.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> new NotFound("version " + number + " of " + key));
    }
}
