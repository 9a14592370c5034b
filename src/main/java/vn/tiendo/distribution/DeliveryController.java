package vn.tiendo.distribution;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tiendo.plan.PlanAccess;

/** What the clerk sees of a delivery that did not arrive. */
@RestController
class DeliveryController {

    private final Deliveries deliveries;
    private final PlanAccess access;

    DeliveryController(Deliveries deliveries, PlanAccess access) {
        this.deliveries = deliveries;
        this.access = access;
    }

    @GetMapping("/api/deliveries/{id}")
    Content delivery(@PathVariable String id) {
        var delivery = deliveries.get(id);
        var plan = access.readable(delivery.plan());
        return new Content(
                id,
                plan.id(),
                plan.code(),
                plan.subject(),
                delivery.recipient(),
                delivery.address(),
                delivery.lastError(),
                delivery.attempts());
    }

    record Content(
            String id,
            String planId,
            @Nullable String planCode,
            String planSubject,
            String recipient,
            @Nullable String address,
            @Nullable String error,
            int attempts) {}
}
