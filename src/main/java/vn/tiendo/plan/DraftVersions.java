package vn.tiendo.plan;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.engine.NotFound;
import vn.tiendo.paper.Paper;

/** "Dự thảo lần n": every draft that was handed in stays readable, and two of them can be compared. */
@Component
public class DraftVersions {

    private final JdbcClient database;
    private final CurrentOfficial current;
    private final Clock clock;

    DraftVersions(JdbcClient database, CurrentOfficial current, Clock clock) {
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    /** Keeps what the paper says now as the next draft. */
    @Transactional
    public void keep(String plan, Paper paper) {
        database.sql("""
                        insert into draft_version (plan, number, at, author, paragraphs)
                        select ?, coalesce(max(number), 0) + 1, ?, ?, ? from draft_version where plan = ?""")
                .params(
                        plan,
                        OffsetDateTime.now(clock),
                        current.login(),
                        paper.lines().toArray(String[]::new),
                        plan)
                .update();
    }

    /** How many drafts were handed in. */
    public int count(String plan) {
        return database.sql("select coalesce(max(number), 0) from draft_version where plan = ?")
                .param(plan)
                .query(Integer.class)
                .single();
    }

    /** Whether this person handed in one of the drafts, also in the place of the drafter. */
    public boolean wrote(String plan, String login) {
        return database.sql("select exists (select from draft_version where plan = ? and author = ?)")
                .params(plan, login)
                .query(Boolean.class)
                .single();
    }

    public List<Version> ofPlan(String plan) {
        return database.sql("""
                        select v.number, v.at, o.name as author from draft_version v join official o on o.login = v.author
                        where v.plan = ? order by v.number""").param(plan).query(Version.class).list();
    }

    /** @throws NotFound if one of the drafts is not there */
    public List<Change> compare(String plan, int older, int newer) {
        return compare(paragraphs(plan, older), paragraphs(plan, newer));
    }

    private List<String> paragraphs(String plan, int number) {
        return database.sql("select paragraphs from draft_version where plan = ? and number = ?")
                .params(plan, number)
                .query((row, at) -> List.of((String[]) row.getArray(1).getArray()))
                .optional()
                .orElseThrow(() -> new NotFound("draft " + number + " of " + plan));
    }

    static List<Change> compare(List<String> older, List<String> newer) {
        var changes = new ArrayList<Change>();
        for (var delta : DiffUtils.diff(older, newer).getDeltas()) {
            var before = delta.getSource().getLines();
            var after = delta.getTarget().getLines();
            for (var at = 0; at < Math.max(before.size(), after.size()); at++) {
                changes.add(new Change(
                        delta.getTarget().getPosition() + at + 1,
                        words(at < before.size() ? before.get(at) : "", at < after.size() ? after.get(at) : "")));
            }
        }
        return changes;
    }

    /** Word by word, so that a reader sees the one that changed. */
    private static List<Words> words(String before, String after) {
        var old = List.of(before.split("(?<=\\s)"));
        var words = new ArrayList<Words>();
        var at = 0;
        for (var delta : DiffUtils.diff(old, List.of(after.split("(?<=\\s)"))).getDeltas()) {
            add(words, DeltaType.EQUAL, old.subList(at, delta.getSource().getPosition()));
            add(words, DeltaType.DELETE, delta.getSource().getLines());
            add(words, DeltaType.INSERT, delta.getTarget().getLines());
            at = end(delta);
        }
        add(words, DeltaType.EQUAL, old.subList(at, old.size()));
        return words;
    }

    private static int end(AbstractDelta<String> delta) {
        return delta.getSource().getPosition() + delta.getSource().size();
    }

    private static void add(List<Words> words, DeltaType kind, List<String> parts) {
        var text = String.join("", parts);
        if (!text.isEmpty()) {
            words.add(new Words(kind.name(), text));
        }
    }

    public record Version(int number, OffsetDateTime at, String author) {}

    /** @param paragraph its place in the newer draft, from 1 */
    public record Change(int paragraph, List<Words> words) {}

    /** @param kind EQUAL, DELETE or INSERT */
    public record Words(String kind, String text) {}
}
