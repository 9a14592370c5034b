package vn.tiendo.mail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
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
    private final JdbcTemplate batches;
    private final SpringTemplateEngine templates;
    private final Clock clock;
    private final String baseUrl;

    Mails(
            JdbcClient database,
            JdbcTemplate batches,
            SpringTemplateEngine templates,
            Clock clock,
            @Value("${tien-do.base-url}") String baseUrl) {
        this.database = database;
        this.batches = batches;
        this.templates = templates;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** Writes the letter for the outbox, in the caller's transaction; the same key twice is written once. */
    public void post(Letter letter) {
        post(List.of(letter));
    }

    @Transactional
    public void post(Collection<Letter> letters) {
        insert(letters, true);
    }

    /** Writes the letter for a step that sends it itself. @return the mail, the earlier one if the step runs again */
    @Transactional
    public OutgoingMail write(Letter letter) {
        insert(List.of(letter), false);
        return database.sql("select " + COLUMNS + " from outgoing_mail where dedup_key = ?")
                .param(letter.key())
                .query(OutgoingMail.class)
                .single();
    }

    private void insert(Collection<Letter> letters, boolean byOutbox) {
        var now = OffsetDateTime.now(clock);
        batches.batchUpdate("""
                insert into outgoing_mail (id, dedup_key, plan, recipient_name, address, subject, body_text, body_html,
                    attachment, state, sent_by_outbox, next_attempt_at, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, ?) on conflict (dedup_key) do nothing""", letters, 500, (s, letter) -> {
            var context = new Context();
            context.setVariable("letter", letter);
            context.setVariable("link", letter.path() == null ? null : baseUrl + letter.path());
            s.setObject(1, UUID.nameUUIDFromBytes(letter.key().getBytes(StandardCharsets.UTF_8)));
            s.setString(2, letter.key());
            s.setString(3, letter.plan());
            s.setString(4, letter.recipientName());
            s.setString(5, letter.address());
            s.setString(6, letter.subject().replaceAll("\\s+", " "));
            s.setString(7, templates.process("mail/letter.txt", context));
            s.setString(8, templates.process("mail/letter.html", context));
            s.setObject(9, letter.attachment());
            s.setBoolean(10, byOutbox);
            s.setObject(11, now);
            s.setObject(12, now);
        });
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

    public boolean exists(UUID id) {
        return database.sql("select exists (select from outgoing_mail where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** It came back. @return the address it had gone to */
    public String bounced(UUID id, String words) {
        return database.sql("update outgoing_mail set state = 'FAILED', last_error = ? where id = ? returning address")
                .params(words, id)
                .query(String.class)
                .single();
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
