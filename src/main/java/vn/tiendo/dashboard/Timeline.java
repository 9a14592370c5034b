package vn.tiendo.dashboard;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.PlanAccess;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.PlanHistory.Event;

/**
 * What of a plan's history somebody may know: the leaders and the office all of it, everybody what became of the plan, who
 * works on it how it was made and sent, a unit what it did itself.
 */
@Component
class Timeline {

    private static final Set<String> OF_THE_PLAN = Set.of(
            "issued",
            "recalled",
            "distributed",
            "numberVoided",
            "termAdded",
            "roundOpened",
            "roundClosed",
            "consolidationSent",
            "assignmentsGiven",
            "assessmentOpened",
            "closed",
            "archived");

    private static final Set<String> OF_ITS_MAKING = Set.of(
            "proposed",
            "drafted",
            "reviewDraft",
            "checkForm",
            "approvePlan",
            "decideByChair",
            "refuseSigner",
            "numbered",
            "numberingReturned",
            "handedOver");

    private static final Set<String> OF_ITS_WAY = Set.of("received", "readdressed", "answered", "bounced", "handed");

    private final PlanHistory history;
    private final PlanAccess access;
    private final Directory directory;
    private final CurrentOfficial current;

    Timeline(PlanHistory history, PlanAccess access, Directory directory, CurrentOfficial current) {
        this.history = history;
        this.access = access;
        this.directory = directory;
        this.current = current;
    }

    List<Event> of(Plan plan) {
        var all = history.events(plan.id());
        var me = current.get();
        if (me.seesAllReports()) {
            return all;
        }
        var makes = access.mayReadDrafts(plan);
        var mine = me.units().stream()
                .flatMap(unit -> Stream.of(unit, directory.unit(unit).name()))
                .collect(Collectors.toSet());
        return all.stream()
                .filter(event -> {
                    var action = event.action().split("\\.")[0];
                    // a remark on the draft may begin with the name of a unit
                    return OF_ITS_MAKING.contains(action)
                            ? makes
                            : OF_THE_PLAN.contains(action)
                                    || (makes && OF_ITS_WAY.contains(action))
                                    || mine.contains(subject(event));
                })
                .toList();
    }

    /** The unit an event is about stands first, before what was said. */
    private static String subject(Event event) {
        return Objects.requireNonNullElse(event.detail(), "").split(": ", 2)[0];
    }
}
