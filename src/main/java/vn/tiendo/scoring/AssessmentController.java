package vn.tiendo.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.PlanAccess;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.PlanStatus;
import vn.tiendo.plan.Plans;
import vn.tiendo.plan.Schemes;

/** The start form of assessments, and what the forms around one of them show; numbers as they are typed. */
@RestController
class AssessmentController {

    private static final String START = "/api/work/start/selfAssessment";

    private final Openings openings;
    private final Schemes schemes;
    private final Classification classification;
    private final Assessments assessments;
    private final Plans plans;
    private final PlanAccess access;
    private final PlanHistory history;
    private final FormInputs inputs;
    private final Directory directory;
    private final CurrentOfficial current;

    AssessmentController(
            Openings openings,
            Schemes schemes,
            Classification classification,
            Assessments assessments,
            Plans plans,
            PlanAccess access,
            PlanHistory history,
            FormInputs inputs,
            Directory directory,
            CurrentOfficial current) {
        this.openings = openings;
        this.schemes = schemes;
        this.classification = classification;
        this.assessments = assessments;
        this.plans = plans;
        this.access = access;
        this.history = history;
        this.inputs = inputs;
        this.directory = directory;
        this.current = current;
    }

    @GetMapping(START)
    Start saved() {
        openings.mayOpen();
        return new Start(
                Openings.START,
                true,
                inputs.saved(Openings.NONE_YET, Openings.START).orElse(null),
                Map.of(
                        "plans",
                        access.readable().stream()
                                .filter(plan -> plan.status() == PlanStatus.ISSUED)
                                .map(plan -> new Choice(plan.id(), plan.title()))
                                .toList(),
                        "schemes",
                        schemes.valid().stream()
                                .map(scheme -> new Choice(scheme.code(), scheme.name()))
                                .toList()));
    }

    @PutMapping(START + "/input")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(@RequestBody JsonNode content) {
        inputs.save(Openings.NONE_YET, Openings.START, content);
    }

    @PostMapping(START)
    Started open(@RequestBody JsonNode content) {
        inputs.save(Openings.NONE_YET, Openings.START, content);
        return new Started(Sentences.of("scoring.started", openings.openByHand()));
    }

    @GetMapping("/api/assessments/{id}")
    Content assessment(@PathVariable String id) {
        var me = current.get();
        var all = assessments.get(id);
        if (!me.seesAllReports() && !me.isOf(all.unit())) {
            throw new NotFound("assessment " + id);
        }
        var seen = me.seesAllReports() ? all : all.asTheUnitSeesIt();
        var plan = plans.get(all.plan());
        var scheme = schemes.get(all.scheme());
        var scores = assessments.scores(id);
        var files = assessments.files(id);
        return new Content(
                id,
                plan.id(),
                plan.code(),
                plan.subject(),
                directory.unit(all.unit()).name(),
                scheme.name(),
                scheme.source(),
                Entries.print(all.lastDay()),
                Sentences.of("assessmentState." + all.state()),
                all.scoredAt() != null,
                scores.stream()
                        .map(score ->
                                Line.of(score, files.getOrDefault(score.number(), List.of()), seen.points() != null))
                        .toList(),
                print(scores.stream().map(Assessments.Score::points).reduce(BigDecimal.ZERO, BigDecimal::add)),
                print(seen.selfPoints()),
                print(seen.points()),
                print(seen.bonus()),
                print(seen.penalty()),
                print(scheme.adjustmentLimit()),
                seen.adjustment(),
                seen.disciplined(),
                seen.rating() == null ? null : Sentences.of("rating." + seen.rating()),
                classification.reasons(seen),
                history.remarks(id));
    }

    private static @Nullable String print(@Nullable BigDecimal number) {
        return number == null ? null : Entries.print(number);
    }

    record Start(String step, boolean mine, @Nullable JsonNode input, Map<String, List<Choice>> choices) {}

    record Choice(String value, String label) {}

    record Started(String message) {}

    record Content(
            String id,
            String planId,
            @Nullable String planCode,
            String planSubject,
            String unitName,
            String schemeName,
            String schemeSource,
            String due,
            String statusText,
            boolean scored,
            List<Line> scores,
            @Nullable String mostPoints,
            @Nullable String selfPoints,
            @Nullable String points,
            @Nullable String bonus,
            @Nullable String penalty,
            @Nullable String adjustmentLimit,
            @Nullable String adjustment,
            boolean disciplined,
            @Nullable String ratingText,
            List<String> reasons,
            List<PlanHistory.Remark> remarks) {}

    record Line(
            int number,
            String group,
            String text,
            @Nullable String points,
            boolean evidenceRequired,
            boolean knockOut,
            @Nullable String selfScore,
            @Nullable String evidence,
            List<Drafts.FileLine> files,
            @Nullable String verifiedScore,
            @Nullable String remark) {

        static Line of(Assessments.Score score, List<Drafts.FileLine> files, boolean verified) {
            return new Line(
                    score.number(),
                    score.groupName(),
                    score.text(),
                    print(score.points()),
                    score.evidenceRequired(),
                    score.knockOut(),
                    print(score.selfScore()),
                    score.evidence(),
                    files,
                    verified ? print(score.verifiedScore()) : null,
                    verified ? score.remark() : null);
        }
    }
}
