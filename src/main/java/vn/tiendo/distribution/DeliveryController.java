package vn.tiendo.distribution;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.NotFound;
import vn.tiendo.plan.PlanAccess;

/** What the clerk sees of a delivery that did not arrive, and a unit of its own. */
@RestController
class DeliveryController {

    private final Deliveries deliveries;
    private final PlanAccess access;
    private final CurrentOfficial current;

    DeliveryController(Deliveries deliveries, PlanAccess access, CurrentOfficial current) {
        this.deliveries = deliveries;
        this.access = access;
        this.current = current;
    }

    @GetMapping("/api/deliveries/{id}")
    Content delivery(@PathVariable String id) {
        var delivery = deliveries.get(id);
        var plan = access.readable(delivery.plan());
        var me = current.get();
        if (!me.seesAllReports()
                && !me.isIn(Position.CLERK)
                && (delivery.unit() == null || !me.isOf(delivery.unit()))) {
            throw new NotFound("delivery " + id);
        }
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
