package vn.tiendo.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.plan.ReportingDuty.Gathering;

/** The figures of the units' reports: what a round asks for, what each unit states, and what it stated last time. */
@Component
public class Figures {

    private final JdbcClient database;

    Figures(JdbcClient database) {
        this.database = database;
    }

    /** The round's own figures first, then those of the duties merged into its duty; an issued plan changes none. */
    public List<AskedFigure> asked(String round) {
        return database.sql("""
                        select row_number() over (order by f.duty <> r.duty, f.duty, f.number) as number,
                            case when f.duty <> r.duty then d.name end as origin, f.name, f.measure, f.target, f.gathering
                        from report_round r
                        join reporting_duty d on d.plan = r.plan and r.duty in (d.position, d.merged_into)
                        join duty_figure f on f.plan = d.plan and f.duty = d.position
                        where r.id = ? order by 1""").param(round).query(AskedFigure.class).list();
    }

    /** By report, then by the figure's number. */
    public Map<String, Map<Integer, ReportFigure>> ofRound(String round) {
        var figures = new HashMap<String, Map<Integer, ReportFigure>>();
        var read = new SimplePropertyRowMapper<>(ReportFigure.class);
        database.sql("select f.* from report_figure f join report r on r.id = f.report where r.round = ?")
                .param(round)
                .query((RowCallbackHandler) row -> {
                    var figure = read.mapRow(row, 0);
                    figures.computeIfAbsent(row.getString("report"), report -> new HashMap<>())
                            .put(figure.number(), figure);
                });
        return figures;
    }

    /** The unit's last accepted report of the same duty, before this one. */
    Optional<Previous> previous(Report report) {
        return database.sql("""
                        select r.id, round.label, round.last_day, r.content, r.difficulties, r.proposals
                        from report r join report_round round on round.id = r.round
                        join report_round this on this.id = :round and (this.plan, this.duty) = (round.plan, round.duty)
                        where r.unit = :unit and r.state = 'ACCEPTED' and round.last_day < this.last_day
                        order by round.last_day desc limit 1""")
                .param("round", report.round())
                .param("unit", report.unit())
                .query(Previous.class)
                .optional();
    }

    Map<Integer, ReportFigure> of(String report) {
        return database
                .sql("select * from report_figure where report = ?")
                .param(report)
                .query(ReportFigure.class)
                .list()
                .stream()
                .collect(Collectors.toMap(ReportFigure::number, Function.identity()));
    }

    /**
     * What is handed in replaces what was handed in before. In a nil report nothing is added: what was cumulated or
     * counted last time stays.
     *
     * @throws Refusal with the place of a number that is none
     */
    @Transactional
    void record(Report report, boolean nil, @Nullable List<Input> typed) {
        database.sql("delete from report_figure where report = ?")
                .param(report.id())
                .update();
        var asked = asked(report.round());
        if (nil) {
            carryOver(report, asked);
            return;
        }
        var open = asked.stream().map(AskedFigure::number).collect(Collectors.toCollection(HashSet::new));
        for (var index = 0; typed != null && index < typed.size(); index++) {
            var line = typed.get(index);
            if (!open.remove(line.number())) {
                throw Refusal.because("form.unreadable");
            }
            var field = "figures[" + index + "].";
            var figure = new ReportFigure(
                    line.number(),
                    Entries.optionalNumber(field + "periodValue", "field.periodValue", line.periodValue()),
                    Entries.optionalNumber(field + "cumulative", "field.cumulative", line.cumulative()),
                    Boolean.TRUE.equals(line.estimated()),
                    Entries.optionalText(field + "source", "field.source", line.source(), 300),
                    Entries.optionalDate(field + "cutOff", "field.cutOff", line.cutOff()));
            if (figure.periodValue() != null || figure.cumulative() != null) {
                insert(report.id(), figure);
            }
        }
    }

    private void carryOver(Report report, List<AskedFigure> asked) {
        var before = previous(report).map(last -> of(last.id())).orElse(Map.of());
        for (var figure : asked) {
            var last = before.get(figure.number());
            var unchanged = last == null ? null : last.periodValue();
            insert(
                    report.id(),
                    new ReportFigure(
                            figure.number(),
                            figure.gathering() == Gathering.SUM ? BigDecimal.ZERO : unchanged,
                            last == null ? null : last.cumulative(),
                            last != null && last.estimated(),
                            Sentences.of("figure.nil"),
                            report.lastDay()));
        }
    }

    private void insert(String report, ReportFigure figure) {
        database.sql("""
                        insert into report_figure (report, number, period_value, cumulative, estimated, source, cut_off)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        report,
                        figure.number(),
                        figure.periodValue(),
                        figure.cumulative(),
                        figure.estimated(),
                        figure.source(),
                        figure.cutOff())
                .update();
    }

    /** As typed; numbers as 1.234,5 and dates as dd/MM/yyyy. */
    record Input(
            int number,
            @Nullable String periodValue,
            @Nullable String cumulative,
            @Nullable Boolean estimated,
            @Nullable String source,
            @Nullable String cutOff) {}

    record Previous(
            String id,
            @Nullable String label,
            LocalDate lastDay,
            @Nullable String content,
            @Nullable String difficulties,
            @Nullable String proposals) {}
}
