package vn.tiendo.reporting;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Privileged;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.PlanAccess;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.PlanStatus;
import vn.tiendo.plan.Plans;
import vn.tiendo.plan.ReportingDuty.Term;
import vn.tiendo.plan.TermCheck;
import vn.tiendo.plan.TermInput;

/** What was "chưa có hạn" when the plan was issued gets its date, and with it a round. */
@Component
public class DutyTerms {

    private final PlanAccess access;
    private final Plans plans;
    private final Drafts drafts;
    private final TermCheck check;
    private final RoundPlanning planning;
    private final Privileged privileged;
    private final PlanHistory history;
    private final CurrentOfficial current;
    private final Clock clock;

    DutyTerms(
            PlanAccess access,
            Plans plans,
            Drafts drafts,
            TermCheck check,
            RoundPlanning planning,
            Privileged privileged,
            PlanHistory history,
            CurrentOfficial current,
            Clock clock) {
        this.access = access;
        this.plans = plans;
        this.drafts = drafts;
        this.check = check;
        this.planning = planning;
        this.privileged = privileged;
        this.history = history;
        this.current = current;
        this.clock = clock;
    }

    /** The drafter and the office, while the plan is carried out. */
    public boolean mayBeGiven(Plan plan) {
        var me = current.get();
        return plan.status() == PlanStatus.ISSUED
                && (me.actsFor(plan.drafter()) || me.groups().contains("office"));
    }

    /**
     * @param number of the term without date that gets one; null for a further term
     * @throws NotFound if this person may not read the plan, or it has no such duty
     * @throws Refusal if this person or the plan's state does not allow it, or the term cannot be kept
     */
    @Transactional
    public void give(String id, int position, @Nullable Integer number, TermInput typed) {
        access.readable(id);
        plans.lock(id);
        if (!mayBeGiven(plans.get(id))) {
            throw Refusal.because("dutyTerm.notAllowed");
        }
        var duty = drafts.duties(id).stream()
                .filter(one -> one.position() == position)
                .findFirst()
                .orElseThrow(() -> new NotFound("duty " + position + " of " + id));
        var date = Entries.date("date", "field.dutyDate", typed.date());
        if (duty.mergedInto() != null) {
            throw Refusal.because("dutyTerm.merged", duty.name());
        }
        if (duty.isSelfAssessment() && duty.terms().stream().anyMatch(term -> term.date() != null)) {
            throw Refusal.of("date", "dutyTerm.hasDate", duty.name());
        }
        var known = duty.terms().stream()
                .filter(one -> number != null && one.number() == number)
                .findFirst();
        var read = typed.read("", known.map(Term::number).orElse(duty.terms().size() + 1));
        var term = new Term(
                read.number(),
                read.label() == null ? known.map(Term::label).orElse(null) : read.label(),
                read.date(),
                read.cutOff(),
                read.officeDate(),
                read.superiorDate());
        check.refuseImpossible(duty, term, "", "", LocalDate.now(clock));
        if (!drafts.addTerm(id, position, term)) {
            throw Refusal.of("date", "dutyTerm.hasDate", duty.name());
        }
        // nobody may start rounds by hand
        privileged.call(() -> planning.plan(id));
        history.note(id, "termAdded", duty.name() + ": " + Entries.print(date));
    }
}
