package vn.tiendo.deadline;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Every deadline a piece of work ever had, who moved it and why. */
@Component
public class DeadlineHistory {

    private final JdbcClient database;
    private final Clock clock;

    DeadlineHistory(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param subject business key of the work */
    public void note(String subject, String what, Date oldDue, Date newDue, Cause cause, @Nullable String reason) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        database.sql("""
                        insert into deadline_change (at, actor, subject, what, old_due, new_due, cause, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        OffsetDateTime.now(clock),
                        signedIn == null ? "system" : signedIn.getName(),
                        subject,
                        what,
                        oldDue.toInstant().atOffset(ZoneOffset.UTC),
                        newDue.toInstant().atOffset(ZoneOffset.UTC),
                        cause.name(),
                        reason)
                .update();
    }

    public List<Change> of(String subject) {
        return database.sql("""
                        select to_char(c.at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') as at,
                               coalesce(o.name, c.actor) as by, c.what,
                               to_char(c.old_due at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY') as old_due,
                               to_char(c.new_due at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY') as new_due, c.cause, c.reason
                        from deadline_change c left join official o on o.login = c.actor
                        where c.subject = ? order by c.number""").param(subject).query(Change.class).list();
    }

    /** Why a deadline moved. */
    public enum Cause {
        CALENDAR,
        EXTENSION,
        RETURN,
        CHANGE
    }

    /** Dates as dd/MM/yyyy. */
    public record Change(
            String at,
            String by,
            String what,
            String oldDue,
            String newDue,
            Cause cause,
            @Nullable String reason) {}
}
