package vn.tiendo.distribution;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.NotFound;

/** Every delivery of every issued document. */
@Component
public class Deliveries {

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Clock clock;

    Deliveries(JdbcClient database, JdbcTemplate batches, Clock clock) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    public List<Delivery> ofPlan(String plan) {
        return database.sql("select * from delivery where plan = ? order by id")
                .param(plan)
                .query(Delivery.class)
                .list();
    }

    /** @throws NotFound if there is none */
    Delivery get(String id) {
        return database.sql("select * from delivery where id = ?")
                .param(id)
                .query(Delivery.class)
                .optional()
                .orElseThrow(() -> new NotFound("delivery " + id));
    }

    /** Held until the transaction ends: a job whose lock ran out waits here and then sees what the first one did. */
    Delivery lock(String id) {
        return database.sql("select * from delivery where id = ? for update")
                .param(id)
                .query(Delivery.class)
                .single();
    }

    void open(List<Delivery> opened) {
        batches.batchUpdate(
                "insert into delivery (id, plan, subject, recipient, address, document, state) values (?, ?, ?, ?, ?, ?, 'WAITING')",
                opened,
                500,
                (s, delivery) -> {
                    s.setString(1, delivery.id());
                    s.setString(2, delivery.plan());
                    s.setString(3, delivery.subject());
                    s.setString(4, delivery.recipient());
                    s.setString(5, delivery.address());
                    s.setObject(6, delivery.document());
                });
    }

    void tried(String id, Delivery.State state, @Nullable String error) {
        database.sql("""
                        update delivery set state = :state, attempts = attempts + 1, last_error = :error,
                            settled_at = case when :state = 'SENT' then cast(:now as timestamptz) end
                        where id = :id""")
                .param("state", state.name())
                .param("error", error)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    void handed(String id, String note) {
        database.sql("update delivery set state = 'HANDED', note = ?, settled_at = ? where id = ?")
                .params(note, OffsetDateTime.now(clock), id)
                .update();
    }

    void readdress(String id, String address) {
        database.sql("update delivery set state = 'WAITING', address = ?, attempts = 0, last_error = null where id = ?")
                .params(address, id)
                .update();
    }
}
