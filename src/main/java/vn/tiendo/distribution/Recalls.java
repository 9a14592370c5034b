package vn.tiendo.distribution;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The issued plans that were taken back. */
@Component
public class Recalls {

    private final JdbcClient database;
    private final Clock clock;

    Recalls(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<Recall> find(String plan) {
        return database.sql("select plan, reason, replaced_by, recalled_by, recalled_at from recall where plan = ?")
                .param(plan)
                .query(Recall.class)
                .optional();
    }

    Recall get(String plan) {
        return find(plan).orElseThrow();
    }

    void keep(String plan, String reason, @Nullable String replacedBy, String by) {
        database.sql("insert into recall (plan, reason, replaced_by, recalled_by, recalled_at) values (?, ?, ?, ?, ?)")
                .params(plan, reason, replacedBy, by, OffsetDateTime.now(clock))
                .update();
    }

    public record Recall(
            String plan, String reason, @Nullable String replacedBy, String recalledBy, OffsetDateTime recalledAt) {}
}
