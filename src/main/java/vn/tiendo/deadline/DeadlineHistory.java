package vn.tiendo.deadline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.calendar.DeadlineChanges;

/** Every deadline a piece of work ever had, who moved it and why, as forms show it. */
@Component
public class DeadlineHistory {

    private final JdbcClient database;

    DeadlineHistory(JdbcClient database) {
        this.database = database;
    }

    /** @param subject business key of the work; {@code what} the name under which its own deadline was noted */
    public List<Change> of(String subject, String what) {
        return database.sql("""
                        select to_char(c.at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') as at,
                               coalesce(o.name, c.actor) as by, to_char(c.old_due at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY') as old_due,
                               to_char(c.new_due at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY') as new_due, c.cause, c.reason
                        from deadline_change c left join official o on o.login = c.actor
                        where c.subject = ? and c.what = ? order by c.number""").params(subject, what).query(Change.class).list();
    }

    /** Dates as dd/MM/yyyy. */
    public record Change(
            String at,
            String by,
            @Nullable String oldDue,
            String newDue,
            DeadlineChanges.Cause cause,
            @Nullable String reason) {}
}
