package vn.tiendo.archive;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tiendo.engine.NotFound;
import vn.tiendo.plan.PlanAccess;

/** The sealed file as one ZIP: data as JSON, documents, mails, who did what when, and the manifest of their hashes. */
@RestController
class ArchiveController {

    private final Archive archive;
    private final PlanAccess access;

    ArchiveController(Archive archive, PlanAccess access) {
        this.archive = archive;
        this.access = access;
    }

    @GetMapping("/api/plans/{id}/archive.zip")
    ResponseEntity<byte[]> zip(@PathVariable String id) {
        var plan = access.readable(id);
        if (!access.mayTakeOut(plan)) {
            throw new NotFound("archive of " + id);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + ".zip")
                                .build()
                                .toString())
                .body(archive.zip(plan));
    }
}
