package vn.tiendo.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;

/** Schemes of criteria as administrators keep them; one by which a unit was asked to score itself stays as it is. */
@Component
class SchemeKeeping {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,39}");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");
    private static final BigDecimal MOST_POINTS = new BigDecimal(1000);
    private static final int MOST_LINES = 200;

    private final JdbcClient database;

    SchemeKeeping(JdbcClient database) {
        this.database = database;
    }

    List<Summary> all() {
        return database.sql("""
                        select s.code, s.year, s.name, s.source, s.valid, count(c.number) as criteria, coalesce(sum(c.points), 0) as points,
                            exists (select from assessment a where a.scheme = s.code) as used
                        from scoring_scheme s left join criterion c on c.scheme = s.code
                        group by s.code order by s.year desc, s.name""").query(Summary.class).list();
    }

    Optional<Summary> find(String code) {
        return all().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    Optional<SchemeEntry> entry(String code) {
        var lines = database.sql("""
                        select group_name, text, points, evidence, knock_out from criterion where scheme = ? order by number""")
                .param(code)
                .query((row, number) -> new SchemeEntry.Line(
                        row.getString("group_name"),
                        row.getString("text"),
                        Entries.print(row.getBigDecimal("points")),
                        row.getBoolean("evidence") ? "on" : null,
                        row.getBoolean("knock_out") ? "on" : null))
                .list();
        return database.sql("select year, name, source, adjustment_limit from scoring_scheme where code = ?")
                .param(code)
                .query((row, number) -> new SchemeEntry(
                        code,
                        row.getString("year"),
                        row.getString("name"),
                        row.getString("source"),
                        Entries.print(row.getBigDecimal("adjustment_limit")),
                        lines))
                .optional();
    }

    /** @throws Refusal with the first thing that is wrong */
    @Transactional
    void put(SchemeEntry typed, boolean isNew) {
        var code = Entries.text("code", "field.schemeCode", typed.code(), 40);
        if (isNew && !CODE.matcher(code).matches()) {
            throw Refusal.of("code", "scheme.badCode", code);
        }
        var year = Entries.text("year", "field.schemeYear", typed.year(), 10);
        if (!YEAR.matcher(year).matches()) {
            throw Refusal.of("year", "scheme.badYear", year);
        }
        var limit = Entries.number("adjustmentLimit", "field.adjustmentLimit", typed.adjustmentLimit());
        if (limit.compareTo(MOST_POINTS) > 0) {
            throw Refusal.of("adjustmentLimit", "scheme.tooMuch", Entries.print(MOST_POINTS));
        }
        if (!isNew) {
            refuseUsed(code);
            refuseOtherYear(code, Integer.parseInt(year));
        }
        var written = database.sql(isNew ? """
                        insert into scoring_scheme (year, name, source, adjustment_limit, code) values (?, ?, ?, ?, ?)
                        on conflict do nothing""" : """
                        update scoring_scheme set year = ?, name = ?, source = ?, adjustment_limit = ? where code = ?""")
                .params(
                        Integer.valueOf(year),
                        Entries.text("name", "field.schemeName", typed.name(), 300),
                        Entries.text("source", "field.schemeSource", typed.source(), 300),
                        limit,
                        code)
                .update();
        if (written == 0) {
            throw Refusal.of("code", isNew ? "scheme.codeTaken" : "scheme.none", code);
        }
        criteria(code, typed.written());
    }

    /** Whoever asks units to score themselves holds the row until they have their criteria. */
    private void refuseUsed(String code) {
        database.sql("select year from scoring_scheme where code = ? for update")
                .param(code)
                .query(Integer.class)
                .optional();
        if (find(code).filter(Summary::used).isPresent()) {
            throw Refusal.because("scheme.used");
        }
    }

    /** A plan was drafted with the scheme of its year. */
    private void refuseOtherYear(String code, int year) {
        var plans = database.sql("""
                        select distinct coalesce(p.code, p.subject) from reporting_duty d join plan p on p.id = d.plan
                        join scoring_scheme s on s.code = d.scheme where s.code = ? and s.year <> ? order by 1""").params(code, year).query(String.class).list();
        if (!plans.isEmpty()) {
            throw Refusal.of("year", "scheme.yearNamed", String.join(", ", plans));
        }
    }

    private void criteria(String code, List<SchemeEntry.Line> lines) {
        if (lines.isEmpty()) {
            throw Refusal.of("lines", "scheme.noCriterion");
        }
        if (lines.size() > MOST_LINES) {
            throw Refusal.of("lines", "scheme.tooManyCriteria", MOST_LINES);
        }
        database.sql("delete from criterion where scheme = ?").param(code).update();
        var number = 0;
        @Nullable String group = null;
        for (var line : lines) {
            number++;
            // like in a table on paper, the group stands beside its first criterion only
            var inGroup = line.group() == null || line.group().isBlank() ? line.in(group) : line;
            try {
                add(code, number, inGroup);
            } catch (Refusal refusal) {
                throw Refusal.of("lines[" + (number - 1) + "]", "scheme.line", number, refusal.sentence());
            }
            group = inGroup.group();
        }
    }

    private void add(String code, int number, SchemeEntry.Line line) {
        database.sql("""
                        insert into criterion (scheme, number, group_name, text, points, evidence, knock_out)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        code,
                        number,
                        Entries.text("group", "field.criterionGroup", line.group(), 200),
                        Entries.text("text", "field.criterion", line.text(), 1000),
                        points(line.points()),
                        line.evidence() != null,
                        line.knockOut() != null)
                .update();
    }

    private static BigDecimal points(@Nullable String typed) {
        var points = Entries.number("points", "field.criterionPoints", typed);
        if (points.signum() == 0 || points.compareTo(MOST_POINTS) > 0) {
            throw Refusal.of("points", "scheme.points", Entries.print(MOST_POINTS));
        }
        return points;
    }

    /** Whether it can be chosen for a plan. */
    @Transactional
    void offer(String code, boolean valid) {
        database.sql("update scoring_scheme set valid = ? where code = ?")
                .params(valid, code)
                .update();
    }

    /** @param used units were asked to score themselves by it */
    record Summary(
            String code,
            int year,
            String name,
            String source,
            boolean valid,
            int criteria,
            BigDecimal points,
            boolean used) {

        public String total() {
            return Entries.print(points);
        }
    }
}
