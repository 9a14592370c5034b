package vn.tiendo.plan;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Official;

/** Who did what when and why, readable without the engine; and the remarks people wrote to each other. */
@Component
public class PlanHistory {

    private final JdbcClient database;
    private final CurrentOfficial current;
    private final Clock clock;

    PlanHistory(JdbcClient database, CurrentOfficial current, Clock clock) {
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    /** @param action key suffix of {@code action.…} in the message file */
    public void note(String plan, String action, @Nullable String detail) {
        note(List.of(plan), action, detail);
    }

    /** The same of several plans. */
    public void note(Collection<String> plans, String action, @Nullable String detail) {
        database.sql("""
                        insert into plan_event (plan, at, actor, action, detail, on_behalf_of)
                        select plan, :now, :actor, :action, :detail, :absent from unnest(cast(:plans as text[])) plan""")
                .param("plans", plans.toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .param("actor", actor())
                .param("action", action)
                .param("detail", detail, Types.VARCHAR)
                .param("absent", onBehalfOf(), Types.VARCHAR)
                .update();
    }

    private static String actor() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null || signedIn instanceof AnonymousAuthenticationToken ? "system" : signedIn.getName();
    }

    private @Nullable String onBehalfOf() {
        return current.onBehalfOf().map(Official::login).orElse(null);
    }

    public List<Event> events(String plan) {
        return database.sql("""
                        select e.at, e.actor, o.name as actor_name, a.name as absent_name, e.action, e.detail
                        from plan_event e left join official o on o.login = e.actor left join official a on a.login = e.on_behalf_of
                        where e.plan = ? order by e.number""").param(plan).query(Event.class).list();
    }

    /** @param subject id of the plan, report or round that is judged */
    public void remark(String subject, String step, String verdict, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            database.sql(
                            "insert into remark (subject, at, author, step, verdict, text, on_behalf_of) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            subject,
                            OffsetDateTime.now(clock),
                            current.login(),
                            step,
                            verdict,
                            text.strip(),
                            onBehalfOf())
                    .update();
        }
    }

    public List<Remark> remarks(String subject) {
        return database.sql("""
                        select to_char(r.at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') as at,
                               o.name || coalesce(' (thay mặt ' || a.name || ')', '') as by, r.step, r.verdict, r.text
                        from remark r join official o on o.login = r.author left join official a on a.login = r.on_behalf_of where r.subject = ? order by r.number""").param(subject).query(Remark.class).list();
    }

    /** One thing that happened; {@code actorName} is null for the system, {@code absentName} the one in whose place it was done. */
    public record Event(
            OffsetDateTime at,
            String actor,
            @Nullable String actorName,
            @Nullable String absentName,
            String action,
            @Nullable String detail) {}

    /** What somebody wrote when judging; {@code at} as dd/MM/yyyy HH:mm. */
    public record Remark(String at, String by, String step, String verdict, String text) {}
}
