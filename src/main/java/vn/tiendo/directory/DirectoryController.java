package vn.tiendo.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What forms offer to pick from. */
@RestController
class DirectoryController {

    private static final int LONGEST_LINE = 300;

    private final Directory directory;
    private final MeantUnits meant;
    private final CurrentOfficial current;

    DirectoryController(Directory directory, MeantUnits meant, CurrentOfficial current) {
        this.directory = directory;
        this.meant = meant;
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

    /** Whom a line of Nơi nhận may mean. */
    @GetMapping("/api/directory/meant")
    Suggested meant(@RequestParam(defaultValue = "") String line) {
        return new Suggested(line.length() > LONGEST_LINE ? List.of() : meant.in(line));
    }

    record Suggested(List<MeantUnits.Meant> units) {}

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
