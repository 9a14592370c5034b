package vn.tiendo.authority;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who signs today for somebody else: by a written authorisation, or because he took over the post. */
@Component
class Mandates {

    private final JdbcClient database;
    private final Clock clock;

    Mandates(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Mandate> inForce() {
        return database.sql("""
                        select absent as giver, substitute as signer, first_day, last_day, document, document_date
                            from substitution where signing and ended_at is null and :today between first_day and last_day
                        union all select giver, taker, (made_at at time zone 'Asia/Ho_Chi_Minh')::date, null, null, null
                            from handover where leader
                        order by 3 desc, 1, 2""")
                .param("today", LocalDate.now(clock))
                .query(Mandate.class)
                .list();
    }
}
