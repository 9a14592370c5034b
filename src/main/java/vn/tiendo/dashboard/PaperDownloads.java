package vn.tiendo.dashboard;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.NotFound;
import vn.tiendo.paper.Paper;
import vn.tiendo.paper.PdfPapers;
import vn.tiendo.paper.WordPapers;
import vn.tiendo.plan.PlanAccess;
import vn.tiendo.plan.PlanPapers;
import vn.tiendo.reporting.ReportPapers;
import vn.tiendo.reporting.Rounds;
import vn.tiendo.scoring.RatingNotice;

/** The papers of a plan as they are now, as PDF and as Word; what was issued is kept as it was issued. */
@RestController
class PaperDownloads {

    private final PlanAccess access;
    private final PlanPapers planPapers;
    private final ReportPage reports;
    private final Rounds rounds;
    private final ReportPapers reportPapers;
    private final RatingNotice notice;
    private final PdfPapers pdf;
    private final WordPapers word;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    PaperDownloads(
            PlanAccess access,
            PlanPapers planPapers,
            ReportPage reports,
            Rounds rounds,
            ReportPapers reportPapers,
            RatingNotice notice,
            PdfPapers pdf,
            WordPapers word,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.access = access;
        this.planPapers = planPapers;
        this.reports = reports;
        this.rounds = rounds;
        this.reportPapers = reportPapers;
        this.notice = notice;
        this.pdf = pdf;
        this.word = word;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/api/plans/{id}/papers/{paper}.{format:pdf|docx}")
    ResponseEntity<byte[]> ofPlan(@PathVariable String id, @PathVariable String paper, @PathVariable String format) {
        var plan = access.readable(id);
        return switch (paper) {
            case "ke-hoach" -> answer(planPapers.plan(plan), id + "-ke-hoach", format);
            case "to-trinh" -> answer(planPapers.proposal(access.drafts(id)), id + "-to-trinh", format);
            case "phieu-trinh" ->
                answer(planPapers.slip(access.drafts(id), LocalDate.now(clock)), id + "-phieu-trinh", format);
            case "xep-loai" -> {
                if (!current.get().seesAllReports()) {
                    throw new NotFound("ratings of " + id);
                }
                yield answer(
                        notice.of(plan).orElseThrow(() -> new NotFound("ratings of " + id)), id + "-xep-loai", format);
            }
            default -> throw new NotFound("paper " + paper);
        };
    }

    @GetMapping("/api/reports/{id}/paper.{format:pdf|docx}")
    ResponseEntity<byte[]> ofReport(@PathVariable String id, @PathVariable String format) {
        var report = reports.readable(id);
        return answer(reportPapers.ofUnit(report, rounds.get(report.round())), id, format);
    }

    @GetMapping("/api/rounds/{id}/paper.{format:pdf|docx}")
    ResponseEntity<byte[]> ofRound(@PathVariable String id, @PathVariable String format) {
        var round = rounds.get(id);
        var plan = access.readable(round.plan());
        if (!round.isPublic() && !current.get().seesAllReports()) {
            throw new NotFound("round " + id);
        }
        var signer = round.approvedBy() == null ? plan.signer() : round.approvedBy();
        return answer(
                reportPapers.consolidation(
                        round, round.code(), round.issuedOn(), signer == null ? null : directory.official(signer)),
                id,
                format);
    }

    private ResponseEntity<byte[]> answer(Paper paper, String name, String format) {
        var isPdf = format.equals("pdf");
        return ResponseEntity.ok()
                .contentType(isPdf ? MediaType.APPLICATION_PDF : WordPapers.TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + format, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(isPdf ? pdf.pdf(paper) : word.docx(paper));
    }
}
