package vn.tiendo.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.CsvCell;
import vn.tiendo.form.Entries;

/** Kiểm toán, for administrators: who changed what, the same as a file, and whether the chain still holds. */
@Controller
@RequestMapping("/kiem-toan")
class AuditPage {

    private final AuditTrail trail;
    private final Labels labels;
    private final Directory directory;

    AuditPage(AuditTrail trail, Labels labels, Directory directory) {
        this.trail = trail;
        this.labels = labels;
        this.directory = directory;
    }

    @GetMapping
    String show(
            @RequestParam(name = "ai", defaultValue = "") String actor,
            @RequestParam(name = "gi", defaultValue = "") String subject,
            @RequestParam(name = "ma", defaultValue = "") String key,
            @RequestParam(name = "truoc", required = false) @Nullable Long below,
            Model model) {
        var lines = trail.lines(
                new AuditTrail.Filter(actor.strip(), subject, key.strip()), below == null ? Long.MAX_VALUE : below);
        model.addAttribute("lines", lines.stream().map(this::shown).toList());
        model.addAttribute(
                "older",
                lines.size() == AuditTrail.PAGE ? lines.get(lines.size() - 1).number() : null);
        model.addAttribute("actor", actor);
        model.addAttribute("subject", subject);
        model.addAttribute("key", key);
        model.addAttribute("subjects", labels.tables());
        model.addAttribute("today", trail.today());
        model.addAttribute("head", trail.head().orElse(null));
        return "kiem-toan";
    }

    @PostMapping("/kiem-tra")
    String check(RedirectAttributes answer) {
        trail.firstFault()
                .ifPresentOrElse(
                        link -> answer.addFlashAttribute("refusal", Sentences.of("audit.broken", link)),
                        () -> answer.addFlashAttribute(
                                "whole",
                                Sentences.of(
                                        "audit.whole",
                                        trail.head().map(AuditTrail.Head::link).orElse(0L))));
        return "redirect:/kiem-toan";
    }

    /** @return where a refusal is read; nowhere once the file is written */
    @GetMapping("/tai-ve.csv")
    @Nullable
    String take(
            @RequestParam(name = "tu", defaultValue = "") String from,
            @RequestParam(name = "den", defaultValue = "") String to,
            HttpServletResponse response,
            RedirectAttributes answer)
            throws IOException {
        try {
            var first = Entries.date("tu", "field.firstDay", from);
            var last = Entries.date("den", "field.lastDay", to);
            if (last.isBefore(first)) {
                throw Refusal.of("den", "audit.endsBefore");
            }
            write(first, last, response);
            return null;
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
            return "redirect:/kiem-toan";
        }
    }

    private void write(LocalDate first, LocalDate last, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("kiem-toan-%s-%s.csv".formatted(first, last))
                        .build()
                        .toString());
        var writer = response.getWriter();
        writer.write('\ufeff'); // or Excel takes the letters for another encoding's
        var header = Sentences.of("audit.columns").split(";", -1);
        try (var printer = new CSVPrinter(
                writer,
                CSVFormat.EXCEL.builder().setDelimiter(';').setHeader(header).get())) {
            trail.all(first, last, line -> print(line, printer));
        }
    }

    private static void print(AuditTrail.Line line, CSVPrinter printer) {
        try {
            printer.printRecord(
                    line.number(),
                    line.at().atZoneSameInstant(OfficeTime.ZONE).toOffsetDateTime(),
                    CsvCell.written(line.actor()),
                    line.subject(),
                    line.key(),
                    line.action(),
                    line.before(),
                    line.after(),
                    line.link(),
                    line.hash());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Shown shown(AuditTrail.Line line) {
        var before = labels.values(line.before());
        var after = labels.values(line.after());
        var columns = new TreeSet<>(before.keySet());
        columns.addAll(after.keySet());
        return new Shown(
                line.number(),
                line.at(),
                actor(line.actor()),
                Sentences.of("auditAction." + line.action()),
                labels.table(line.subject()),
                labels.values(line.key()).values().stream().collect(Collectors.joining(", ")),
                columns.stream()
                        .map(column -> new Change(column, before.get(column), after.get(column)))
                        .toList());
    }

    private String actor(String actor) {
        if (actor.equals("system")) {
            return Sentences.of("audit.system");
        }
        return actor.startsWith("sql:")
                ? Sentences.of("audit.byHand", actor.substring(4))
                : directory.find(actor).map(official -> official.name()).orElse(actor);
    }

    record Shown(
            long number,
            OffsetDateTime at,
            String actor,
            String action,
            String subject,
            String key,
            List<Change> changes) {}

    record Change(
            String column,
            @Nullable String before,
            @Nullable String after) {}
}
