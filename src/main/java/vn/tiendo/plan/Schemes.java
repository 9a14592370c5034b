package vn.tiendo.plan;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;

/** All schemes of criteria; those that are no longer valid stay for what was scored by them. */
@Component
public class Schemes {

    private final JdbcClient database;

    Schemes(JdbcClient database) {
        this.database = database;
    }

    public List<Scheme> valid() {
        return database.sql("select * from scoring_scheme where valid order by year desc, name")
                .query(Scheme.class)
                .list();
    }

    /** @throws NotFound if there is none */
    public Scheme get(String code) {
        return database.sql("select * from scoring_scheme where code = ?")
                .param(code)
                .query(Scheme.class)
                .optional()
                .orElseThrow(() -> new NotFound("scheme " + code));
    }

    /** @throws Refusal at {@code field} if it is no valid one, or one of another year than the plan's */
    public Scheme chosen(String field, String code, int year) {
        var scheme = valid().stream()
                .filter(valid -> valid.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.of(field, "form.badChoice", code));
        if (scheme.year() != year) {
            throw Refusal.of(field, "scoring.otherYear", scheme.year(), year);
        }
        return scheme;
    }
}
