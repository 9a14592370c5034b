package vn.tiendo.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.OfficeTime;

/** What the triggers noted. The time is the database server's own, which no page moves. */
@Component
class AuditTrail {

    static final int PAGE = 100;

    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);

    private static final int SEALED_AT_ONCE = 10_000;
    private static final String LINES = """
            select number, at, actor, subject, key::text as key, action, before::text as before, after::text as after, link, encode(hash, 'hex') as hash
            from audit_entry where\s""";

    private final JdbcClient database;

    AuditTrail(JdbcClient database) {
        this.database = database;
    }

    /** Newest first, at most {@value #PAGE}. @param below lines with smaller numbers only */
    List<Line> lines(Filter filter, long below) {
        return database.sql(LINES + """
                        (:actor = '' or actor = :actor) and (:subject = '' or subject = :subject)
                        and (:key = '' or strpos(key::text, :key) > 0) and number < :below order by number desc limit :page""")
                .param("actor", filter.actor())
                .param("subject", filter.subject())
                .param("key", filter.key())
                .param("below", below)
                .param("page", PAGE)
                .query(Line.class)
                .list();
    }

    /** Oldest first, a thousand in memory at a time. @param from and @param to inclusive, in the office's zone */
    void all(LocalDate from, LocalDate to, Consumer<Line> reader) {
        seal();
        List<Line> some;
        var last = 0L;
        do {
            some = database.sql(LINES + "at >= :from and at < :to and number > :last order by number limit 1000")
                    .param("from", from.atStartOfDay(OfficeTime.ZONE).toOffsetDateTime())
                    .param("to", to.plusDays(1).atStartOfDay(OfficeTime.ZONE).toOffsetDateTime())
                    .param("last", last)
                    .query(Line.class)
                    .list();
            some.forEach(reader);
            last = some.isEmpty() ? last : some.get(some.size() - 1).number();
        } while (some.size() == 1000);
    }

    /** The server's, which no page moves either. */
    LocalDate today() {
        return database.sql("select (now() at time zone 'Asia/Ho_Chi_Minh')::date")
                .query(LocalDate.class)
                .single();
    }

    @Scheduled(fixedDelay = 60_000)
    void seal() {
        var sealed = SEALED_AT_ONCE;
        while (sealed == SEALED_AT_ONCE) {
            sealed = database.sql("select audit_seal()").query(Integer.class).single();
        }
    }

    /** The first link that does not fit the one before it: it or its predecessor was changed, or one between them is gone. */
    Optional<Long> firstFault() {
        seal();
        return database.sql("select fault from audit_first_fault() fault where fault is not null")
                .query(Long.class)
                .optional();
    }

    /** Whoever kept an older one can tell whether the chain still holds it. */
    Optional<Head> head() {
        return database.sql(
                        "select link, encode(hash, 'hex') as hash from audit_entry where link is not null order by link desc limit 1")
                .query(Head.class)
                .optional();
    }

    /** Outside the database, where changing it afterwards is somebody else's permission. */
    @Scheduled(cron = "0 0 1 * * *", zone = "Asia/Ho_Chi_Minh")
    void writeHeadToLog() {
        head().ifPresent(head -> log.info("Audit chain ends with link {}, hash {}", head.link(), head.hash()));
    }

    /** Empty: whatever. @param key a part of the primary key as JSON */
    record Filter(String actor, String subject, String key) {}

    /**
     * @param actor a login, {@code system}, or {@code sql:user} for what another program than this one wrote
     * @param key JSON object, as the following two
     * @param before of the changed columns only; of a new row nothing
     * @param hash null, like the link, until the line is chained
     */
    record Line(
            long number,
            OffsetDateTime at,
            String actor,
            String subject,
            String key,
            String action,
            @Nullable String before,
            @Nullable String after,
            @Nullable Long link,
            @Nullable String hash) {}

    record Head(long link, String hash) {}
}
