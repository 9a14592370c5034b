package vn.tiendo.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.authority.Kind;
import vn.tiendo.authority.SigningAuthority;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Decision;
import vn.tiendo.form.Decision.Verdict;
import vn.tiendo.form.FormInputs;
import vn.tiendo.plan.DraftVersions;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.PlanStatus;
import vn.tiendo.plan.Plans;
import vn.tiendo.plan.TermCheck;

/** Who is competent to sign approves the draft (Decree 30/2020/NĐ-CP, article 11), never a draft of his own. */
@Component
class Approval {

    private final Plans plans;
    private final DraftVersions versions;
    private final TermCheck terms;
    private final FormInputs inputs;
    private final PlanHistory history;
    private final SigningAuthority authority;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    Approval(
            Plans plans,
            DraftVersions versions,
            TermCheck terms,
            FormInputs inputs,
            PlanHistory history,
            SigningAuthority authority,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.plans = plans;
        this.versions = versions;
        this.terms = terms;
        this.inputs = inputs;
        this.history = history;
        this.authority = authority;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    @Transactional
    Verdict bySigner(String id) {
        var plan = plans.get(id);
        var me = current.get();
        if (!me.signsAs(plan.signer())) {
            throw Refusal.because("approval.notSigner");
        }
        return decide(plan, me, "approvePlan", Verdict.APPROVED, Verdict.RETURNED, Verdict.PASSED);
    }

    @Transactional
    Verdict byChair(String id) {
        var me = current.get();
        if (!me.isIn(Position.CHAIR)) {
            throw Refusal.because("approval.notChair");
        }
        return decide(plans.get(id), me, "decideByChair", Verdict.APPROVED, Verdict.RETURNED);
    }

    /** No leader saw the draft, so the remark speaks for the table of signing authority. */
    @Transactional
    void refuseSigner(String id) {
        plans.move(id, PlanStatus.DRAFTING, PlanStatus.APPROVING);
        var plan = plans.get(id);
        var signer = directory.official(Objects.requireNonNull(plan.signer()));
        history.remark(
                id,
                "refuseSigner",
                "RETURNED",
                signer.holds(Position.VICE_CHAIR) && !directory.answersFor(signer.login(), plan.proposalUnit())
                        ? Sentences.of(
                                "approval.signerOutsideField",
                                signer.name(),
                                directory.unit(plan.proposalUnit()).name(),
                                directory.viceChairsOver(plan.proposalUnit()).stream()
                                        .map(Official::name)
                                        .collect(Collectors.joining(", ")))
                        : Sentences.of("approval.signerRefused", signer.name()));
        history.note(id, "refuseSigner", signer.name());
    }

    /** Fields, positions and the table change while a draft waits. */
    private void refuseIncompetent(Official me, Plan plan, Verdict verdict, boolean canPassOn) {
        if (authority.isCompetent(Kind.KH, me, plan.proposalUnit())) {
            return;
        }
        if (!canPassOn && verdict == Verdict.APPROVED) {
            throw Refusal.because("approval.chairMayNot");
        }
        if (canPassOn && verdict != Verdict.PASSED) {
            var inField = Stream.concat(Stream.of(me), me.signsFor().stream())
                    .anyMatch(one -> directory.answersFor(one.login(), plan.proposalUnit()));
            throw Refusal.because(inField ? "approval.notByTable" : "approval.outsideField");
        }
    }

    private Verdict decide(Plan plan, Official me, String step, Verdict... allowed) {
        if (me.login().equals(plan.drafter()) || versions.wrote(plan.id(), me.login())) {
            throw Refusal.because("approval.ownDraft");
        }
        var decision = inputs.take(plan.id(), step, Decision.class).among(allowed);
        var verdict = decision.given();
        refuseIncompetent(me, plan, verdict, List.of(allowed).contains(Verdict.PASSED));
        switch (verdict) {
            case APPROVED -> {
                terms.refuseOver(plan.id(), LocalDate.now(clock));
                plans.move(plan.id(), PlanStatus.APPROVED, PlanStatus.APPROVING);
                plans.approve(plan.id(), me.login(), me.committeeBlock(), OffsetDateTime.now(clock));
            }
            case RETURNED -> plans.move(plan.id(), PlanStatus.DRAFTING, PlanStatus.APPROVING);
            case PASSED -> {
                // the same approval, now in the hands of the Chủ tịch
            }
        }
        history.remark(plan.id(), step, verdict.name(), decision.remark());
        history.note(plan.id(), step + "." + verdict, decision.remark());
        return verdict;
    }
}
