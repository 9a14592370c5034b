package vn.tiendo.issuance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Position;
import vn.tiendo.document.Series;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;
import vn.tiendo.plan.PlanHistory;

/** Sổ đăng ký văn bản đi as the clerk keeps it (Decree 30/2020/NĐ-CP, annex IV). */
@Component
class Register {

    /** What was issued belongs to a plan; its key begins with the plan's id. */
    private static final Pattern PLAN = Pattern.compile("^KH-\\d{4}-\\d{4,}");

    private final JdbcClient database;
    private final PlanHistory history;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    Register(JdbcClient database, PlanHistory history, Directory directory, CurrentOfficial current, Clock clock) {
        this.database = database;
        this.history = history;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    /** In the order of the numbers, of one series or of all. */
    List<Line> lines(int year, @Nullable Series series) {
        return database.sql("""
                        select d.series, d.sequence, d.code, d.issued_on, d.subject, signer.name as signer,
                            coalesce(
                                (select string_agg(r.text, '; ' order by r.position) from plan_recipient r
                                    where r.plan = d.source and r.role <> 'ARCHIVE'),
                                (select string_agg(u.name, '; ' order by u.name)
                                    from report_round round
                                    join reporting_duty duty on duty.plan = round.plan and duty.position = round.duty
                                    join unit u on u.code = any(duty.recipients)
                                    where round.id = d.source),
                                (select u.name from deadline_decision q left join report on report.id = q.debt left join assignment on assignment.id = q.debt
                                    join unit u on u.code in (report.answerable, assignment.answerable) where q.id = d.source)) as recipients,
                            clerk.name as voided_by, d.voided_at, d.void_reason
                        from registered_document d
                        join official signer on signer.login = d.signer
                        left join official clerk on clerk.login = d.voided_by
                        where d.issuer = :issuer and d.year = :year and (:series = '' or d.series = :series)
                        order by d.series, d.sequence""")
                .param("issuer", directory.committee().code())
                .param("year", year)
                .param("series", series == null ? "" : series.name())
                .query(Line.class)
                .list();
    }

    /** Years that have a number, the newest first. */
    List<Integer> years() {
        return database.sql("select distinct year from registered_document where issuer = ? order by year desc")
                .param(directory.committee().code())
                .query(Integer.class)
                .list();
    }

    /**
     * @return its code
     * @throws Refusal if this person is no clerk, gives no reason, or the number is not there or void already
     */
    @Transactional
    String voidNumber(int year, Series series, int sequence, @Nullable String reason) {
        var me = current.get();
        if (!me.isIn(Position.CLERK)) {
            throw Refusal.because("number.notClerk");
        }
        var why = Entries.text("reason", "field.voidReason", reason, 500);
        var line = database.sql("""
                        update registered_document set voided_by = :by, voided_at = :at, void_reason = :reason
                        where issuer = :issuer and series = :series and year = :year and sequence = :sequence and voided_at is null
                        returning source, code""")
                .param("by", me.login())
                .param("at", OffsetDateTime.now(clock))
                .param("reason", why)
                .param("issuer", directory.committee().code())
                .param("series", series.name())
                .param("year", year)
                .param("sequence", sequence)
                .query(Voided.class)
                .optional()
                .orElseThrow(() -> Refusal.because("number.notVoidable", "%02d".formatted(sequence)));
        var plan = PLAN.matcher(line.source());
        if (plan.find()) {
            history.note(plan.group(), "numberVoided", line.code());
        }
        return line.code();
    }

    private record Voided(String source, String code) {}

    /** @param recipients null where the register does not know them; {@code voidReason} null for a number in force */
    record Line(
            Series series,
            int sequence,
            String code,
            LocalDate issuedOn,
            String subject,
            String signer,
            @Nullable String recipients,
            @Nullable String voidedBy,
            @Nullable OffsetDateTime voidedAt,
            @Nullable String voidReason) {

        public boolean isVoid() {
            return voidReason != null;
        }
    }
}
