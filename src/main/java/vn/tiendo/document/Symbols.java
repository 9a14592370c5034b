package vn.tiendo.document;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;

/**
 * Ký hiệu: the abbreviation of the kind and of the issuer; of a công văn the issuer's and that of the unit that drafted it
 * (Decree 30/2020/NĐ-CP, annex I).
 */
@Component
public class Symbols {

    private static final int LONGEST = 30;
    private static final String LETTERS = "[A-ZĂÂĐÊÔƠƯ\\d]+";
    private static final Pattern SYMBOL =
            Pattern.compile(LETTERS + "(\\." + LETTERS + ")*(-" + LETTERS + "(\\." + LETTERS + ")*)+");

    private final JdbcClient database;

    Symbols(JdbcClient database) {
        this.database = database;
    }

    public String of(String issuer, Series series) {
        return database.sql("select symbol from series_symbol where issuer = ? and series = ?")
                .params(issuer, series.name())
                .query(String.class)
                .optional()
                .orElse(series.usualSymbol);
    }

    /** As it is printed: below ten with a leading zero, no blanks. */
    public String code(String issuer, Series series, int sequence) {
        return "%02d/%s".formatted(sequence, of(issuer, series));
    }

    /**
     * For the next number on; one that is being given right now is waited for.
     *
     * @throws Refusal if it is no symbol of this series
     */
    @Transactional
    void set(String issuer, Series series, @Nullable String typed) {
        var symbol = checked(series, Entries.text("symbol", "field.symbol", typed, LONGEST));
        database.sql("select year from number_register where issuer = ? and series = ? for update")
                .params(issuer, series.name())
                .query(Integer.class)
                .list();
        database.sql("""
                        insert into series_symbol (issuer, series, symbol) values (?, ?, ?)
                        on conflict (issuer, series) do update set symbol = excluded.symbol""").params(issuer, series.name(), symbol).update();
    }

    /** What a symbol begins with tells the series apart, so no two of them print the same number. */
    private static String checked(Series series, String symbol) {
        if (!SYMBOL.matcher(symbol).matches()) {
            throw Refusal.of("symbol", "symbol.letters", symbol, series.usualSymbol);
        }
        if (series.namesItsKind() && !symbol.startsWith(series + "-")) {
            throw Refusal.of("symbol", "symbol.kind", Sentences.of("series." + series), series, series.usualSymbol);
        }
        if (!series.namesItsKind()
                && Arrays.stream(Series.values())
                        .filter(Series::namesItsKind)
                        .anyMatch(kind -> symbol.startsWith(kind + "-"))) {
            throw Refusal.of("symbol", "symbol.noKind", symbol, series.usualSymbol);
        }
        return symbol;
    }
}
