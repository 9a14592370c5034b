package vn.tiendo.extraction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Refusal;
import vn.tiendo.extraction.parsing.ExtractedPlan;
import vn.tiendo.extraction.parsing.ExtractedProposal;
import vn.tiendo.extraction.parsing.PlanReader;
import vn.tiendo.extraction.parsing.ProposalReader;
import vn.tiendo.extraction.reading.DocumentText;

/** A file is read and answered as proposals; nothing of it is kept. For people of the committee, who draft its plans. */
@RestController
class ExtractionController {

    private static final Set<Unit.Kind> DRAFT = Set.of(Unit.Kind.COMMITTEE, Unit.Kind.OFFICE, Unit.Kind.DEPARTMENT);

    private final DocumentText documents;
    private final CurrentOfficial current;
    private final Directory directory;
    private final Repeals repeals;

    ExtractionController(DocumentText documents, CurrentOfficial current, Directory directory, Repeals repeals) {
        this.documents = documents;
        this.current = current;
        this.directory = directory;
        this.repeals = repeals;
    }

    @PostMapping("/api/plans/extract")
    PlanFound plan(@RequestParam MultipartFile file) {
        var text = text(file);
        var plan = documents.withinLimits(() -> PlanReader.read(text));
        var known = repeals.all();
        return new PlanFound(
                plan,
                plan.legalBases().stream()
                        .map(it -> Repeals.of(it.text(), known).orElse(null))
                        .toList(),
                text);
    }

    @PostMapping("/api/proposals/extract")
    ProposalFound proposal(@RequestParam MultipartFile file) {
        var text = text(file);
        return new ProposalFound(documents.withinLimits(() -> ProposalReader.read(text)), text);
    }

    private String text(MultipartFile file) {
        if (!DRAFT.contains(directory.unit(current.get().unit()).kind())) {
            throw new AccessDeniedException("drafts no plans");
        }
        if (file.getSize() > DocumentText.LARGEST) {
            throw Refusal.because("file.tooLarge");
        }
        var name = file.getOriginalFilename();
        try {
            return documents.of(name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFC), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param repealed for each basis the repeal that hits it, or null
     * @param text what was read; every source counts its characters
     */
    record PlanFound(@JsonUnwrapped ExtractedPlan plan, List<@Nullable Repeal> repealed, String text) {}

    record ProposalFound(@JsonUnwrapped ExtractedProposal proposal, String text) {}
}
