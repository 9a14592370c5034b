package vn.tiendo.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Official;
import vn.tiendo.reporting.Report;

/** Where the units' reports stand, without their texts: a round may have hundreds. */
@Component
class ReportLines {

    private final JdbcClient database;
    private final Clock clock;

    ReportLines(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** By round; to others than the office and the leaders only their own unit's. */
    Map<String, Standing> ofPlan(String plan, Official reader) {
        var now = OffsetDateTime.now(clock);
        return database
                .sql("""
                        select r.id, r.round, r.unit, r.answerable, r.state, r.nil, r.last_day, r.due_time, r.handed_in_at,
                            r.first_handed_in_at
                        from report_round round join report r on r.round = round.id
                        where round.plan = :plan and (:all or r.unit in (:units) or r.answerable in (:units)) order by r.id""")
                .param("plan", plan)
                .param("all", reader.seesAllReports())
                .param("units", reader.units())
                .query(Row.class)
                .list()
                .stream()
                .map(row -> row.asOf(now))
                .collect(Collectors.groupingBy(
                        Line::round, Collectors.collectingAndThen(Collectors.toList(), Standing::new)));
    }

    /** What needs somebody first. */
    enum Group {
        LATE,
        OPEN,
        IN
    }

    record Row(
            String id,
            String round,
            String unit,
            String answerable,
            Report.State state,
            boolean nil,
            LocalDate lastDay,
            @Nullable LocalTime dueTime,
            @Nullable OffsetDateTime handedInAt,
            @Nullable OffsetDateTime firstHandedInAt) {

        Line asOf(OffsetDateTime now) {
            var isIn = state == Report.State.HANDED_IN || state == Report.State.ACCEPTED;
            var late = state == Report.State.MISSING
                    || Report.isLate(lastDay, dueTime, firstHandedInAt == null ? now : firstHandedInAt);
            return new Line(id, round, unit, answerable, state, nil, lastDay, handedInAt, isIn, late);
        }
    }

    /** @param late handed in after its deadline, or still owed or missing after it */
    record Line(
            String id,
            String round,
            String unit,
            String answerable,
            Report.State state,
            boolean nil,
            LocalDate lastDay,
            @Nullable OffsetDateTime handedInAt,
            boolean isIn,
            boolean late) {

        Group group() {
            return late ? Group.LATE : isIn ? Group.IN : Group.OPEN;
        }
    }

    record Standing(List<Line> lines) {

        public long handedIn() {
            return lines.stream().filter(Line::isIn).count();
        }

        public long late() {
            return lines.stream().filter(Line::late).count();
        }

        public long open() {
            return lines.size() - handedIn();
        }

        /** In the order of the groups; among the late ones those that have not come at all are first. */
        public Map<Group, List<Line>> groups() {
            return lines.stream()
                    .sorted(Comparator.comparing(Line::isIn))
                    .collect(Collectors.groupingBy(Line::group, () -> new EnumMap<>(Group.class), Collectors.toList()));
        }
    }
}
