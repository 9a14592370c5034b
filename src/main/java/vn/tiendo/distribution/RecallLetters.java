package vn.tiendo.distribution;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Sentences;
import vn.tiendo.mail.Letter;
import vn.tiendo.plan.Plans;

/** Tells whoever had a plan that it was taken back, with what replaces it if something does. */
@Component
class RecallLetters {

    private final Deliveries deliveries;
    private final Plans plans;
    private final Recalls recalls;
    private final Receipts receipts;

    RecallLetters(Deliveries deliveries, Plans plans, Recalls recalls, Receipts receipts) {
        this.deliveries = deliveries;
        this.plans = plans;
        this.recalls = recalls;
        this.receipts = receipts;
    }

    /** @param fits the replacement is attached; else it is behind the link. What was recalled is not sent again. */
    Letter letter(Delivery delivery, String address, boolean fits) {
        var first = deliveries.get(Objects.requireNonNull(delivery.follows()));
        var recall = recalls.get(first.plan());
        var replaced = recall.replacedBy() != null;
        return new Letter(
                "delivery/" + delivery.id() + "/" + address,
                delivery.plan(),
                delivery.recipient(),
                address,
                delivery.subject(),
                List.of(
                        replaced
                                ? Sentences.of(
                                        "recall.replaced",
                                        first.subject(),
                                        plans.get(delivery.plan()).title())
                                : Sentences.of("recall.body", first.subject()),
                        Sentences.of("recall.reason", recall.reason()),
                        Sentences.of("delivery.mayConfirm")),
                receipts.link(delivery, address),
                Sentences.of("delivery.why", delivery.recipient()),
                replaced && fits ? delivery.document() : null);
    }
}
