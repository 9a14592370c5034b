package vn.tiendo.mail;

import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * What the mail server said when it did not take a mail.
 *
 * @param words its own
 * @param lasting it will say so again, however often we try
 */
public record ServerAnswer(String words, boolean lasting) {

    private static final int LASTING = 500;
    private static final int LONGEST = 500;

    public static ServerAnswer of(MailException failure) {
        var causes = failure instanceof MailSendException sending
                ? Arrays.stream(sending.getMessageExceptions())
                : Stream.<Exception>empty();
        return causes.flatMap(ServerAnswer::chain)
                .map(ServerAnswer::spoken)
                .filter(Objects::nonNull)
                .reduce((first, last) -> last)
                .orElseGet(() -> new ServerAnswer(shortened(String.valueOf(failure.getMessage())), false));
    }

    private static Stream<Exception> chain(Exception first) {
        return Stream.iterate(
                first,
                Objects::nonNull,
                link -> link instanceof MessagingException outer ? outer.getNextException() : null);
    }

    private static @Nullable ServerAnswer spoken(Exception link) {
        if (link instanceof SMTPAddressFailedException refused) {
            return new ServerAnswer(
                    shortened(String.valueOf(refused.getMessage())), refused.getReturnCode() >= LASTING);
        }
        if (link instanceof SMTPSendFailedException refused) {
            return new ServerAnswer(
                    shortened(String.valueOf(refused.getMessage())), refused.getReturnCode() >= LASTING);
        }
        return null;
    }

    static String shortened(String words) {
        var line = words.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
