package vn.tiendo.review;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Official;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Decision;
import vn.tiendo.form.Decision.Verdict;
import vn.tiendo.form.FormInputs;
import vn.tiendo.plan.DraftVersions;
import vn.tiendo.plan.FormCheck;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.PlanStatus;
import vn.tiendo.plan.Plans;

/**
 * The head of the drafting unit answers for the content, the office checks the form (Decree 30/2020/NĐ-CP, article 12);
 * nobody judges a draft of his own.
 */
@Component
class Review {

    private final Plans plans;
    private final DraftVersions versions;
    private final FormCheck check;
    private final FormInputs inputs;
    private final PlanHistory history;
    private final CurrentOfficial current;

    Review(
            Plans plans,
            DraftVersions versions,
            FormCheck check,
            FormInputs inputs,
            PlanHistory history,
            CurrentOfficial current) {
        this.plans = plans;
        this.versions = versions;
        this.check = check;
        this.inputs = inputs;
        this.history = history;
        this.current = current;
    }

    @Transactional
    Verdict byUnitHead(String id) {
        var plan = plans.get(id);
        var me = current.get();
        if (!me.leads(plan.proposalUnit())) {
            throw Refusal.because("review.notHead");
        }
        return judge(plan, me, "reviewDraft", PlanStatus.REVIEWING, PlanStatus.CHECKING);
    }

    @Transactional
    Verdict byOffice(String id) {
        var me = current.get();
        if (!me.groups().contains("office")) {
            throw Refusal.because("review.notOffice");
        }
        return judge(plans.get(id), me, "checkForm", PlanStatus.CHECKING, PlanStatus.APPROVING);
    }

    private Verdict judge(Plan plan, Official me, String step, PlanStatus now, PlanStatus next) {
        if (me.login().equals(plan.drafter()) || versions.wrote(plan.id(), me.login())) {
            throw Refusal.because("review.ownDraft");
        }
        var decision = inputs.take(plan.id(), step, Decision.class).among(Verdict.APPROVED, Verdict.RETURNED);
        var verdict = decision.given();
        if (verdict == Verdict.APPROVED && next == PlanStatus.APPROVING) {
            check.refuseIncomplete(plan);
        }
        plans.move(plan.id(), verdict == Verdict.APPROVED ? next : PlanStatus.DRAFTING, now);
        history.remark(plan.id(), step, verdict.name(), decision.remark());
        history.note(plan.id(), step + "." + verdict, decision.remark());
        return verdict;
    }
}
