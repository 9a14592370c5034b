package vn.tiendo.distribution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.deadline.Deadline;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.distribution.Delivery.Channel;
import vn.tiendo.plan.Draft;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.Plan;

/**
 * Whom the lines of Nơi nhận mean today. A line for one unit is its copy, also where two bodies share that unit; through lines for
 * several a unit gets the plan once, and not at all if a line of its own brings it.
 */
@Component
class Recipients {

    private static final int DAYS_TO_CONFIRM = 3;

    private final Drafts drafts;
    private final Directory directory;
    private final Deadline deadline;
    private final Agencies agencies;
    private final Clock clock;

    Recipients(Drafts drafts, Directory directory, Deadline deadline, Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.deadline = deadline;
        this.drafts = drafts;
        this.directory = directory;
        this.clock = clock;
    }

    /** The copy for the file ("Lưu") stays in the house; a line that means nobody is left to the clerk. */
    List<Delivery> of(Plan plan) {
        var today = LocalDate.now(clock);
        var lines = drafts.recipients(plan.id()).stream()
                .filter(line -> line.role() != Draft.Recipient.Role.ARCHIVE)
                .toList();
        var behind = lines.stream()
                .map(line -> directory.unitsBehind(line.units(), today))
                .toList();
        var reached = new HashSet<String>();
        var ids = agencies.ids();
        behind.stream()
                .filter(units -> units.size() == 1)
                .forEach(units -> reached.add(units.get(0).code()));
        var deliveries = new ArrayList<Delivery>();
        for (var i = 0; i < lines.size(); i++) {
            open(plan, lines.get(i), behind.get(i), reached, ids, deliveries);
        }
        return deliveries;
    }

    private void open(
            Plan plan,
            Draft.Recipient line,
            List<Unit> units,
            Set<String> reached,
            Map<String, String> ids,
            List<Delivery> deliveries) {
        if (units.size() == 1) {
            var unit = units.get(0);
            var id = ids.get(unit.code());
            if (line.address() == null && id != null) {
                deliveries.add(waiting(plan, line, unit, line.text(), id, Channel.EDXML));
            } else {
                var address = line.address() == null ? unit.email() : line.address();
                deliveries.add(waiting(plan, line, unit, line.text(), address, channel(line, unit, address)));
            }
            return;
        }
        units.stream().filter(unit -> reached.add(unit.code())).forEach(unit -> {
            var id = ids.get(unit.code());
            deliveries.add(
                    id == null
                            ? waiting(plan, line, unit, unit.name(), unit.email(), channel(line, unit, unit.email()))
                            : waiting(plan, line, unit, unit.name(), id, Channel.EDXML));
        });
        if (units.isEmpty() || line.address() != null) {
            deliveries.add(waiting(plan, line, null, line.text(), line.address(), channel(line, null, line.address())));
        }
    }

    private Delivery waiting(
            Plan plan,
            Draft.Recipient line,
            @Nullable Unit unit,
            String name,
            @Nullable String address,
            Channel channel) {
        var ofLine = "%s-N%02d".formatted(plan.id(), line.position());
        var now = OffsetDateTime.now(clock);
        return new Delivery(
                unit == null || name.equals(line.text()) ? ofLine : ofLine + "-" + unit.code(),
                plan.id(),
                line.position(),
                unit == null ? null : unit.code(),
                plan.title(),
                name,
                channel,
                address,
                Objects.requireNonNull(plan.document()),
                channel == Channel.PORTAL ? Delivery.State.DELIVERED : Delivery.State.WAITING,
                0,
                null,
                channel == Channel.PORTAL ? now : null,
                null,
                line.receipt() && channel != Channel.PORTAL
                        ? Deadline.day(deadline.workingDays(DAYS_TO_CONFIRM))
                        : null,
                now,
                null,
                null,
                null,
                null);
    }

    /** A line that asks for publication and names nobody means everybody. */
    private static Channel channel(Draft.Recipient line, @Nullable Unit unit, @Nullable String address) {
        if (address != null) {
            return Channel.MAIL;
        }
        return unit == null && line.role() == Draft.Recipient.Role.PUBLISH ? Channel.PORTAL : Channel.PAPER;
    }
}
