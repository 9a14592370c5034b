package vn.tiendo.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.deadline.Deadline;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.OncePerTransaction;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.UsableInModels;
import vn.tiendo.form.Entries;
import vn.tiendo.plan.Drafts;

/** All assessments with their scores, and what the model asks about one of them. */
@Component
public class Assessments {

    private static final String SELECT = """
            select a.*, y.year, sum(s.self_score) as self_points, sum(s.verified_score) + a.bonus - a.penalty as points,
                coalesce(bool_or(s.verified_score = 0), false) as at_zero,
                a.scored_at is null or coalesce(bool_or(c.knock_out and s.verified_score = 0), false) as knocked_out
            from assessment a join scoring_scheme y on y.code = a.scheme
                join assessment_score s on s.assessment = a.id
                join criterion c on c.scheme = s.scheme and c.number = s.criterion
            where %s group by a.id, y.year order by a.id""";

    private final JdbcClient database;
    private final OncePerTransaction memory;

    Assessments(JdbcClient database, OncePerTransaction memory) {
        this.database = database;
        this.memory = memory;
    }

    /** @throws NotFound if there is none */
    public Assessment get(String id) {
        return database.sql(SELECT.formatted("a.id = ?"))
                .param(id)
                .query(Assessment.class)
                .optional()
                .orElseThrow(() -> new NotFound("assessment " + id));
    }

    public List<Assessment> ofPlan(String plan) {
        return database.sql(SELECT.formatted("a.plan = ?"))
                .param(plan)
                .query(Assessment.class)
                .list();
    }

    /** In the order of the scheme. */
    List<Score> scores(String id) {
        return database.sql("""
                        select c.number, c.group_name, c.text, c.points, c.evidence as evidence_required, c.knock_out,
                            s.self_score, s.evidence, s.verified_score, s.remark
                        from assessment_score s join criterion c on c.scheme = s.scheme and c.number = s.criterion
                        where s.assessment = ? order by c.number""").param(id).query(Score.class).list();
    }

    /** The evidence of an assessment by criterion. */
    Map<Integer, List<Drafts.FileLine>> files(String id) {
        return database
                .sql("""
                        select e.criterion, f.id, f.name, f.type, f.size
                        from assessment_file e join stored_file f on f.id = e.file
                        where e.assessment = ? order by f.uploaded_at, f.id""")
                .param(id)
                .query((row, number) -> Map.entry(
                        row.getInt("criterion"),
                        new Drafts.FileLine(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("type"),
                                row.getLong("size"),
                                Drafts.FilePurpose.DRAFT)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** @throws Refusal if the assessment is in none of the states {@code from} */
    void become(String id, Assessment.State state, Assessment.State... from) {
        if (!became(id, state, from)) {
            throw Refusal.because("plan.wrongStatus", id);
        }
    }

    boolean became(String id, Assessment.State state, Assessment.State... from) {
        return database.sql("update assessment set state = :state where id = :id and state in (:from)")
                        .param("state", state.name())
                        .param("id", id)
                        .param("from", List.of(from).stream().map(Enum::name).toList())
                        .update()
                == 1;
    }

    // What the model asks. A returned score is due later, so the day is asked for and not remembered.

    @UsableInModels
    public Date due(String id) {
        var plan = id.substring(0, id.indexOf(Openings.BETWEEN_PLAN_AND_UNIT));
        // hundreds of units of a plan are asked in one transaction
        return Deadline.endOf(Objects.requireNonNull(
                memory.get("assessments/" + plan, () -> lastDays(plan)).get(id)));
    }

    private Map<String, LocalDate> lastDays(String plan) {
        var days = new HashMap<String, LocalDate>();
        database.sql("select id, last_day from assessment where plan = ?")
                .param(plan)
                .query((RowCallbackHandler)
                        row -> days.put(row.getString("id"), row.getObject("last_day", LocalDate.class)));
        return days;
    }

    @UsableInModels
    public int year(String id) {
        return get(id).year();
    }

    @UsableInModels
    public double points(String id) {
        var points = get(id).points();
        return points == null ? 0 : points.doubleValue();
    }

    @UsableInModels
    public boolean atZero(String id) {
        return get(id).atZero();
    }

    @UsableInModels
    public boolean knockedOut(String id) {
        return get(id).knockedOut();
    }

    @UsableInModels
    public boolean disciplined(String id) {
        return get(id).disciplined();
    }

    /** One criterion and what the unit and the office gave for it. */
    public record Score(
            int number,
            String groupName,
            String text,
            BigDecimal points,
            boolean evidenceRequired,
            boolean knockOut,
            @Nullable BigDecimal selfScore,
            @Nullable String evidence,
            @Nullable BigDecimal verifiedScore,
            @Nullable String remark) {

        /** @throws Refusal if it is no number, or more than the criterion has */
        BigDecimal given(String field, String label, @Nullable String entry) {
            var score = Entries.number(field, label, entry);
            if (score.compareTo(points) > 0) {
                throw Refusal.of(field, "scoring.tooMany", number, Entries.print(points), Entries.print(score));
            }
            return score;
        }
    }
}
