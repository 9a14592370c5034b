package vn.tiendo.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Position;

/** The course of a person's posts, kept from the first change on; written in the transaction that changes the person. */
@Component
class Posts {

    private final JdbcClient database;
    private final Clock clock;

    Posts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Newest first; of whom nothing has changed yet, what he is. */
    List<Post> of(String login) {
        var kept = kept(login);
        return kept.isEmpty() ? held(login).stream().toList() : kept;
    }

    private List<Post> kept(String login) {
        return database.sql(
                        "select unit, position, title, first_day, last_day from post where official = ? order by number desc")
                .param(login)
                .query(Post.class)
                .list();
    }

    /** What the person is by his own row, since nobody knows when. */
    Optional<Post> held(String login) {
        return database.sql(
                        "select unit, position, title, null::date as first_day, last_day from official where login = ?")
                .param(login)
                .query(Post.class)
                .optional();
    }

    /** @param before what {@link #held} was before the change; empty for a new person */
    void follow(String login, Optional<Post> before) {
        var today = LocalDate.now(clock);
        var now = held(login).orElseThrow();
        var stays = before.filter(one -> one.isSame(now) && !one.hasReturned(now, today))
                .isPresent();
        if (kept(login).isEmpty()) {
            if (stays) {
                return;
            }
            before.ifPresent(one -> add(login, one));
        }
        if (!stays) {
            end(login, today);
            begin(login, now, today);
        }
        if (now.lastDay() != null) {
            // who has left before a post began never held it
            database.sql("delete from post where official = ? and first_day > ?")
                    .params(login, now.lastDay())
                    .update();
        }
        endNewest(login, now.lastDay());
    }

    /** Two changes on one day are one. */
    private void end(String login, LocalDate today) {
        database.sql("delete from post where official = ? and first_day = ?")
                .params(login, today)
                .update();
        database.sql("update post set last_day = ? where official = ? and (last_day is null or last_day >= ?)")
                .params(today.minusDays(1), login, today)
                .update();
    }

    private void begin(String login, Post now, LocalDate today) {
        var last = kept(login).stream().findFirst();
        if (last.filter(one -> one.isSame(now) && today.minusDays(1).equals(one.lastDay()))
                .isEmpty()) {
            add(login, new Post(now.unit(), now.position(), now.title(), now.hasEnded(today) ? null : today, null));
        }
    }

    private void add(String login, Post post) {
        database.sql(
                        "insert into post (official, unit, position, title, first_day, last_day) values (?, ?, ?, ?, ?, ?)")
                .params(login, post.unit(), post.position().name(), post.title(), post.firstDay(), post.lastDay())
                .update();
    }

    private void endNewest(String login, @Nullable LocalDate lastDay) {
        database.sql(
                        "update post set last_day = ? where number = (select max(number) from post where official = ?) and last_day is distinct from ?")
                .params(lastDay, login, lastDay)
                .update();
    }

    /** @param firstDay null if nobody knows; {@code lastDay} inclusive, null while it is held */
    record Post(
            String unit,
            Position position,
            String title,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay) {

        boolean isSame(Post other) {
            return unit.equals(other.unit) && position == other.position && title.equals(other.title);
        }

        boolean hasEnded(LocalDate today) {
            return lastDay != null && lastDay.isBefore(today);
        }

        private boolean hasReturned(Post now, LocalDate today) {
            return hasEnded(today) && !now.hasEnded(today);
        }
    }
}
