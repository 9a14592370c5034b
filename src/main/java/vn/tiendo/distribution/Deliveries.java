package vn.tiendo.distribution;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.UsableInModels;

/** Every delivery of every issued document. */
@Component
public class Deliveries {

    static final List<Duration> PAUSES =
            Stream.of(5, 10, 15, 30).map(Duration::ofMinutes).toList();

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
        return find(id).orElseThrow(() -> new NotFound("delivery " + id));
    }

    /** Held until the transaction ends: a job whose lock ran out waits here and then sees what the first one did. */
    Delivery lock(String id) {
        return database.sql("select * from delivery where id = ? for update")
                .param(id)
                .query(Delivery.class)
                .single();
    }

    void open(List<Delivery> opened) {
        batches.batchUpdate("""
                insert into delivery (id, plan, line, unit, subject, recipient, address, document, channel, state, receipt_due,
                    told_until, settled_at, follows)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", opened, 500, (s, delivery) -> {
            s.setString(1, delivery.id());
            s.setString(2, delivery.plan());
            s.setInt(3, delivery.line());
            s.setString(4, delivery.unit());
            s.setString(5, delivery.subject());
            s.setString(6, delivery.recipient());
            s.setString(7, delivery.address());
            s.setObject(8, delivery.document());
            s.setString(9, delivery.channel().name());
            s.setString(10, delivery.state().name());
            s.setObject(11, delivery.receiptDue());
            s.setObject(12, delivery.toldUntil());
            s.setObject(13, delivery.settledAt());
            s.setString(14, delivery.follows());
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

    /** @return empty if the mail is none of a delivery that counts as sent to this address */
    Optional<Delivery> bounced(UUID mail, String words) {
        return database.sql("""
                        update delivery d set state = 'BOUNCED', last_error = :words, settled_at = null from outgoing_mail m
                        where m.id = :mail and m.dedup_key = 'delivery/' || d.id || '/' || d.address and d.state = 'SENT'
                        returning d.*""")
                .param("words", words)
                .param("mail", mail)
                .query(Delivery.class)
                .optional();
    }

    /** What went to this agency under this name, held until the transaction ends. */
    Optional<Delivery> lockExchanged(LocalDate issuedOn, String code, String agency) {
        return database.sql("""
                        select d.* from delivery d join plan p on p.id = d.plan
                        where p.issued_on = ? and p.code = ? and d.address = ? and d.channel = 'EDXML'
                        order by d.follows nulls first limit 1 for update of d""")
                .params(issuedOn, code, agency)
                .query(Delivery.class)
                .optional();
    }

    /** @return false if that was heard before, or later news came first; a refusal is always news once */
    boolean answered(String id, String code, String words) {
        return database.sql("""
                        update delivery set exchange_state = :code, note = :words where id = :id
                            and (exchange_state is null or exchange_state < :code or (:code = '02' and exchange_state <> '02'))""")
                        .param("code", code)
                        .param("words", words)
                        .param("id", id)
                        .update()
                == 1;
    }

    void refused(String id, String words) {
        database.sql("update delivery set state = 'REFUSED', last_error = ?, settled_at = null where id = ?")
                .params(words, id)
                .update();
    }

    void handed(String id, String note) {
        database.sql(
                        "update delivery set state = 'DELIVERED', channel = 'PAPER', note = ?, settled_at = ? where id = ?")
                .params(note, OffsetDateTime.now(clock), id)
                .update();
    }

    /** @return false if it was confirmed before, or never left us */
    boolean received(String id, @Nullable String by) {
        return database.sql("""
                        update delivery set state = case when read_at is null then 'RECEIVED' else 'READ' end,
                            received_at = :now, received_by = :by
                        where id = :id and state in ('SENT', 'DELIVERED') and received_at is null""")
                        .param("now", OffsetDateTime.now(clock))
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Somebody of the unit looks at the plan. */
    public void seen(String plan, String unit) {
        database.sql("""
                        update delivery set read_at = :now, state = case when state = 'RECEIVED' then 'READ' else state end
                        where plan = :plan and unit = :unit and read_at is null and state in ('SENT', 'DELIVERED', 'RECEIVED')""")
                .param("now", OffsetDateTime.now(clock))
                .param("plan", plan)
                .param("unit", unit)
                .update();
    }

    /** What belongs to the plan itself, held until the transaction ends: no job sends meanwhile. */
    List<Delivery> lockOwn(String plan) {
        return database.sql("select * from delivery where plan = ? and follows is null order by id for update")
                .param(plan)
                .query(Delivery.class)
                .list();
    }

    void recalled(String id) {
        database.sql("update delivery set state = 'RECALLED' where id = ?")
                .param(id)
                .update();
    }

    void told(String id, OffsetDateTime until) {
        database.sql("update delivery set told_until = ? where id = ?")
                .params(until, id)
                .update();
    }

    /** What a document weighs in a mail, where every three bytes become four. */
    long weightInMail(UUID document) {
        return database.sql("select size from stored_file where id = ?")
                        .param(document)
                        .query(Long.class)
                        .single()
                * 4
                / 3;
    }

    Optional<Integer> mailLimitMb(@Nullable String unit) {
        return database.sql("select mail_limit_mb from unit where code = ? and mail_limit_mb is not null")
                .param(unit)
                .query(Integer.class)
                .optional();
    }

    Optional<Delivery> find(String id) {
        return database.sql("select * from delivery where id = ?")
                .param(id)
                .query(Delivery.class)
                .optional();
    }

    /** When a mail that was not taken is tried again: soon at first, then less and less often. */
    @UsableInModels
    public Date nextTry(String id) {
        var pause = PAUSES.get(Math.min(get(id).attempts(), PAUSES.size()) - 1);
        return OfficeTime.asDate(clock.instant().plus(pause));
    }

    void readdress(String id, String address) {
        database.sql(
                        "update delivery set state = 'WAITING', channel = 'MAIL', address = ?, attempts = 0, last_error = null where id = ?")
                .params(address, id)
                .update();
    }
}
