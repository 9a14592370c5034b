package vn.tiendo.distribution;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.tiendo.deadline.Debt;
import vn.tiendo.deadline.Debts;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.Sentences;

/** The confirmations that recipients owe, as the reminder ladder sees them. */
@Component
class ReceiptDebts implements Debts {

    /** Spares the ladder of every report a question to our table. */
    private static final Pattern OURS = Pattern.compile(".*-N\\d{2,}(?:-.*)?");

    private final Deliveries deliveries;
    private final Directory directory;
    private final Clock clock;

    ReceiptDebts(Deliveries deliveries, Directory directory, Clock clock) {
        this.clock = clock;
        this.deliveries = deliveries;
        this.directory = directory;
    }

    @Override
    public Optional<Debt> find(String key) {
        return OURS.matcher(key).matches()
                ? deliveries.find(key).filter(it -> it.receiptDue() != null).map(this::debt)
                : Optional.empty();
    }

    private Debt debt(Delivery delivery) {
        var lastDay = Objects.requireNonNull(delivery.receiptDue());
        return new Debt(
                delivery.id(),
                Debt.Kind.RECEIPT,
                relation(delivery),
                delivery.awaitsReceipt(),
                delivery.plan(),
                Sentences.of("delivery.receipt", delivery.subject()),
                Sentences.of("delivery.why", delivery.recipient()),
                delivery.unit() == null ? directory.committee().code() : delivery.unit(),
                delivery.recipient(),
                lastDay,
                LocalDate.now(clock).isAfter(lastDay),
                delivery.toldUntil().toInstant(),
                holders(delivery));
    }

    Debt.Relation relation(Delivery delivery) {
        return delivery.unit() != null && directory.unit(delivery.unit()).isOrdered()
                ? Debt.Relation.ORDER
                : Debt.Relation.REQUEST;
    }

    /** Who has no account here cannot be reminded here: the clerk asks. */
    private Collection<Official> holders(Delivery delivery) {
        var own = delivery.unit() == null ? null : directory.members(delivery.unit());
        return own == null || own.isEmpty() ? directory.in(Position.CLERK) : own;
    }

    @Override
    public void told(String key, Instant until) {
        deliveries.told(key, until.atOffset(ZoneOffset.UTC));
    }

    /** A receipt is no matter for a leader, whatever the table says. */
    @Override
    public void askLeader(String key) {}
}
