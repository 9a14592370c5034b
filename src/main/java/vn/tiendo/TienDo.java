package vn.tiendo;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the office's system. */
@SpringBootApplication(proxyBeanMethods = false)
public class TienDo {

    public static void main(String[] arguments) {
        // The engine freezes the zone when its first class loads, so this line stays first.
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
        // Asked for with each part of each mail; without this every jar is searched for it.
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
        SpringApplication.run(TienDo.class, arguments);
    }
}
