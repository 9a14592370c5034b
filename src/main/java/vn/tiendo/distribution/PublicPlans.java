package vn.tiendo.distribution;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The issued plans that everybody may read, because a line of their Nơi nhận publishes them. Nothing else is here. */
@Component
class PublicPlans {

    private static final String PUBLIC = """
            select p.code, p.subject, p.issued_on, p.document, min(d.settled_at) as published_at
            from plan p join delivery d on d.plan = p.id and d.document = p.document
            where d.channel = 'PORTAL' and d.state = 'DELIVERED' and p.status in ('ISSUED', 'CLOSED', 'ARCHIVED') %s
            group by p.id order by p.issued_on desc, p.code desc limit 200""";

    private final JdbcClient database;

    PublicPlans(JdbcClient database) {
        this.database = database;
    }

    /** The newest first. */
    List<PublicPlan> all() {
        return database.sql(PUBLIC.formatted("")).query(PublicPlan.class).list();
    }

    Optional<PublicPlan> find(String document) {
        return database.sql(PUBLIC.formatted("and cast(p.document as text) = ?"))
                .param(document)
                .query(PublicPlan.class)
                .optional();
    }

    record PublicPlan(String code, String subject, LocalDate issuedOn, UUID document, OffsetDateTime publishedAt) {

        public String title() {
            return code + " - " + subject;
        }
    }
}
