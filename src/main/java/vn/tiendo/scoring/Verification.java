package vn.tiendo.scoring;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.calendar.WorkingCalendar;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Decision;
import vn.tiendo.form.Decision.Verdict;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.Schemes;

/** The office verifies what the units gave themselves, adds bonus and penalty, or returns it. */
@Component
class Verification {

    /** A score that is returned is due again after so many working days. */
    private static final int AGAIN_AFTER = 3;

    private final JdbcClient database;
    private final Assessments assessments;
    private final Schemes schemes;
    private final FormInputs inputs;
    private final PlanHistory history;
    private final CurrentOfficial current;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Verification(
            JdbcClient database,
            Assessments assessments,
            Schemes schemes,
            FormInputs inputs,
            PlanHistory history,
            CurrentOfficial current,
            WorkingCalendar calendar,
            Clock clock) {
        this.database = database;
        this.assessments = assessments;
        this.schemes = schemes;
        this.inputs = inputs;
        this.history = history;
        this.current = current;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Nobody verifies the score of his own unit or one he gave himself. */
    @Transactional
    Verdict verify(String id) {
        var assessment = assessments.get(id);
        var me = current.get();
        if (!me.groups().contains("office")) {
            throw Refusal.because("review.notOffice");
        }
        if (me.isOf(assessment.unit()) || me.login().equals(assessment.scoredBy())) {
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
        Scoring.sameCriteria(criteria, lines.stream().map(VerifiedLine::number).toList());
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
