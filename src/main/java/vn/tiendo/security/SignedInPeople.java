package vn.tiendo.security;

import java.util.List;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistryImpl;

/** Sessions by sign-in name, however the person signed in. One application works on one database, so memory is enough. */
class SignedInPeople extends SessionRegistryImpl {

    @Override
    public void registerNewSession(String session, Object principal) {
        super.registerNewSession(session, login(principal));
    }

    @Override
    public List<SessionInformation> getAllSessions(Object principal, boolean includeExpiredSessions) {
        return super.getAllSessions(login(principal), includeExpiredSessions);
    }

    private static Object login(Object principal) {
        return principal instanceof AuthenticatedPrincipal person ? person.getName() : principal;
    }
}
