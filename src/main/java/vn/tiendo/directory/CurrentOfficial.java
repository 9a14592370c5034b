package vn.tiendo.directory;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Refusal;

/** The person who is signed in and acts. */
@Component
public class CurrentOfficial {

    private final Directory directory;

    CurrentOfficial(Directory directory) {
        this.directory = directory;
    }

    /** @throws Refusal if nobody is signed in or the account belongs to no official */
    public Official get() {
        return directory.official(login());
    }

    public String login() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            throw Refusal.because("security.notSignedIn");
        }
        return authentication.getName();
    }
}
