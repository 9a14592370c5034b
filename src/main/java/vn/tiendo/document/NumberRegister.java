package vn.tiendo.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;

/**
 * Sổ đăng ký văn bản đi: one series of numbers per issuer, kind of document and calendar year, from 01 and without gaps
 * (Decree 30/2020/NĐ-CP, article 15). The row of the series is locked until the number's transaction ends.
 */
@Component
public class NumberRegister {

    private final JdbcClient database;

    NumberRegister(JdbcClient database) {
        this.database = database;
    }

    public int next(String issuer, Series series, int year) {
        return 1
                + database.sql("select last_sequence from number_register where issuer = ? and series = ? and year = ?")
                        .params(issuer, series.name(), year)
                        .query(Integer.class)
                        .optional()
                        .orElse(0);
    }

    /** @throws Refusal if the number is not the next one, or the day is before that of the number before */
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(Entry entry) {
        var last = lock(entry.issuer(), entry.series(), entry.year());
        if (entry.sequence() <= last) {
            throw Refusal.of("sequence", "number.taken", entry.code(), last + 1);
        }
        if (entry.sequence() > last + 1) {
            throw Refusal.of("sequence", "number.gap", entry.code(), last + 1);
        }
        var before = dayOf(entry, last);
        if (before != null && entry.issuedOn().isBefore(before)) {
            throw Refusal.of("issuedOn", "number.dayBeforeLast", Entries.print(before));
        }
        enter(entry);
    }

    /**
     * Registers with the next number, for a document that a leader has approved and no clerk numbers by hand.
     *
     * @return its code
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String registerNext(
            String issuer, Series series, String source, LocalDate issuedOn, String subject, String signer) {
        var next = 1 + lock(issuer, series, issuedOn.getYear());
        var entry = new Entry(issuer, series, issuedOn.getYear(), next, source, issuedOn, subject, signer);
        enter(entry);
        return entry.code();
    }

    private int lock(String issuer, Series series, int year) {
        database.sql(
                        "insert into number_register (issuer, series, year, last_sequence) values (?, ?, ?, 0) on conflict do nothing")
                .params(issuer, series.name(), year)
                .update();
        return database.sql(
                        "select last_sequence from number_register where issuer = ? and series = ? and year = ? for update")
                .params(issuer, series.name(), year)
                .query(Integer.class)
                .single();
    }

    private void enter(Entry entry) {
        database.sql("update number_register set last_sequence = ? where issuer = ? and series = ? and year = ?")
                .params(entry.sequence(), entry.issuer(), entry.series().name(), entry.year())
                .update();
        database.sql("""
                        insert into registered_document (issuer, series, year, sequence, source, code, issued_on, subject, signer)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        entry.issuer(),
                        entry.series().name(),
                        entry.year(),
                        entry.sequence(),
                        entry.source(),
                        entry.code(),
                        entry.issuedOn(),
                        entry.subject(),
                        entry.signer())
                .update();
    }

    private @Nullable LocalDate dayOf(Entry entry, int sequence) {
        return database.sql(
                        "select issued_on from registered_document where issuer = ? and series = ? and year = ? and sequence = ?")
                .params(entry.issuer(), entry.series().name(), entry.year(), sequence)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    /** A line of the register; {@code source} is the business key of what was issued. */
    public record Entry(
            String issuer,
            Series series,
            int year,
            int sequence,
            String source,
            LocalDate issuedOn,
            String subject,
            String signer) {

        public String code() {
            return series.code(sequence);
        }
    }
}
