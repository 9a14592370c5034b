package vn.tiendo.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The documents an administrator knows to be no longer in force. */
@Component
class Repeals {

    private final JdbcClient database;

    Repeals(JdbcClient database) {
        this.database = database;
    }

    List<Repeal> all() {
        return database.sql(
                        "select code, title, ended_on, replaced_by, source from repeal order by ended_on desc, code")
                .query(Repeal.class)
                .list();
    }

    @Transactional
    void put(Repeal repeal) {
        database.sql("""
                        insert into repeal (code, title, ended_on, replaced_by, source)
                        values (:code, :title, :endedOn, :replacedBy, :source)
                        on conflict (code) do update set title = excluded.title, ended_on = excluded.ended_on,
                            replaced_by = excluded.replaced_by, source = excluded.source""").paramSource(repeal).update();
    }

    @Transactional
    void remove(String code) {
        database.sql("delete from repeal where code = ?").param(code).update();
    }

    /** The repeal a basis is hit by: its own number or name, not one it only mentions further on. */
    static Optional<Repeal> of(String basis, List<Repeal> known) {
        var plain = plain(basis);
        var replaced = known.stream()
                .filter(it -> at(plain, it) >= 0)
                .min((a, b) -> Integer.compare(at(plain, a), at(plain, b)));
        return replaced.filter(it -> at(plain, it) <= firstCodeEnd(plain));
    }

    private static int at(String plain, Repeal repeal) {
        var found = Pattern.compile("(?<![\\p{L}\\d/-])" + Pattern.quote(plain(repeal.code())) + "(?![\\p{L}\\d/-])")
                .matcher(plain);
        return found.find() ? found.start() : -1;
    }

    /** Behind the first number begins what the document is about. */
    private static int firstCodeEnd(String plain) {
        var code = Pattern.compile("\\d+(?:/\\d{4})?[/-]\\p{L}[\\p{L}\\d/-]*").matcher(plain);
        return code.find() ? code.end() : plain.length();
    }

    private static String plain(String text) {
        return text.replace('–', '-')
                .replaceAll("\\s*([/-])\\s*", "$1")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
