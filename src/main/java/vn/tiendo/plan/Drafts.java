package vn.tiendo.plan;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The draft of each plan; a new draft replaces the last one as a whole. */
@Component
public class Drafts {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    Drafts(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    public Draft of(String plan) {
        return new Draft(
                database.sql("select text from plan_basis where plan = ? order by position")
                        .param(plan)
                        .query(String.class)
                        .list(),
                assignments(plan),
                recipients(plan),
                duties(plan));
    }

    public List<Draft.Assignment> assignments(String plan) {
        return database.sql("select * from plan_assignment where plan = ? order by position")
                .param(plan)
                .query((row, number) -> new Draft.Assignment(
                        row.getInt("position"),
                        row.getString("text"),
                        Draft.Assignment.Kind.valueOf(row.getString("kind")),
                        row.getString("lead"),
                        List.of((String[]) row.getArray("co_leads").getArray()),
                        List.of((String[]) row.getArray("partners").getArray()),
                        row.getString("coordinators"),
                        row.getObject("due", LocalDate.class),
                        row.getString("time_text")))
                .list();
    }

    public List<Draft.Recipient> recipients(String plan) {
        return database.sql("select * from plan_recipient where plan = ? order by position")
                .param(plan)
                .query((row, number) -> new Draft.Recipient(
                        row.getInt("position"),
                        row.getString("text"),
                        Draft.Recipient.Role.valueOf(row.getString("role")),
                        List.of((String[]) row.getArray("units").getArray()),
                        row.getString("address"),
                        row.getBoolean("receipt")))
                .list();
    }

    public List<ReportingDuty> duties(String plan) {
        var terms = ofDuty(plan, "duty_term", ReportingDuty.Term.class);
        var figures = ofDuty(plan, "duty_figure", ReportingDuty.Figure.class);
        return database.sql("select * from reporting_duty where plan = ? order by position")
                .param(plan)
                .query((row, number) -> {
                    var position = row.getInt("position");
                    return new ReportingDuty(
                            position,
                            row.getString("name"),
                            ReportingDuty.Period.valueOf(row.getString("period")),
                            ReportingDuty.Operator.valueOf(row.getString("operator")),
                            terms.getOrDefault(position, List.of()),
                            List.of((String[]) row.getArray("reporters").getArray()),
                            List.of((String[]) row.getArray("recipients").getArray()),
                            List.of((String[]) row.getArray("channels").getArray()),
                            ReportingDuty.Method.valueOf(row.getString("method")),
                            row.getString("outline"),
                            row.getString("scheme"),
                            row.getObject("merged_into", Integer.class),
                            figures.getOrDefault(position, List.of()));
                })
                .list();
    }

    private <T> Map<Integer, List<T>> ofDuty(String plan, String table, Class<T> type) {
        var lines = new HashMap<Integer, List<T>>();
        var read = new SimplePropertyRowMapper<>(type);
        database.sql("select * from " + table + " where plan = ? order by duty, number")
                .param(plan)
                .query((RowCallbackHandler) row -> lines.computeIfAbsent(row.getInt("duty"), duty -> new ArrayList<>())
                        .add(read.mapRow(row, 0)));
        return lines;
    }

    @Transactional
    public void replace(String plan, Draft draft) {
        for (var table : List.of("plan_basis", "plan_assignment", "plan_recipient", "reporting_duty")) {
            database.sql("delete from " + table + " where plan = ?").param(plan).update();
        }
        var bases = draft.bases();
        batches.batchUpdate(
                "insert into plan_basis (plan, position, text) values (?, ?, ?)", numbered(bases), 100, (s, i) -> {
                    s.setString(1, plan);
                    s.setInt(2, i);
                    s.setString(3, bases.get(i - 1));
                });
        batches.batchUpdate("""
                insert into plan_assignment (plan, position, text, lead, coordinators, due, time_text, kind, co_leads, partners)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", draft.assignments(), 100, (s, a) -> {
            s.setString(1, plan);
            s.setInt(2, a.position());
            s.setString(3, a.text());
            s.setString(4, a.lead());
            s.setString(5, a.coordinators());
            s.setObject(6, a.due());
            s.setString(7, a.timeText());
            s.setString(8, a.kind().name());
            s.setArray(9, texts(s, a.coLeads()));
            s.setArray(10, texts(s, a.partners()));
        });
        batches.batchUpdate(
                "insert into plan_recipient (plan, position, text, role, units, address, receipt) values (?, ?, ?, ?, ?, ?, ?)",
                draft.recipients(),
                100,
                (s, r) -> {
                    s.setString(1, plan);
                    s.setInt(2, r.position());
                    s.setString(3, r.text());
                    s.setString(4, r.role().name());
                    s.setArray(5, texts(s, r.units()));
                    s.setString(6, r.address());
                    s.setBoolean(7, r.receipt());
                });
        batches.batchUpdate("""
                insert into reporting_duty (plan, position, name, period, operator, reporters, recipients, channels, method, outline,
                    merged_into, scheme)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", draft.duties(), 100, (s, d) -> {
            s.setString(1, plan);
            s.setInt(2, d.position());
            s.setString(3, d.name());
            s.setString(4, d.period().name());
            s.setString(5, d.operator().name());
            s.setArray(6, texts(s, d.reporters()));
            s.setArray(7, texts(s, d.recipients()));
            s.setArray(8, texts(s, d.channels()));
            s.setString(9, d.method().name());
            s.setString(10, d.outline());
            s.setObject(11, d.mergedInto());
            s.setString(12, d.scheme());
        });
        batches.batchUpdate(
                "insert into duty_term (plan, duty, number, label, date, cut_off, office_date, superior_date) values (?, ?, ?, ?, ?, ?, ?, ?)",
                draft.duties().stream()
                        .flatMap(duty -> duty.terms().stream().map(term -> Map.entry(duty.position(), term)))
                        .toList(),
                100,
                (s, line) -> {
                    var term = line.getValue();
                    s.setString(1, plan);
                    s.setInt(2, line.getKey());
                    s.setInt(3, term.number());
                    s.setString(4, term.label());
                    s.setObject(5, term.date());
                    s.setObject(6, term.cutOff());
                    s.setObject(7, term.officeDate());
                    s.setObject(8, term.superiorDate());
                });
        batches.batchUpdate(
                "insert into duty_figure (plan, duty, number, name, measure, target, gathering) values (?, ?, ?, ?, ?, ?, ?)",
                draft.duties().stream()
                        .flatMap(duty -> duty.figures().stream().map(figure -> Map.entry(duty.position(), figure)))
                        .toList(),
                100,
                (s, line) -> {
                    var figure = line.getValue();
                    s.setString(1, plan);
                    s.setInt(2, line.getKey());
                    s.setInt(3, figure.number());
                    s.setString(4, figure.name());
                    s.setString(5, figure.measure());
                    s.setBigDecimal(6, figure.target());
                    s.setString(7, figure.gathering().name());
                });
    }

    /**
     * Gives an issued plan's duty a term, or the date to one that had none.
     *
     * @return false if the term has a date already
     */
    @Transactional
    public boolean addTerm(String plan, int duty, ReportingDuty.Term term) {
        return database.sql("""
                        insert into duty_term (plan, duty, number, label, date, cut_off, office_date, superior_date)
                        values (:plan, :duty, :number, :label, :date, :cutOff, :officeDate, :superiorDate)
                        on conflict (plan, duty, number) do update set label = excluded.label, date = excluded.date,
                            cut_off = excluded.cut_off, office_date = excluded.office_date, superior_date = excluded.superior_date
                        where duty_term.date is null""")
                        .param("plan", plan)
                        .param("duty", duty)
                        .param("number", term.number())
                        .param("label", term.label())
                        .param("date", term.date())
                        .param("cutOff", term.cutOff())
                        .param("officeDate", term.officeDate())
                        .param("superiorDate", term.superiorDate())
                        .update()
                == 1;
    }

    /** How many duties of each plan {@linkplain ReportingDuty#awaitsDate await a date}; plans without one are not in it. */
    public Map<String, Integer> withoutDeadline() {
        var counts = new HashMap<String, Integer>();
        database.sql("""
                        select plan, count(*) as duties from reporting_duty d where merged_into is null and operator <> 'PER_REQUEST' and period <> 'AD_HOC' and (
                            not exists (select from duty_term t where t.plan = d.plan and t.duty = d.position)
                            or exists (select from duty_term t where t.plan = d.plan and t.duty = d.position and t.date is null))
                        group by plan""").query((RowCallbackHandler) row -> counts.put(row.getString("plan"), row.getInt("duties")));
        return counts;
    }

    private static Array texts(PreparedStatement statement, List<String> texts) throws SQLException {
        return statement.getConnection().createArrayOf("text", texts.toArray());
    }

    private static List<Integer> numbered(List<?> items) {
        return java.util.stream.IntStream.rangeClosed(1, items.size()).boxed().toList();
    }

    /** Which files belong to the Tờ trình and which to the draft. */
    @Transactional
    public void files(String plan, FilePurpose purpose, List<UUID> files) {
        database.sql("delete from plan_file where plan = ? and purpose = ?")
                .params(plan, purpose.name())
                .update();
        batches.batchUpdate("insert into plan_file (plan, file, purpose) values (?, ?, ?)", files, 100, (s, file) -> {
            s.setString(1, plan);
            s.setObject(2, file);
            s.setString(3, purpose.name());
        });
    }

    public List<FileLine> files(String plan) {
        return database.sql("""
                        select f.id, f.name, f.type, f.size, p.purpose from plan_file p join stored_file f on f.id = p.file
                        where p.plan = ? order by f.uploaded_at, f.id""").param(plan).query(FileLine.class).list();
    }

    /** Part of which paper a file is. */
    public enum FilePurpose {
        PROPOSAL,
        DRAFT
    }

    /** A file as lists show it. */
    public record FileLine(UUID id, String name, String type, long size, FilePurpose purpose) {}
}
