package vn.tiendo.scoring;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the archive keeps of the assessments of a plan. */
@Component
public class ScoreSheets {

    private static final SimplePropertyRowMapper<Assessments.Score> SCORES =
            new SimplePropertyRowMapper<>(Assessments.Score.class);
    private static final SimplePropertyRowMapper<Evidence> EVIDENCE = new SimplePropertyRowMapper<>(Evidence.class);

    private final JdbcClient database;
    private final Assessments assessments;

    ScoreSheets(JdbcClient database, Assessments assessments) {
        this.database = database;
        this.assessments = assessments;
    }

    /** Every assessment of a plan with all that was given and decided, for those who read the plan without this system. */
    public List<Sheet> ofPlan(String plan) {
        var scores = database
                .sql("""
                        select s.assessment, c.number, c.group_name, c.text, c.points, c.evidence as evidence_required, c.knock_out,
                            s.self_score, s.evidence, s.verified_score, s.remark
                        from assessment a join assessment_score s on s.assessment = a.id
                            join criterion c on c.scheme = s.scheme and c.number = s.criterion
                        where a.plan = ? order by c.number""")
                .param(plan)
                .query((row, number) -> Map.entry(row.getString("assessment"), SCORES.mapRow(row, number)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        var files = database
                .sql("""
                        select e.assessment, e.criterion, f.id, f.name, f.sha256
                        from assessment a join assessment_file e on e.assessment = a.id join stored_file f on f.id = e.file
                        where a.plan = ? order by e.criterion, f.uploaded_at, f.id""")
                .param(plan)
                .query((row, number) -> Map.entry(row.getString("assessment"), EVIDENCE.mapRow(row, number)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        var decided = database
                .sql("select id, verified_by, verified_at, confirmed_by, confirmed_at from assessment where plan = ?")
                .param(plan)
                .query(Decided.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Decided::id, Function.identity()));
        return assessments.ofPlan(plan).stream()
                .map(assessment -> new Sheet(
                        assessment,
                        Objects.requireNonNull(decided.get(assessment.id())),
                        scores.getOrDefault(assessment.id(), List.of()),
                        files.getOrDefault(assessment.id(), List.of())))
                .toList();
    }

    public record Sheet(Assessment assessment, Decided decided, List<Assessments.Score> scores, List<Evidence> files) {}

    /** Who verified the scores and who confirmed the rating, and when; null until then. */
    public record Decided(
            String id,
            @Nullable String verifiedBy,
            @Nullable OffsetDateTime verifiedAt,
            @Nullable String confirmedBy,
            @Nullable OffsetDateTime confirmedAt) {}

    /** A file that proves a criterion. */
    public record Evidence(int criterion, UUID id, String name, String sha256) {}
}
