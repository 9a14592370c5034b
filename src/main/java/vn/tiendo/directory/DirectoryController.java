package vn.tiendo.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What forms offer to pick from. */
@RestController
class DirectoryController {

    private final Directory directory;
    private final CurrentOfficial current;

    DirectoryController(Directory directory, CurrentOfficial current) {
        this.directory = directory;
        this.current = current;
    }

    @GetMapping("/api/directory")
    Content directory() {
        var officials = directory.officials();
        return new Content(
                current.get(),
                directory.units(),
                directory.groups(),
                officials.stream()
                        .filter(o -> o.position() != Position.ADMINISTRATOR)
                        .toList(),
                officials.stream()
                        .filter(o -> o.signatureBlock() != null && o.position() != Position.UNIT_HEAD)
                        .toList());
    }

    /** Whose system this is; the web applications show it in their header. */
    @GetMapping("/api/office")
    Office office() {
        return new Office(directory.findCommittee().map(Unit::name).orElse(null));
    }

    record Office(@Nullable String name) {}

    record Content(
            @Nullable Official me,
            List<Unit> units,
            List<UnitGroup> groups,
            List<Official> officials,
            List<Official> signers) {}
}
