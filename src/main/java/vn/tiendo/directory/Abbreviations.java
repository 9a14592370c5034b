package vn.tiendo.directory;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How this office shortens names: TT, SNV, CT-XH … */
@Component
class Abbreviations {

    private final JdbcClient database;

    Abbreviations(JdbcClient database) {
        this.database = database;
    }

    List<Abbreviation> all() {
        return database.sql("select short, meaning from abbreviation order by short")
                .query((row, number) -> new Abbreviation(row.getString("short"), row.getString("meaning")))
                .list();
    }

    @Transactional
    void put(Abbreviation abbreviation) {
        database.sql(
                        "insert into abbreviation (short, meaning) values (?, ?) on conflict (short) do update set meaning = excluded.meaning")
                .params(abbreviation.shortened(), abbreviation.meaning())
                .update();
    }

    @Transactional
    void remove(String shortened) {
        database.sql("delete from abbreviation where short = ?")
                .param(shortened)
                .update();
    }

    record Abbreviation(String shortened, String meaning) {}
}
