package vn.tiendo.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.HeaderTerm;
import jakarta.mail.search.SearchTerm;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Sentences;
import vn.tiendo.engine.StartRefused;

/** The mailbox mail servers answer to when a mail they took could not be delivered. Only reports are touched, no person's mail. */
@Component
public class ReturnedMail {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnedMail.class);
    private static final SearchTerm UNREAD_REPORTS = new AndTerm(
            new FlagTerm(new Flags(Flags.Flag.SEEN), false), new HeaderTerm("Content-Type", "multipart/report"));

    private final @Nullable URI address;
    private final String user;
    private final String password;

    /** @throws StartRefused if the address is none of an IMAP server */
    public ReturnedMail(
            @Value("${tien-do.bounces.url}") String address,
            @Value("${tien-do.bounces.user}") String user,
            @Value("${tien-do.bounces.password}") String password) {
        this.address = address.isBlank() ? null : imap(address);
        this.user = user;
        this.password = password;
    }

    private static URI imap(String address) {
        try {
            var uri = URI.create(address.strip());
            if (Set.of("imap", "imaps").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new StartRefused(Sentences.of("start.bounceMailbox"));
        }
        throw new StartRefused(Sentences.of("start.bounceMailbox"));
    }

    /**
     * Hands over each report nobody has read, and marks it as read afterwards: after a crash it is handed over again. What cannot be
     * used gets a star for a person.
     *
     * @param known takes a bounce; false if it is about none of our mails
     */
    public void read(Predicate<Bounce> known) throws MessagingException {
        if (address == null) {
            return;
        }
        var settings = new Properties();
        for (var of : Set.of("mail.imap.", "mail.imaps.")) {
            settings.put(of + "connectiontimeout", "5000");
            settings.put(of + "timeout", "20000");
            settings.put(of + "writetimeout", "20000");
            settings.put(of + "peek", "true");
        }
        try (var store = Session.getInstance(settings).getStore(address.getScheme())) {
            store.connect(address.getHost(), address.getPort(), user, password);
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            try {
                for (var message : inbox.search(UNREAD_REPORTS)) {
                    take((MimeMessage) message, known);
                }
            } finally {
                // what people deleted is theirs to expunge
                inbox.close(false);
            }
        }
    }

    private static void take(MimeMessage message, Predicate<Bounce> known) throws MessagingException {
        Optional<Bounce> bounce;
        try {
            bounce = BounceReport.read(message);
        } catch (MessagingException | IOException | RuntimeException e) {
            leaveToAPerson(message, String.valueOf(e.getMessage()));
            return;
        }
        try {
            if (bounce.isPresent() && !known.test(bounce.get())) {
                leaveToAPerson(
                        message,
                        "is about a mail that is not ours: " + bounce.get().mail());
                return;
            }
        } catch (RuntimeException e) {
            LOG.warn("Returned mail {} is tried again: {}", message.getMessageID(), e.getMessage());
            return;
        }
        message.setFlag(Flags.Flag.SEEN, true);
    }

    private static void leaveToAPerson(Message message, String why) throws MessagingException {
        LOG.warn("Returned mail of {} is left to a person: {}", message.getReceivedDate(), why);
        message.setFlag(Flags.Flag.FLAGGED, true);
        message.setFlag(Flags.Flag.SEEN, true);
    }
}
