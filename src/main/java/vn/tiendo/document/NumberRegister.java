package vn.tiendo.document;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /** Five digits, as the form of the văn thư takes them. */
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,4}");

    private final JdbcClient database;
    private final Symbols symbols;

    NumberRegister(JdbcClient database, Symbols symbols) {
        this.database = database;
        this.symbols = symbols;
    }

    public int next(String issuer, Series series, int year) {
        return 1
                + database.sql("select last_sequence from number_register where issuer = ? and series = ? and year = ?")
                        .params(issuer, series.name(), year)
                        .query(Integer.class)
                        .optional()
                        .orElse(0);
    }

    /**
     * Lets the year begin with a later number, because those before it were given on paper.
     *
     * @throws Refusal if it is no number, or one of this year is in the register already
     */
    @Transactional
    void begin(String issuer, Series series, int year, @Nullable String typed) {
        var first = Entries.text("first", "field.firstNumber", typed, 20);
        if (!NUMBER.matcher(first).matches()) {
            throw Refusal.of("first", "number.noFirst", first);
        }
        lock(issuer, series, year);
        registered(issuer, series, year).ifPresent(given -> {
            throw Refusal.of("first", "number.begun", year, given.lastCode());
        });
        last(issuer, series, year, Integer.parseInt(first) - 1);
    }

    /** What was given in the year, also what is void by now; empty before the first. */
    Optional<Given> registered(String issuer, Series series, int year) {
        return database.sql("""
                        select count(*) as count, (array_agg(code order by sequence))[1] as first_code,
                            (array_agg(code order by sequence desc))[1] as last_code
                        from registered_document where issuer = ? and series = ? and year = ? having count(*) > 0""")
                .params(issuer, series.name(), year)
                .query(Given.class)
                .optional();
    }

    /**
     * @return its code
     * @throws Refusal if the number is not the next one, or the day is before that of the number before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String register(Entry entry) {
        var last = lock(entry.issuer(), entry.series(), entry.year());
        if (entry.sequence() <= last) {
            throw Refusal.of("sequence", "number.taken", code(entry), last + 1);
        }
        if (entry.sequence() > last + 1) {
            throw Refusal.of("sequence", "number.gap", code(entry), last + 1);
        }
        var before = dayOf(entry, last);
        if (before != null && entry.issuedOn().isBefore(before)) {
            throw Refusal.of("issuedOn", "number.dayBeforeLast", Entries.print(before));
        }
        return enter(entry);
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
        return enter(entry);
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

    private void last(String issuer, Series series, int year, int sequence) {
        database.sql("update number_register set last_sequence = ? where issuer = ? and series = ? and year = ?")
                .params(sequence, issuer, series.name(), year)
                .update();
    }

    private String code(Entry entry) {
        return symbols.code(entry.issuer(), entry.series(), entry.sequence());
    }

    private String enter(Entry entry) {
        var code = code(entry);
        last(entry.issuer(), entry.series(), entry.year(), entry.sequence());
        database.sql("""
                        insert into registered_document (issuer, series, year, sequence, source, code, issued_on, subject, signer)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        entry.issuer(),
                        entry.series().name(),
                        entry.year(),
                        entry.sequence(),
                        entry.source(),
                        code,
                        entry.issuedOn(),
                        entry.subject(),
                        entry.signer())
                .update();
        return code;
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
            String signer) {}

    record Given(int count, String firstCode, String lastCode) {}
}
