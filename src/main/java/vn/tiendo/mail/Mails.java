package vn.tiendo.mail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import vn.tiendo.engine.NotFound;

/** Every mail the office ever sent or tried to send. */
@Component
public class Mails {

    private static final String COLUMNS =
            "id, plan, recipient_name, address, subject, body_text, body_html, attachment, state, attempts, created_at, sent_at, last_error";

    private final JdbcClient database;
    private final SpringTemplateEngine templates;
    private final Clock clock;
    private final String baseUrl;

    Mails(
            JdbcClient database,
            SpringTemplateEngine templates,
            Clock clock,
            @Value("${tien-do.base-url}") String baseUrl) {
        this.database = database;
        this.templates = templates;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** Writes the letter for the outbox, in the caller's transaction; the same key twice is written once. */
    @Transactional
    public void post(Letter letter) {
        insert(letter, true);
    }

    /** Writes the letter for a step that sends it itself. @return the mail, the earlier one if the step runs again */
    @Transactional
    public OutgoingMail write(Letter letter) {
        insert(letter, false);
        return database.sql("select " + COLUMNS + " from outgoing_mail where dedup_key = ?")
                .param(letter.key())
                .query(OutgoingMail.class)
                .single();
    }

    private void insert(Letter letter, boolean byOutbox) {
        var context = new Context();
        context.setVariable("letter", letter);
        context.setVariable("link", letter.path() == null ? null : baseUrl + letter.path());
        var now = OffsetDateTime.now(clock);
        database.sql("""
                        insert into outgoing_mail (id, dedup_key, plan, recipient_name, address, subject, body_text, body_html,
                            attachment, state, sent_by_outbox, next_attempt_at, created_at)
                        values (:id, :key, :plan, :name, :address, :subject, :text, :html, :attachment, 'WAITING', :outbox, :now, :now)
                        on conflict (dedup_key) do nothing""")
                .param("id", UUID.nameUUIDFromBytes(letter.key().getBytes(StandardCharsets.UTF_8)))
                .param("key", letter.key())
                .param("plan", letter.plan())
                .param("name", letter.recipientName())
                .param("address", letter.address())
                .param("subject", letter.subject().replaceAll("\\s+", " "))
                .param("text", templates.process("mail/letter.txt", context))
                .param("html", templates.process("mail/letter.html", context))
                .param("attachment", letter.attachment())
                .param("outbox", byOutbox)
                .param("now", now)
                .update();
    }

    /** The next mail the outbox owes, locked against every other sender until the transaction ends. */
    Optional<OutgoingMail> nextOwed() {
        return database.sql("select " + COLUMNS + """
                         from outgoing_mail
                        where state = 'WAITING' and sent_by_outbox and next_attempt_at <= ?
                        order by next_attempt_at limit 1 for update skip locked""")
                .param(OffsetDateTime.now(clock))
                .query(OutgoingMail.class)
                .optional();
    }

    public void sent(OutgoingMail mail) {
        database.sql(
                        "update outgoing_mail set state = 'SENT', attempts = attempts + 1, sent_at = ?, last_error = null where id = ?")
                .params(OffsetDateTime.now(clock), mail.id())
                .update();
    }

    /** @param giveUp no further attempt */
    public void failed(OutgoingMail mail, String error, boolean giveUp) {
        var pause = 1L << Math.min(mail.attempts(), 8);
        database.sql("""
                        update outgoing_mail set attempts = attempts + 1, last_error = :error, next_attempt_at = :next, state = :state
                        where id = :id""")
                .param("error", error)
                .param("next", OffsetDateTime.now(clock).plusMinutes(pause))
                .param("state", giveUp ? "FAILED" : "WAITING")
                .param("id", mail.id())
                .update();
    }

    public List<OutgoingMail> latest(int limit) {
        return database.sql("select " + COLUMNS + " from outgoing_mail order by created_at desc, id limit ?")
                .param(limit)
                .query(OutgoingMail.class)
                .list();
    }

    public List<OutgoingMail> ofPlan(String plan) {
        return database.sql("select " + COLUMNS + " from outgoing_mail where plan = ? order by created_at, id")
                .param(plan)
                .query(OutgoingMail.class)
                .list();
    }

    OutgoingMail get(UUID id) {
        return database.sql("select " + COLUMNS + " from outgoing_mail where id = ?")
                .param(id)
                .query(OutgoingMail.class)
                .optional()
                .orElseThrow(() -> new NotFound("mail " + id));
    }
}
