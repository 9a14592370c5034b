package vn.tiendo.start;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import vn.tiendo.engine.Sentences;
import vn.tiendo.engine.StartRefused;

/** In production nothing has a default that could be wrong: what the environment lacks is named and the start refused. */
class ProductionSettings implements EnvironmentPostProcessor, Ordered {

    static final List<String> REQUIRED = List.of(
            "TIENDO_DB_URL",
            "TIENDO_DB_USER",
            "TIENDO_DB_PASSWORD",
            "TIENDO_SMTP_HOST",
            "TIENDO_SMTP_PORT",
            "TIENDO_MAIL_FROM",
            "TIENDO_BASE_URL",
            "TIENDO_ADMIN_LOGIN",
            "TIENDO_ADMIN_PASSWORD",
            "TIENDO_LINK_KEY");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("production"))) {
            return;
        }
        var missing = REQUIRED.stream()
                .filter(name -> environment.getProperty(name, "").isBlank())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new StartRefused(Sentences.of("start.settingsMissing", missing));
        }
        if (environment.getProperty("TIENDO_ADMIN_PASSWORD", "").length() < 12) {
            throw new StartRefused(Sentences.of("start.adminPasswordShort"));
        }
        if (environment.getProperty("TIENDO_LINK_KEY", "").length() < 32) {
            throw new StartRefused(Sentences.of("start.linkKeyShort"));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
