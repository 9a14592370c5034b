package vn.tiendo.distribution;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Position;
import vn.tiendo.distribution.Delivery.Channel;
import vn.tiendo.distribution.Delivery.State;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.Plans;

/** The clerk takes an issued plan back, alone or for another one: exactly those who had it are told. */
@Component
class Recalling {

    private final Plans plans;
    private final Recalls recalls;
    private final Deliveries deliveries;
    private final PlanDistribution process;
    private final ReceiptDebts debts;
    private final PlanHistory history;
    private final CurrentOfficial current;
    private final Clock clock;

    Recalling(
            Plans plans,
            Recalls recalls,
            Deliveries deliveries,
            PlanDistribution process,
            ReceiptDebts debts,
            PlanHistory history,
            CurrentOfficial current,
            Clock clock) {
        this.plans = plans;
        this.recalls = recalls;
        this.deliveries = deliveries;
        this.process = process;
        this.debts = debts;
        this.history = history;
        this.current = current;
        this.clock = clock;
    }

    /** @param replacement number of the issued plan that takes its place; blank for none */
    @Transactional
    void recall(String id, String reason, String replacement) {
        var me = current.get();
        if (!me.isIn(Position.CLERK)) {
            throw Refusal.because("number.notClerk");
        }
        var plan = plans.get(id);
        plans.lock(id);
        var why = Entries.text("reason", "field.recallReason", reason, 1_000);
        if (!plan.status().isOfficial() || plan.document() == null) {
            throw Refusal.because("recall.notIssued");
        }
        if (recalls.find(id).isPresent()) {
            throw Refusal.because("recall.already");
        }
        var successor = replacement.isBlank() ? null : issued(replacement.strip(), plan);
        recalls.keep(id, why, successor == null ? null : successor.id(), me.login());
        for (var delivery : deliveries.lockOwn(id)) {
            process.recalled(delivery.id());
            if (delivery.isGone() && delivery.channel() != Channel.PORTAL) {
                tell(delivery, plan, successor);
            } else {
                deliveries.recalled(delivery.id());
            }
        }
        history.note(id, "recalled", successor == null ? why : successor.code() + ": " + why);
    }

    private Plan issued(String code, Plan recalled) {
        return plans.all().stream()
                .filter(other -> code.equals(other.code()) && !other.id().equals(recalled.id()))
                .filter(other -> other.document() != null)
                .findFirst()
                .orElseThrow(() -> Refusal.of("replacement", "recall.noReplacement", code));
    }

    private void tell(Delivery first, Plan plan, @Nullable Plan successor) {
        var notice = new Delivery(
                first.id() + "-TH",
                successor == null ? plan.id() : successor.id(),
                first.line(),
                first.unit(),
                Sentences.of(successor == null ? "recall.subject" : "recall.replacedSubject", plan.title()),
                first.recipient(),
                first.channel(),
                first.address(),
                Objects.requireNonNull(successor == null ? plan.document() : successor.document()),
                State.WAITING,
                0,
                null,
                null,
                null,
                null,
                OffsetDateTime.now(clock),
                null,
                null,
                null,
                first.id());
        deliveries.open(List.of(notice));
        process.start(notice, debts.relation(notice));
    }
}
