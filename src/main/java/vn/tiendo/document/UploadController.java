package vn.tiendo.document;

import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.tiendo.engine.Refusal;

/** A file dropped into a form is kept at once and belongs to nobody but its uploader until the form is handed in. */
@RestController
class UploadController {

    private final StoredFiles files;

    UploadController(StoredFiles files) {
        this.files = files;
    }

    @PostMapping("/api/files")
    Kept upload(@RequestParam MultipartFile file) {
        if (file.getSize() > StoredFiles.LARGEST) {
            throw Refusal.because("file.tooLarge");
        }
        var name = file.getOriginalFilename();
        var kept = files.keep(name == null ? "" : name, StoredFiles.read(file));
        return new Kept(kept.id(), kept.name(), kept.size(), kept.type());
    }

    record Kept(UUID id, String name, long size, String type) {}
}
