package vn.tiendo.start;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The default mail server: a real SMTP server inside the application that takes every mail and sends none on. */
@Configuration(proxyBeanMethods = false)
@Profile("!production")
class EmbeddedMailServer {

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail mailServer(@Value("${tien-do.smtp-port}") int port) {
        return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Bean
    JavaMailSenderImpl mailSender(GreenMail server) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        sender.setDefaultEncoding("UTF-8");
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "10000");
        sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "5000");
        // it answers EHLO in pieces, and the system holds the second one back for 40 ms until the first is acknowledged
        sender.getJavaMailProperties().setProperty("mail.smtp.ehlo", "false");
        return sender;
    }
}
