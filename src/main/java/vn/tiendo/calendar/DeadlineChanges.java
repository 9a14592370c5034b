package vn.tiendo.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.OpenDates;

/** Every due date and timer that moved, from when to when, by whom and why. */
@Component
public class DeadlineChanges {

    private final OpenDates openDates;
    private final JdbcClient database;
    private final Clock clock;

    DeadlineChanges(OpenDates openDates, JdbcClient database, Clock clock) {
        this.openDates = openDates;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes the change, moves due dates and timers that follow from it and writes down each; all of it or nothing.
     *
     * @param subject business key of the only case that may move; null for all open ones
     * @return what moved
     */
    public List<OpenDates.Moved> follow(
            @Nullable String subject, Cause cause, @Nullable String reason, Runnable change) {
        return openDates.follow(
                subject,
                change,
                moved -> note(moved.subject(), moved.what(), moved.oldDue(), moved.newDue(), cause, reason));
    }

    /** @param what the Vietnamese name of the task, event or deadline */
    public void note(
            String subject,
            String what,
            @Nullable Instant oldDue,
            @Nullable Instant newDue,
            Cause cause,
            @Nullable String reason) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        database.sql("""
                        insert into deadline_change (at, actor, subject, what, old_due, new_due, cause, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        OffsetDateTime.now(clock),
                        signedIn == null ? "system" : signedIn.getName(),
                        subject,
                        what,
                        inOffice(oldDue),
                        inOffice(newDue),
                        cause.name(),
                        reason)
                .update();
    }

    /** @param subject business key; oldest first */
    public List<DeadlineChange> of(String subject) {
        return database.sql("select * from deadline_change where subject = ? order by number")
                .param(subject)
                .query(DeadlineChange.class)
                .list();
    }

    private static @Nullable OffsetDateTime inOffice(@Nullable Instant moment) {
        return moment == null ? null : moment.atZone(OfficeTime.ZONE).toOffsetDateTime();
    }

    public enum Cause {
        CALENDAR,
        EXTENSION,
        RETURN,
        CHANGE
    }

    public record DeadlineChange(
            long number,
            OffsetDateTime at,
            String actor,
            String subject,
            String what,
            @Nullable OffsetDateTime oldDue,
            @Nullable OffsetDateTime newDue,
            Cause cause,
            @Nullable String reason) {}
}
