package vn.tiendo.modeling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
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
import org.springframework.web.multipart.MultipartFile;
import vn.tiendo.engine.Finding;
import vn.tiendo.modeling.Versions.Version;

/** Mô hình: each process and decision with its versions, its diagram, what changed, and the check of a file. */
@Controller
class ModelPage {

    private final Versions versions;
    private final Guard guard;
    private final Migrations migrations;
    private final Incidents incidents;

    ModelPage(Versions versions, Guard guard, Migrations migrations, Incidents incidents) {
        this.versions = versions;
        this.guard = guard;
        this.migrations = migrations;
        this.incidents = incidents;
    }

    @GetMapping("/mo-hinh")
    String list(Model model) {
        var newest = new LinkedHashMap<String, Line>();
        for (var version : versions.all()) {
            newest.merge(
                    version.key(),
                    new Line(version, version.running(), versions.isBundledAvailable(version)),
                    (line, older) ->
                            new Line(line.newest(), line.running() + older.running(), line.bundledAvailable()));
        }
        model.addAttribute("lines", newest.values());
        model.addAttribute("incidents", incidents.count());
        model.addAttribute("batches", migrations.batches());
        return "mo-hinh";
    }

    @GetMapping("/mo-hinh/{key}")
    String one(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String against,
            Model model) {
        var all = versions.of(key);
        var shown = Objects.requireNonNullElse(chosen(all, version), all.get(0));
        var older = chosen(all, against);
        model.addAttribute("versions", all);
        model.addAttribute("shown", shown);
        model.addAttribute("older", older);
        model.addAttribute("bundledAvailable", versions.isBundledAvailable(all.get(0)));
        model.addAttribute("batches", migrations.batches());
        if (shown.isDecision()) {
            model.addAttribute("table", table(shown));
            if (older != null) {
                model.addAttribute("olderTable", table(older));
            }
        } else if (older != null) {
            var changes = Difference.between(bpmn(older), bpmn(shown));
            model.addAttribute("changes", changes);
            model.addAttribute("marks", marks(changes));
        }
        return "mot-mo-hinh";
    }

    private static @Nullable Version chosen(List<Version> all, @Nullable String number) {
        return all.stream()
                .filter(it -> String.valueOf(it.number()).equals(number))
                .findFirst()
                .orElse(null);
    }

    private BpmnModelInstance bpmn(Version version) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(versions.source(version)));
    }

    private static String marks(List<Difference.Change> changes) {
        return changes.stream()
                .map(change -> change.id() + ":" + change.kind().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** First the headings, then a row for each rule. */
    private List<List<String>> table(Version version) {
        var decision = Dmn.readModelFromStream(new ByteArrayInputStream(versions.source(version)))
                .getModelElementsByType(DecisionTable.class)
                .stream()
                .findFirst()
                .orElse(null);
        return decision == null ? List.of() : DecisionText.rows(decision);
    }

    @GetMapping("/mo-hinh/tep/{id}")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        var version = versions.get(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(version.file(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(versions.source(version));
    }

    @GetMapping("/mo-hinh/kiem-tra")
    String check() {
        return "kiem-tra-mo-hinh";
    }

    /** Nothing is deployed; forms a model names are looked for as at a deployment. */
    @PostMapping(path = "/mo-hinh/kiem-tra", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String check(@RequestParam List<MultipartFile> file, Model model) {
        var files = new LinkedHashMap<String, byte[]>();
        try {
            for (var one : file) {
                if (!one.isEmpty()) {
                    files.put(Objects.requireNonNullElse(one.getOriginalFilename(), ""), one.getBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var names = List.copyOf(files.keySet());
        files.putAll(guard.completion(files));
        Map<String, List<Finding>> findings = guard.findings(null, files);
        model.addAttribute("names", names);
        model.addAttribute("findings", findings);
        return "kiem-tra-mo-hinh";
    }

    record Line(Version newest, long running, boolean bundledAvailable) {}
}
