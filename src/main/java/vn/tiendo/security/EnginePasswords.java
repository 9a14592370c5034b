package vn.tiendo.security;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Sentences;

/**
 * Passwords are checked by the office's LDAP directory, if it has one, then by the engine, whose users the officials are; the
 * authorities are the engine's groups.
 */
@Component
class EnginePasswords implements AuthenticationProvider {

    private final IdentityService identities;
    private final Accounts accounts;
    private final SignInBrake brake;
    private final LdapPasswords ldap;

    EnginePasswords(IdentityService identities, Accounts accounts, SignInBrake brake, LdapPasswords ldap) {
        this.ldap = ldap;
        this.identities = identities;
        this.brake = brake;
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        if (brake.isOn(attempt)) {
            throw new LockedException(Sentences.of("security.tooMany"));
        }
        var login = attempt.getName().trim();
        var password = String.valueOf(attempt.getCredentials());
        if (login.isEmpty() || !(isOfLdap(login, password) || identities.checkPassword(login, password))) {
            brake.failed(attempt);
            throw new BadCredentialsException(Sentences.of("security.wrongPassword"));
        }
        var groups = accounts
                .groupsOf(login)
                .orElseThrow(() -> new BadCredentialsException(Sentences.of("security.wrongPassword")))
                .stream()
                .map(SimpleGrantedAuthority::new)
                .toList();
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(login, null, groups);
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    /** A directory knows nothing of the pauses here: it is not asked within one, nor about names that nobody here has. */
    private boolean isOfLdap(String login, String password) {
        var accepted = ldap.isUsed() && accounts.mayTry(login) && ldap.accepts(login, password);
        if (accepted) {
            accounts.hadTheRightPassword(login);
        }
        return accepted;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
