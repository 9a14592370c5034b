package vn.tiendo.distribution;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.engine.Sentences;
import vn.tiendo.mail.Bounce;
import vn.tiendo.mail.Mails;
import vn.tiendo.mail.ReturnedMail;
import vn.tiendo.plan.PlanHistory;

/** A copy that came back is the clerk's work; each report counts once, however often it is read. */
@Component
class Bounces {

    private static final Logger LOG = LoggerFactory.getLogger(Bounces.class);

    private final JdbcClient database;
    private final Mails mails;
    private final Deliveries deliveries;
    private final PlanDistribution process;
    private final ReceiptDebts debts;
    private final PlanHistory history;
    private final Clock clock;

    Bounces(
            JdbcClient database,
            Mails mails,
            Deliveries deliveries,
            PlanDistribution process,
            ReceiptDebts debts,
            PlanHistory history,
            Clock clock) {
        this.database = database;
        this.mails = mails;
        this.deliveries = deliveries;
        this.process = process;
        this.debts = debts;
        this.history = history;
        this.clock = clock;
    }

    /** @return false if it is about none of our mails */
    @Transactional
    boolean take(Bounce bounce) {
        if (!mails.exists(bounce.mail())) {
            return false;
        }
        var first = database.sql(
                        "insert into bounce (report, mail, words, read_at) values (?, ?, ?, ?) on conflict (report) do nothing")
                .params(bounce.report(), bounce.mail(), bounce.words(), OffsetDateTime.now(clock))
                .update();
        if (first == 1) {
            var words = Sentences.of("delivery.bounced", mails.bounced(bounce.mail(), bounce.words()), bounce.words());
            deliveries.bounced(bounce.mail(), words).ifPresent(delivery -> {
                process.bounced(delivery, debts.relation(delivery));
                history.note(delivery.plan(), "bounced", delivery.recipient() + ": " + bounce.words());
            });
        }
        return true;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("tien-do.outbox.enabled")
    static class Rounds {

        private final ReturnedMail mailbox;
        private final Bounces bounces;

        Rounds(ReturnedMail mailbox, Bounces bounces) {
            this.mailbox = mailbox;
            this.bounces = bounces;
        }

        @Scheduled(fixedDelay = 60_000)
        void go() {
            try {
                mailbox.read(bounces::take);
            } catch (MessagingException e) {
                LOG.warn("The mailbox of returned mails cannot be read: {}", e.getMessage());
            }
        }
    }
}
