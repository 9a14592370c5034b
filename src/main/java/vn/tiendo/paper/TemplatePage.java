package vn.tiendo.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;
import vn.tiendo.paper.Paper.Kind;

/** Mẫu văn bản: an administrator takes a Word template out, puts the office's own in its place, or goes back. */
@Controller
class TemplatePage {

    private final WordTemplates templates;

    TemplatePage(WordTemplates templates) {
        this.templates = templates;
    }

    @GetMapping("/mau-van-ban")
    String show(Model model) {
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("own", templates.own());
        return "mau-van-ban";
    }

    @GetMapping("/mau-van-ban/{kind}.docx")
    ResponseEntity<byte[]> take(@PathVariable String kind) {
        var known = known(kind);
        return ResponseEntity.ok()
                .contentType(WordPapers.TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("mau-" + kind + ".docx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(templates.inUse(known));
    }

    @PostMapping(path = "/mau-van-ban/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String replace(@PathVariable String kind, @RequestParam MultipartFile file, RedirectAttributes answer) {
        var known = known(kind);
        try {
            templates.replace(known, Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
            answer.addFlashAttribute("replaced", known);
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
            answer.addFlashAttribute("refused", known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "redirect:/mau-van-ban";
    }

    @PostMapping("/mau-van-ban/{kind}/mac-dinh")
    String backToBundled(@PathVariable String kind) {
        templates.backToBundled(known(kind));
        return "redirect:/mau-van-ban";
    }

    private static Kind known(String kind) {
        for (var one : Kind.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return one;
            }
        }
        throw new NotFound("template " + kind);
    }
}
