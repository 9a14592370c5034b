package vn.tiendo.plan;

import org.springframework.stereotype.Component;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.NotFound;

/** Drafts are read by those who work on them, issued plans by the whole office; to others there is no such plan. */
@Component
public class PlanAccess {

    private final Plans plans;
    private final CurrentOfficial current;
    private final Directory directory;

    PlanAccess(Plans plans, CurrentOfficial current, Directory directory) {
        this.plans = plans;
        this.current = current;
        this.directory = directory;
    }

    /** @throws NotFound if there is no such plan or this person may not read it */
    public Plan readable(String id) {
        var plan = plans.get(id);
        if (!mayRead(current.get(), plan)) {
            throw new NotFound("plan " + id);
        }
        return plan;
    }

    public boolean mayRead(Official reader, Plan plan) {
        if (plan.status().isOfficial()) {
            return directory.unit(reader.unit()).kind() != Unit.Kind.SUPERIOR || reader.isIn(Position.ADMINISTRATOR);
        }
        return reader.isIn(
                        Position.CHAIR,
                        Position.VICE_CHAIR,
                        Position.OFFICE_HEAD,
                        Position.OFFICE_STAFF,
                        Position.CLERK)
                || reader.unit().equals(plan.proposalUnit())
                || reader.login().equals(plan.drafter());
    }
}
