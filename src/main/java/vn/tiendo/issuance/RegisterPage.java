package vn.tiendo.issuance;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Position;
import vn.tiendo.document.Series;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.paper.Letterhead;
import vn.tiendo.paper.PdfPapers;

/** Sổ văn bản: the register by year and series, on the page, as spreadsheet and as PDF; the clerk voids a number here. */
@Controller
class RegisterPage {

    private static final MediaType SHEET =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Register register;
    private final PdfPapers papers;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    RegisterPage(Register register, PdfPapers papers, Directory directory, CurrentOfficial current, Clock clock) {
        this.register = register;
        this.papers = papers;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/so-van-ban")
    String show(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String series,
            Model model) {
        var shown = year == null ? LocalDate.now(clock).getYear() : year;
        model.addAttribute("year", shown);
        model.addAttribute("years", register.years());
        model.addAttribute("series", series);
        model.addAttribute("all", Series.values());
        model.addAttribute("lines", register.lines(shown, known(series)));
        model.addAttribute("mayVoid", current.get().isIn(Position.CLERK));
        return "so-van-ban";
    }

    @GetMapping("/so-van-ban/{year:\\d{4}}.{format:xlsx|pdf}")
    ResponseEntity<byte[]> take(
            @PathVariable int year, @PathVariable String format, @RequestParam(defaultValue = "") String series) {
        var lines = register.lines(year, known(series));
        var title = series.isEmpty()
                ? Sentences.of("register.title", year)
                : Sentences.of("register.titleOf", Sentences.of("series." + series), year);
        byte[] content;
        if (format.equals("xlsx")) {
            content = RegisterSheet.of(title, lines);
        } else {
            Map<String, Object> model = new HashMap<>();
            model.put("head", Letterhead.of(directory.committee(), directory));
            model.put("title", title);
            model.put("lines", lines);
            content = papers.pdf("register", model);
        }
        var name = "so-van-ban-di-" + year + (series.isEmpty() ? "" : "-" + series) + "." + format;
        return ResponseEntity.ok()
                .contentType(format.equals("xlsx") ? SHEET : MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    @PostMapping("/so-van-ban/{year:\\d{4}}/{series}/{sequence:\\d{1,6}}/huy")
    String voidNumber(
            @PathVariable int year,
            @PathVariable String series,
            @PathVariable int sequence,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes answer) {
        var known = known(series);
        if (known == null) {
            throw new NotFound("series");
        }
        try {
            answer.addFlashAttribute("voided", register.voidNumber(year, known, sequence, reason));
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
        }
        answer.addAttribute("year", year);
        return "redirect:/so-van-ban";
    }

    private static @Nullable Series known(String series) {
        if (series.isEmpty()) {
            return null;
        }
        return Arrays.stream(Series.values())
                .filter(one -> one.name().equals(series))
                .findFirst()
                .orElseThrow(() -> new NotFound("series " + series));
    }
}
