package vn.tiendo.distribution;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.Refusal;
import vn.tiendo.plan.PlanHistory;

/** Recipients say that the document arrived: by the link in the mail, once and without sign-in, or in Tasklist. */
@Component
class Receipts {

    private static final Duration VALID = Duration.ofDays(30);

    private final JdbcClient database;
    private final LinkKey key;
    private final Deliveries deliveries;
    private final PlanDistribution process;
    private final PlanHistory history;
    private final CurrentOfficial current;
    private final Clock clock;

    Receipts(
            JdbcClient database,
            LinkKey key,
            Deliveries deliveries,
            PlanDistribution process,
            PlanHistory history,
            CurrentOfficial current,
            Clock clock) {
        this.database = database;
        this.key = key;
        this.deliveries = deliveries;
        this.process = process;
        this.history = history;
        this.current = current;
        this.clock = clock;
    }

    /** The path of the link for this address; the same again if the mail is written again after a crash. */
    String link(Delivery delivery, String address) {
        var id = UUID.nameUUIDFromBytes(("receipt/" + delivery.id() + "/" + address).getBytes(StandardCharsets.UTF_8));
        database.sql("insert into receipt_link (id, delivery, expires_at) values (?, ?, ?) on conflict (id) do nothing")
                .params(id, delivery.id(), OffsetDateTime.now(clock).plus(VALID))
                .update();
        return "/nhan/" + key.token(id);
    }

    /** What the link may still confirm. @return empty if it is forged, expired or used */
    Optional<Delivery> open(String token) {
        return find(token, "used_at is null").filter(delivery -> delivery.receivedAt() == null);
    }

    /** What the link may still show; that it was confirmed takes nothing from the reader. */
    Optional<Delivery> readable(String token) {
        return find(token, "true");
    }

    private Optional<Delivery> find(String token, String condition) {
        return key.read(token)
                .flatMap(id -> database.sql(
                                "select delivery from receipt_link where id = ? and expires_at > ? and " + condition)
                        .params(id, OffsetDateTime.now(clock))
                        .query(String.class)
                        .optional())
                .map(deliveries::get)
                .filter(Delivery::isGone);
    }

    /** @return empty if the link confirms nothing (any more) */
    @Transactional
    Optional<Delivery> confirm(String token) {
        var delivery = key.read(token)
                .flatMap(id -> database.sql("""
                                update receipt_link set used_at = :now where id = :id and used_at is null and expires_at > :now
                                returning delivery""")
                        .param("now", OffsetDateTime.now(clock))
                        .param("id", id)
                        .query(String.class)
                        .optional())
                .map(deliveries::lock);
        return delivery.filter(it -> received(it, null)).map(it -> {
            process.receivedByLink(it.id());
            return it;
        });
    }

    /** @throws Refusal if the person belongs neither to the recipient nor to the clerks */
    @Transactional
    void confirmAsOfficial(String id) {
        var me = current.get();
        var delivery = deliveries.lock(id);
        if ((delivery.unit() == null || !me.isOf(delivery.unit())) && !me.isIn(Position.CLERK)) {
            throw Refusal.because("delivery.otherUnit", delivery.recipient());
        }
        received(delivery, me.login());
    }

    private boolean received(Delivery delivery, @Nullable String by) {
        var first = deliveries.received(delivery.id(), by);
        if (first) {
            history.note(delivery.plan(), "received", delivery.recipient());
        }
        return first;
    }
}
