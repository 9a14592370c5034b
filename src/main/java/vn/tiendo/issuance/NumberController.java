package vn.tiendo.issuance;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tiendo.plan.PlanAccess;

/** Proposes the next number and today to the clerk; nothing is taken until the form is handed in. */
@RestController
class NumberController {

    private final Issuance issuance;
    private final PlanAccess access;

    NumberController(Issuance issuance, PlanAccess access) {
        this.issuance = issuance;
        this.access = access;
    }

    @GetMapping("/api/plans/{id}/next-number")
    Issuance.Proposed next(@PathVariable String id) {
        return issuance.proposed(access.readable(id));
    }
}
