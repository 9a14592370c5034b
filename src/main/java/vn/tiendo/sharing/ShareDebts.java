package vn.tiendo.sharing;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiendo.assignment.Assignments;
import vn.tiendo.deadline.Debt;
import vn.tiendo.deadline.DebtWatcher;
import vn.tiendo.deadline.Debts;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Sentences;

/** The parts that officials and coordinators owe, as the reminder ladder sees them; they end when their assignment is in. */
@Component
class ShareDebts implements Debts, DebtWatcher {

    private final Shares shares;
    private final Assignments assignments;
    private final Directory directory;
    private final Clock clock;

    ShareDebts(Shares shares, Assignments assignments, Directory directory, Clock clock) {
        this.shares = shares;
        this.assignments = assignments;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Optional<Debt> find(String key) {
        return shares.find(key).map(share -> {
            var assignment = assignments.get(share.assignment());
            var unit = directory.unit(share.unit());
            return new Debt(
                    key,
                    Debt.Kind.SHARE,
                    Assignments.relation(assignment.kind(), unit),
                    share.isOpen(),
                    assignment.plan(),
                    Sentences.of("share.what", share.work()),
                    Sentences.of("share.source", assignment.title()),
                    unit.code(),
                    unit.name(),
                    share.lastDay(),
                    share.lateBy(OffsetDateTime.now(clock)),
                    share.climbedUntil().toInstant(),
                    Optional.ofNullable(shares.assignee(key))
                            .flatMap(directory::find)
                            .map(List::of)
                            .orElseGet(() -> directory.members(unit.code())));
        });
    }

    @Override
    public void told(String key, Instant until) {
        shares.told(key, until);
    }

    /** What one unit or person does for another is no leader's question; the assignment itself is. */
    @Override
    public void askLeader(String key) {}

    @Override
    public void settled(String key) {
        shares.end(key);
    }

    /** The parts follow the end of the unit that owes them, not that of the assignment's. */
    @Override
    public void handedOver(String key, Unit to) {}

    @Override
    public void longOverdue(String key) {}
}
