package vn.tiendo.directory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Refusal;

/** The person who is signed in and acts. */
@Component
public class CurrentOfficial {

    private static final ThreadLocal<@Nullable Official> ABSENT = new ThreadLocal<>();

    private final Directory directory;

    CurrentOfficial(Directory directory) {
        this.directory = directory;
    }

    /** @throws Refusal if nobody is signed in or the account belongs to no official */
    public Official get() {
        return directory.official(login());
    }

    /** In whose place the person acts at this moment; empty if he does his own work. */
    public Optional<Official> onBehalfOf() {
        return Optional.ofNullable(ABSENT.get());
    }

    /** Does a step in the place of somebody, which its traces then say. */
    public void actFor(Optional<Official> absent, Runnable step) {
        ABSENT.set(absent.orElse(null));
        try {
            step.run();
        } finally {
            ABSENT.remove();
        }
    }

    public String login() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            throw Refusal.because("security.notSignedIn");
        }
        return authentication.getName();
    }
}
