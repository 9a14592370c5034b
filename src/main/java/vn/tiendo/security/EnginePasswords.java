package vn.tiendo.security;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Sentences;

/** Passwords are checked by the engine, whose users the officials are; the authorities are the engine's groups. */
@Component
class EnginePasswords implements AuthenticationProvider {

    private final IdentityService identities;
    private final Accounts accounts;

    EnginePasswords(IdentityService identities, Accounts accounts) {
        this.identities = identities;
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var login = attempt.getName().trim();
        var password = String.valueOf(attempt.getCredentials());
        if (login.isEmpty() || !identities.checkPassword(login, password)) {
            throw new BadCredentialsException(Sentences.of("security.wrongPassword"));
        }
        var groups = accounts
                .groupsOf(login)
                .orElseThrow(() -> new BadCredentialsException(Sentences.of("security.wrongPassword")))
                .stream()
                .map(SimpleGrantedAuthority::new)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(login, null, groups);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
