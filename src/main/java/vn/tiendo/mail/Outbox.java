package vn.tiendo.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what was posted: every mail in a transaction of its own, repeated with growing pauses while the server is away. */
@Component
public class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int ATTEMPTS = 12;

    private final Notices notices;
    private final Mails mails;
    private final Postman postman;
    private final TransactionTemplate transaction;

    Outbox(Notices notices, Mails mails, Postman postman, TransactionTemplate transaction) {
        this.notices = notices;
        this.mails = mails;
        this.postman = postman;
        this.transaction = transaction;
    }

    /** Sends everything that is owed now. @return how many were tried */
    public int empty() {
        notices.flush();
        var tried = 0;
        while (Boolean.TRUE.equals(transaction.execute(status -> sendNext()))) {
            tried++;
        }
        return tried;
    }

    private boolean sendNext() {
        var owed = mails.nextOwed();
        owed.ifPresent(mail -> {
            try {
                postman.carry(mail);
            } catch (RuntimeException e) {
                // whatever is wrong with this one, the next ones go
                LOG.warn("Mail {} was not taken: {}", mail.id(), e.getMessage());
                mails.failed(mail, String.valueOf(e.getMessage()), mail.attempts() + 1 >= ATTEMPTS);
                return;
            }
            mails.sent(mail);
        });
        return owed.isPresent();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @ConditionalOnProperty("tien-do.outbox.enabled")
    static class Rounds {

        private final Outbox outbox;

        Rounds(Outbox outbox) {
            this.outbox = outbox;
        }

        @Scheduled(fixedDelay = 1000)
        void go() {
            outbox.empty();
        }
    }
}
