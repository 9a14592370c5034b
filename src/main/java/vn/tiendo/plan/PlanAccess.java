package vn.tiendo.plan;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.NotFound;

/**
 * Drafts are read by those who work on them, issued plans by the office and by the units they concern; to others there is no
 * such plan.
 */
@Component
public class PlanAccess {

    private static final Set<Unit.Kind> INSIDE = Set.of(Unit.Kind.COMMITTEE, Unit.Kind.OFFICE, Unit.Kind.DEPARTMENT);

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

    /** @throws NotFound if there is no such plan or this person does not work on its drafts */
    public Plan drafts(String id) {
        var plan = plans.get(id);
        if (!mayReadDrafts(plan)) {
            throw new NotFound("drafts of " + id);
        }
        return plan;
    }

    public boolean mayReadDrafts(Plan plan) {
        return worksOnDrafts(current.get(), plan);
    }

    /** All plans this person may read, the newest first. */
    public List<Plan> readable() {
        var reader = current.get();
        var inside = isInside(reader);
        var concerning = inside ? Set.<String>of() : plans.concerning(reader.unit());
        return plans.all().stream()
                .filter(plan -> plan.status().isOfficial()
                        ? inside || concerning.contains(plan.id())
                        : worksOnDrafts(reader, plan))
                .toList();
    }

    /** The sealed file holds the reports of all units. */
    public boolean mayTakeOut(Plan plan) {
        var reader = current.get();
        return reader.seesAllReports() || reader.actsFor(plan.drafter());
    }

    private boolean mayRead(Official reader, Plan plan) {
        if (!plan.status().isOfficial()) {
            return worksOnDrafts(reader, plan);
        }
        return isInside(reader) || plans.concerning(reader.unit()).contains(plan.id());
    }

    /** The committee's own people; everybody else reads the plans that are sent to his unit or ask it for reports. */
    private boolean isInside(Official reader) {
        return INSIDE.contains(directory.unit(reader.unit()).kind());
    }

    private static boolean worksOnDrafts(Official reader, Plan plan) {
        return reader.isIn(
                        Position.CHAIR,
                        Position.VICE_CHAIR,
                        Position.OFFICE_HEAD,
                        Position.OFFICE_STAFF,
                        Position.CLERK)
                || (reader.isOf(plan.proposalUnit()) && !reader.isIn(Position.ADMINISTRATOR))
                || reader.actsFor(plan.drafter());
    }
}
