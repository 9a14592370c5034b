package vn.tiendo.security;

import java.util.List;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/** Where a person is signed in. */
@Component
public class Sessions {

    private final SessionRegistry registry;

    Sessions(SessionRegistry registry) {
        this.registry = registry;
    }

    public int count(String login) {
        return of(login).size();
    }

    /** Everywhere; each browser hears it with its next request. */
    public void end(String login) {
        of(login).forEach(SessionInformation::expireNow);
    }

    void endOthers(String login, String session) {
        of(login).stream().filter(one -> !one.getSessionId().equals(session)).forEach(SessionInformation::expireNow);
    }

    private List<SessionInformation> of(String login) {
        return registry.getAllSessions(login, false);
    }
}
