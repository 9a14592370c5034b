package vn.tiendo.scoring;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.calendar.WorkingCalendar;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.document.StoredFile;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Decision;
import vn.tiendo.form.Decision.Verdict;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.Plans;
import vn.tiendo.plan.Schemes;

/** Units score themselves with evidence, and the office verifies what they gave. */
@Component
class Scoring {

    /** A score that is returned is due again after so many working days. */
    private static final int AGAIN_AFTER = 3;

    private final JdbcClient database;
    private final Assessments assessments;
    private final Schemes schemes;
    private final Plans plans;
    private final FormInputs inputs;
    private final StoredFiles files;
    private final PlanHistory history;
    private final CurrentOfficial current;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Scoring(
            JdbcClient database,
            Assessments assessments,
            Schemes schemes,
            Plans plans,
            FormInputs inputs,
            StoredFiles files,
            PlanHistory history,
            CurrentOfficial current,
            WorkingCalendar calendar,
            Clock clock) {
        this.database = database;
        this.assessments = assessments;
        this.schemes = schemes;
        this.plans = plans;
        this.inputs = inputs;
        this.files = files;
        this.history = history;
        this.current = current;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Transactional
    void scoreSelf(String id) {
        var assessment = assessments.get(id);
        var me = current.get();
        if (!me.unit().equals(assessment.unit())) {
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

    /** Nobody verifies the score of his own unit or one he gave himself. */
    @Transactional
    Verdict verify(String id) {
        var assessment = assessments.get(id);
        var me = current.get();
        if (!me.groups().contains("office")) {
            throw Refusal.because("review.notOffice");
        }
        if (me.unit().equals(assessment.unit()) || me.login().equals(assessment.scoredBy())) {
            throw Refusal.because("scoring.ownScore");
        }
        var input = inputs.take(id, "verifyScore", Verified.class);
        var decision = new Decision(input.verdict(), input.remark()).among(Verdict.APPROVED, Verdict.RETURNED);
        var verdict = decision.given();
        if (verdict == Verdict.APPROVED) {
            verify(assessment, input);
            assessments.become(id, Assessment.State.CONFIRMING, Assessment.State.VERIFYING);
            database.sql("update assessment set verified_by = ?, verified_at = ? where id = ?")
                    .params(me.login(), OffsetDateTime.now(clock), id)
                    .update();
        } else {
            assessments.become(id, Assessment.State.RETURNED, Assessment.State.VERIFYING);
            database.sql("update assessment set last_day = greatest(last_day, ?) where id = ?")
                    .params(calendar.after(LocalDate.now(clock), AGAIN_AFTER), id)
                    .update();
        }
        history.remark(id, "verifyScore", verdict.name(), decision.remark());
        history.note(assessment.plan(), "verifyScore." + verdict, assessment.unit());
        return verdict;
    }

    private void verify(Assessment assessment, Verified input) {
        var criteria = assessments.scores(assessment.id());
        var lines = input.scores() == null ? List.<VerifiedLine>of() : input.scores();
        sameCriteria(criteria, lines.stream().map(VerifiedLine::number).toList());
        for (int i = 0; i < criteria.size(); i++) {
            var criterion = criteria.get(i);
            var path = "scores[" + i + "].";
            var score = criterion.given(
                    path + "score", "field.verifiedScore", lines.get(i).score());
            var remark = Entries.optionalText(
                    path + "remark", "field.remark", lines.get(i).remark(), 5_000);
            if (remark == null && criterion.selfScore() != null && score.compareTo(criterion.selfScore()) != 0) {
                throw Refusal.of(path + "remark", "scoring.differenceNeedsRemark", criterion.number());
            }
            database.sql(
                            "update assessment_score set verified_score = ?, remark = ? where assessment = ? and criterion = ?")
                    .params(score, remark, assessment.id(), criterion.number())
                    .update();
        }
        var most = schemes.get(assessment.scheme()).adjustmentLimit();
        var bonus = adjustment("bonus", "field.bonus", input.bonus(), most);
        var penalty = adjustment("penalty", "field.penalty", input.penalty(), most);
        var reason = Entries.optionalText("adjustment", "field.adjustment", input.adjustment(), 5_000);
        if (reason == null && bonus.add(penalty).signum() > 0) {
            throw Refusal.of("adjustment", "form.missing", Sentences.of("field.adjustment"));
        }
        if (input.disciplined() == null) {
            throw Refusal.of("disciplined", "form.noChoice");
        }
        database.sql("update assessment set bonus = ?, penalty = ?, adjustment = ?, disciplined = ? where id = ?")
                .params(bonus, penalty, reason, input.disciplined(), assessment.id())
                .update();
    }

    private static BigDecimal adjustment(String field, String label, @Nullable String entry, BigDecimal most) {
        if (entry == null || entry.isBlank()) {
            return BigDecimal.ZERO;
        }
        var points = Entries.number(field, label, entry);
        if (points.compareTo(most) > 0) {
            throw Refusal.of(field, "scoring.tooMuchAdjustment", Entries.print(most), Entries.print(points));
        }
        return points;
    }

    /** The form lists the criteria of the scheme; anything else was not typed into it. */
    private static void sameCriteria(List<Assessments.Score> criteria, List<@Nullable Integer> typed) {
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

    record VerifiedLine(
            @Nullable Integer number,
            @Nullable String score,
            @Nullable String remark) {}

    record Verified(
            @Nullable List<VerifiedLine> scores,
            @Nullable String bonus,
            @Nullable String penalty,
            @Nullable String adjustment,
            @Nullable Boolean disciplined,
            @Nullable Verdict verdict,
            @Nullable String remark) {}
}
