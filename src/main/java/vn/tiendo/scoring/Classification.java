package vn.tiendo.scoring;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Decision;
import vn.tiendo.form.Decision.Verdict;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.mail.Letter;
import vn.tiendo.mail.Mails;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.Plans;
import vn.tiendo.plan.Schemes;

/** From the verified score to the rating the unit is told. */
@Component
class Classification {

    private final JdbcClient database;
    private final Assessments assessments;
    private final Schemes schemes;
    private final Plans plans;
    private final FormInputs inputs;
    private final Mails mails;
    private final PlanHistory history;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    Classification(
            JdbcClient database,
            Assessments assessments,
            Schemes schemes,
            Plans plans,
            FormInputs inputs,
            Mails mails,
            PlanHistory history,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.database = database;
        this.assessments = assessments;
        this.schemes = schemes;
        this.plans = plans;
        this.inputs = inputs;
        this.mails = mails;
        this.history = history;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException if the table, which administrators edit, answers no rating we know */
    @Transactional
    void rate(String id, @Nullable String answer) {
        var rating = Assessment.Rating.valueOf(String.valueOf(answer));
        database.sql("update assessment set rating = ? where id = ?")
                .params(rating.name(), id)
                .update();
        var assessment = assessments.get(id);
        history.note(assessment.plan(), "assessmentRated", assessment.unit());
    }

    /** Only who signed the plan. */
    @Transactional
    Verdict confirm(String id) {
        var assessment = assessments.get(id);
        var me = current.get();
        if (!me.signsAs(plans.get(assessment.plan()).signer())) {
            throw Refusal.because("scoring.notSigner");
        }
        var decision = inputs.take(id, "confirmRating", Decision.class).among(Verdict.APPROVED, Verdict.RETURNED);
        var verdict = decision.given();
        assessments.become(
                id,
                verdict == Verdict.APPROVED ? Assessment.State.CONFIRMED : Assessment.State.VERIFYING,
                Assessment.State.CONFIRMING);
        if (verdict == Verdict.APPROVED) {
            database.sql("update assessment set confirmed_by = ?, confirmed_at = ? where id = ?")
                    .params(me.login(), OffsetDateTime.now(clock), id)
                    .update();
        }
        history.remark(id, "confirmRating", verdict.name(), decision.remark());
        history.note(assessment.plan(), "confirmRating." + verdict, assessment.unit());
        return verdict;
    }

    /** To the unit's address, without one to its people; once, however often it runs. */
    @Transactional
    void send(String id) {
        if (!assessments.became(id, Assessment.State.SENT, Assessment.State.CONFIRMED)) {
            return;
        }
        var assessment = assessments.get(id);
        var unit = directory.unit(assessment.unit());
        if (unit.email() != null) {
            post(assessment, unit.name(), unit.name(), unit.email());
        } else {
            directory
                    .members(unit.code())
                    .forEach(member -> post(assessment, unit.name(), member.name(), member.email()));
        }
        history.note(assessment.plan(), "ratingSent", assessment.unit());
    }

    private void post(Assessment assessment, String unit, String reader, String address) {
        var rating = Sentences.of("rating." + Objects.requireNonNull(assessment.rating()));
        var paragraphs = new ArrayList<String>();
        paragraphs.add(Sentences.of(
                "scoring.sent.body",
                unit,
                Entries.print(Objects.requireNonNull(assessment.points())),
                rating,
                schemes.get(assessment.scheme()).name(),
                plans.get(assessment.plan()).title()));
        paragraphs.addAll(reasons(assessment));
        mails.post(new Letter(
                "rating/" + assessment.id() + "/" + address,
                assessment.plan(),
                reader,
                address,
                Sentences.of("scoring.sent.subject", assessment.year(), rating, unit),
                paragraphs,
                "/ke-hoach/" + assessment.plan(),
                Sentences.of("scoring.sent.why", unit),
                null));
    }

    /** Why the rating is lower than the points alone would make it. */
    List<String> reasons(Assessment assessment) {
        var reasons = new ArrayList<String>();
        if (assessment.points() == null) {
            return reasons;
        }
        if (assessment.scoredAt() == null) {
            reasons.add(Sentences.of("scoring.reason.noSelfScore"));
        }
        for (var score : assessments.scores(assessment.id())) {
            if (score.verifiedScore() != null && score.verifiedScore().signum() == 0) {
                reasons.add(Sentences.of(
                        score.knockOut() ? "scoring.reason.knockOut" : "scoring.reason.zero", score.number()));
            }
        }
        if (assessment.disciplined()) {
            reasons.add(Sentences.of("scoring.reason.disciplined"));
        }
        return reasons;
    }
}
