package vn.tiendo.scoring;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.document.StoredFile;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.Plans;

/** Units score themselves with evidence. */
@Component
class Scoring {

    private final JdbcClient database;
    private final Assessments assessments;
    private final Plans plans;
    private final FormInputs inputs;
    private final StoredFiles files;
    private final PlanHistory history;
    private final CurrentOfficial current;
    private final Clock clock;

    Scoring(
            JdbcClient database,
            Assessments assessments,
            Plans plans,
            FormInputs inputs,
            StoredFiles files,
            PlanHistory history,
            CurrentOfficial current,
            Clock clock) {
        this.database = database;
        this.assessments = assessments;
        this.plans = plans;
        this.inputs = inputs;
        this.files = files;
        this.history = history;
        this.current = current;
        this.clock = clock;
    }

    @Transactional
    void scoreSelf(String id) {
        var assessment = assessments.get(id);
        var me = current.get();
        if (!me.isOf(assessment.unit())) {
            throw Refusal.because("scoring.otherUnit");
        }
        var lines = inputs.take(id, "scoreOneself", SelfScore.class).scores();
        var criteria = assessments.scores(id);
        sameCriteria(
                criteria,
                lines == null ? List.of() : lines.stream().map(Line::number).toList());
        for (int i = 0; i < criteria.size(); i++) {
            scoreSelf(assessment, criteria.get(i), Objects.requireNonNull(lines).get(i), "scores[" + i + "].");
        }
        assessments.become(id, Assessment.State.VERIFYING, Assessment.State.ASKED, Assessment.State.RETURNED);
        database.sql("update assessment set scored_by = ?, scored_at = ? where id = ?")
                .params(me.login(), OffsetDateTime.now(clock), id)
                .update();
        history.note(assessment.plan(), "selfScored", assessment.unit());
    }

    private void scoreSelf(Assessment assessment, Assessments.Score criterion, Line line, String path) {
        var score = criterion.given(path + "score", "field.selfScore", line.score());
        var evidence = Entries.optionalText(path + "evidence", "field.evidence", line.evidence(), 5_000);
        var attached = line.files() == null
                ? List.<UUID>of()
                : line.files().stream().map(Attachment::id).distinct().toList();
        if (criterion.evidenceRequired() && score.signum() > 0 && evidence == null && attached.isEmpty()) {
            throw Refusal.of(path + "evidence", "scoring.needsEvidence", criterion.number());
        }
        database.sql("update assessment_score set self_score = ?, evidence = ? where assessment = ? and criterion = ?")
                .params(score, evidence, assessment.id(), criterion.number())
                .update();
        attach(assessment, criterion.number(), attached);
    }

    private void attach(Assessment assessment, int criterion, List<UUID> attached) {
        // a file more would break the seal
        if (plans.get(assessment.plan()).seal() != null) {
            var sealed =
                    files.ofPlan(assessment.plan()).stream().map(StoredFile::id).toList();
            if (!sealed.containsAll(attached)) {
                throw Refusal.because("scoring.sealed");
            }
        } else {
            files.takeInto(assessment.plan(), attached);
        }
        database.sql("delete from assessment_file where assessment = ? and criterion = ?")
                .params(assessment.id(), criterion)
                .update();
        if (!attached.isEmpty()) {
            database.sql("""
                            insert into assessment_file (assessment, criterion, file)
                            select :assessment, :criterion, id from stored_file where id in (:files)""")
                    .param("assessment", assessment.id())
                    .param("criterion", criterion)
                    .param("files", attached)
                    .update();
        }
    }

    /** The unit's time is over; what it gave before a return still counts. */
    @Transactional
    void goOn(String id) {
        assessments.become(id, Assessment.State.VERIFYING, Assessment.State.ASKED, Assessment.State.RETURNED);
        var assessment = assessments.get(id);
        history.note(assessment.plan(), "selfScoringEnded", assessment.unit());
    }

    /** The form lists the criteria of the scheme; anything else was not typed into it. */
    static void sameCriteria(List<Assessments.Score> criteria, List<@Nullable Integer> typed) {
        if (!criteria.stream().map(Assessments.Score::number).toList().equals(typed)) {
            throw Refusal.because("form.unreadable");
        }
    }

    record Attachment(UUID id) {}

    record Line(
            @Nullable Integer number,
            @Nullable String score,
            @Nullable String evidence,
            @Nullable List<Attachment> files) {}

    record SelfScore(@Nullable List<Line> scores) {}
}
