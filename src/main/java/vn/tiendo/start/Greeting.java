package vn.tiendo.start;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.Sentences;

/** Tells a newcomer where to go and as whom. */
@Component
@Profile("!production")
class Greeting {

    private final Directory directory;
    private final Environment environment;
    private final String password;

    Greeting(Directory directory, Environment environment, @Value("${tien-do.sample-password}") String password) {
        this.directory = directory;
        this.environment = environment;
        this.password = password;
    }

    @EventListener(ApplicationReadyEvent.class)
    @SuppressWarnings("SystemOut")
    void greet() {
        var text = new StringBuilder("\n");
        text.append(Sentences.of("start.ready", "http://localhost:" + environment.getProperty("local.server.port")));
        text.append('\n').append(Sentences.of("start.people", password)).append('\n');
        directory.officials().forEach(o -> text.append("  %-14s %s, %s%n".formatted(o.login(), o.name(), o.title())));
        System.out.println(text);
    }
}
