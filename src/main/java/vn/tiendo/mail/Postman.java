package vn.tiendo.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Sentences;

/** Hands one mail to the mail server. The Message-ID follows from the mail, so a repeat after a crash is recognised. */
@Component
public class Postman {

    private final JavaMailSender server;
    private final JdbcClient database;
    private final Clock clock;
    private final String from;

    Postman(JavaMailSender server, JdbcClient database, Clock clock, @Value("${tien-do.mail-from}") String from) {
        this.server = server;
        this.database = database;
        this.clock = clock;
        this.from = from;
    }

    /** @throws MailException if the server did not take it */
    public void carry(OutgoingMail mail) {
        var message = server.createMimeMessage();
        try {
            var helper = new MimeMessageHelper(message, true, "UTF-8");
            helper.setFrom(from, Sentences.of("mail.sender"));
            helper.setTo(mail.address());
            helper.setSubject(mail.subject());
            helper.setSentDate(Date.from(clock.instant()));
            helper.setText(mail.bodyText(), mail.bodyHtml());
            if (mail.attachment() != null) {
                attach(helper, mail.attachment());
            }
            message.setHeader("Message-ID", "<" + mail.id() + "@" + from.substring(from.indexOf('@') + 1) + ">");
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException | java.io.UnsupportedEncodingException e) {
            throw new MailPreparationException(e);
        }
        server.send(message);
    }

    private void attach(MimeMessageHelper helper, UUID file) {
        database.sql("select name, type, content from stored_file where id = ?")
                .param(file)
                .query((row, number) -> {
                    try {
                        helper.addAttachment(
                                row.getString("name"),
                                new ByteArrayResource(row.getBytes("content")),
                                row.getString("type"));
                    } catch (MessagingException e) {
                        throw new MailPreparationException(e);
                    }
                    return true;
                })
                .single();
    }
}
