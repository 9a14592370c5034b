package vn.tiendo.sharing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.assignment.Assignments;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;
import vn.tiendo.plan.Drafts;

/** All parts of assignments: open, handed in, declined, ended with their assignment. */
@Component
public class Shares {

    private final JdbcClient database;
    private final Assignments assignments;
    private final WorkShare process;

    Shares(JdbcClient database, Assignments assignments, WorkShare process) {
        this.database = database;
        this.assignments = assignments;
        this.process = process;
    }

    /** @throws NotFound if there is none */
    Share get(String id) {
        return find(id).orElseThrow(() -> new NotFound("share " + id));
    }

    Optional<Share> find(String id) {
        return database.sql("select * from work_share where id = ?")
                .param(id)
                .query(Share.class)
                .optional();
    }

    /** In the order in which they were given. */
    List<Share> of(String assignment) {
        return database.sql("select * from work_share where assignment = ? order by given_at, id")
                .param(assignment)
                .query(Share.class)
                .list();
    }

    List<Drafts.FileLine> filesOf(String id) {
        return database.sql("""
                        select f.id, f.name, f.type, f.size, 'DRAFT' as purpose
                        from work_share_file s join stored_file f on f.id = s.file where s.share = ?
                        order by f.uploaded_at, f.id""").param(id).query(Drafts.FileLine.class).list();
    }

    /** Everything that is kept of the parts of the plan's assignments. */
    public List<?> recordOf(String plan) {
        return database.sql(
                        "select s.* from work_share s join assignment a on a.id = s.assignment where a.plan = ? order by s.id")
                .param(plan)
                .query(Share.class)
                .list();
    }

    void add(Share share) {
        database.sql("""
                        insert into work_share (id, assignment, unit, person, work, last_day, state, given_by, given_at, climbed_until)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        share.id(),
                        share.assignment(),
                        share.unit(),
                        share.person(),
                        share.work(),
                        share.lastDay(),
                        share.state().name(),
                        share.givenBy(),
                        share.givenAt(),
                        share.climbedUntil())
                .update();
    }

    /** Two people cannot give parts of one assignment at once. @return how many were given until now */
    int countLocked(String assignment) {
        database.sql("select 1 from assignment where id = ? for update")
                .param(assignment)
                .query(Integer.class)
                .single();
        return of(assignment).size();
    }

    /** @throws Refusal if it is open no longer */
    void answer(String id, Share.State state, String answer, String by, OffsetDateTime now) {
        var answered =
                database.sql("""
                        update work_share set state = ?, answer = ?, answered_by = ?, answered_at = ?
                        where id = ? and state = 'GIVEN'""").params(state.name(), answer, by, now, id).update();
        if (answered == 0) {
            throw Refusal.because("plan.wrongStatus", id);
        }
    }

    void attach(String id, List<java.util.UUID> files) {
        if (!files.isEmpty()) {
            database.sql(
                            "insert into work_share_file (share, file) select :share, id from stored_file where id in (:files)")
                    .param("share", id)
                    .param("files", files)
                    .update();
        }
    }

    /** The result is in, or nobody waits for it any more: what is still open of it is asked of nobody. */
    void end(String assignment) {
        database.sql("update work_share set state = 'ENDED' where assignment = ? and state = 'GIVEN' returning id")
                .param(assignment)
                .query(String.class)
                .list()
                .forEach(process::notNeeded);
    }

    /** Open parts of a unit that has ended go to the one that follows it, which decides who does them. @return how many */
    @Transactional
    public int handOver(Unit from, Unit to) {
        var open = database.sql("""
                        update work_share set unit = ?, person = null where unit = ? and state = 'GIVEN' returning *""")
                .params(to.code(), from.code())
                .query(Share.class)
                .list();
        for (var share : open) {
            var kind = assignments.get(share.assignment()).kind();
            process.handOver(share.id(), from.code(), to.code(), Assignments.relation(kind, to));
        }
        return open.size();
    }

    void told(String id, Instant until) {
        database.sql("update work_share set climbed_until = ? where id = ?")
                .params(until.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    @Nullable
    String assignee(String id) {
        return process.assignee(id).orElse(null);
    }
}
