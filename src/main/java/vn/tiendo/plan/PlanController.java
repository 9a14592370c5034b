package vn.tiendo.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.document.StoredFile;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.engine.NotFound;

/** The plan's file for forms, and the files in it, each for those who may read what it belongs to. */
@RestController
class PlanController {

    private final PlanAccess access;
    private final PlanFile file;
    private final Schemes schemes;
    private final FormCheck check;
    private final Drafts drafts;
    private final StoredFiles files;
    private final CurrentOfficial current;

    PlanController(
            PlanAccess access,
            PlanFile file,
            Schemes schemes,
            FormCheck check,
            Drafts drafts,
            StoredFiles files,
            CurrentOfficial current) {
        this.access = access;
        this.file = file;
        this.schemes = schemes;
        this.check = check;
        this.drafts = drafts;
        this.files = files;
        this.current = current;
    }

    @GetMapping("/api/plans/{id}")
    PlanFile.Content plan(@PathVariable String id) {
        var plan = access.readable(id);
        var content = file.of(plan);
        return access.mayReadDrafts(plan) ? content : content.asIssued();
    }

    /** What the drafter may let units score themselves by. */
    @GetMapping("/api/plans/{id}/schemes")
    Choices schemes(@PathVariable String id) {
        access.readable(id);
        return new Choices(schemes.valid().stream()
                .map(scheme -> new Choice(scheme.code(), scheme.name()))
                .toList());
    }

    @GetMapping("/api/plans/{id}/form-check")
    Checked formCheck(@PathVariable String id) {
        return new Checked(check.of(access.readable(id)));
    }

    record Checked(List<FormCheck.Finding> findings) {}

    /** Always as a download: what people hand in is never run by somebody's browser. */
    @GetMapping("/api/files/{id}")
    ResponseEntity<byte[]> download(@PathVariable UUID id) {
        var stored = files.find(id).orElseThrow(() -> new NotFound("file " + id));
        if (!mayRead(stored)) {
            throw new NotFound("file " + id);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(stored.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(stored.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(files.content(id));
    }

    record Choices(List<Choice> schemes) {}

    record Choice(String value, String label) {}

    private boolean mayRead(StoredFile file) {
        if (file.plan() == null) {
            return file.uploadedBy().equals(current.login());
        }
        var plan = access.readable(file.plan());
        if (file.isSealedData()) {
            return access.mayTakeOut(plan);
        }
        var purposes = drafts.files(plan.id()).stream()
                .filter(one -> one.id().equals(file.id()))
                .map(Drafts.FileLine::purpose)
                .toList();
        if (purposes.equals(List.of(Drafts.FilePurpose.PROPOSAL))) {
            return access.mayReadDrafts(plan);
        }
        var reporting = files.reportedBy(file.id());
        var me = current.get();
        return reporting.isEmpty() || me.seesAllReports() || reporting.stream().anyMatch(me::isOf);
    }
}
