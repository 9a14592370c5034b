package vn.tiendo.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;

/** Reads a delivery status notification (RFC 3464). */
final class BounceReport {

    private BounceReport() {}

    /**
     * @return empty if it tells of no failure, for example of a delay only
     * @throws MessagingException if it is no such notification or not about a mail of ours
     */
    static Optional<Bounce> read(MimeMessage message) throws MessagingException, IOException {
        if (!(message.getContent() instanceof MultipartReport report)
                || !(report.getReport() instanceof DeliveryStatus status)) {
            throw new MessagingException("no delivery status");
        }
        var failure = IntStream.range(0, status.getRecipientDSNCount())
                .mapToObj(status::getRecipientDSN)
                .filter(recipient -> "failed".equalsIgnoreCase(header(recipient, "Action")))
                .findFirst();
        if (failure.isEmpty()) {
            return Optional.empty();
        }
        var returned = report.getReturnedMessage();
        if (returned == null || returned.getMessageID() == null) {
            throw new MessagingException("names no mail");
        }
        var mail = ours(returned.getMessageID());
        var words = words(failure.get());
        var name = Objects.requireNonNullElseGet(
                message.getMessageID(), () -> mail + "/" + Arrays.toString(header(message, "Date")) + "/" + words);
        return Optional.of(new Bounce(name, mail, words));
    }

    private static String[] header(MimeMessage message, String name) {
        try {
            return message.getHeader(name);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID ours(String messageId) throws MessagingException {
        try {
            return UUID.fromString(messageId.strip().replaceFirst("^<", "").replaceFirst("@.*", ""));
        } catch (IllegalArgumentException e) {
            throw new MessagingException("is about a mail that is not ours: " + messageId, e);
        }
    }

    /** "smtp; 550 5.1.1 no such user": what the server said, else its code. */
    private static String words(InternetHeaders recipient) {
        var said = header(recipient, "Diagnostic-Code");
        return ServerAnswer.shortened(
                said.isBlank() ? header(recipient, "Status") : said.replaceFirst("^\\s*[\\w-]+\\s*;", ""));
    }

    private static String header(InternetHeaders headers, String name) {
        return Objects.requireNonNullElse(headers.getHeader(name, " "), "").strip();
    }
}
