package vn.tiendo.security;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.ldap.core.support.BaseLdapPathContextSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.ldap.DefaultSpringSecurityContextSource;
import org.springframework.security.ldap.authentication.BindAuthenticator;
import org.springframework.security.ldap.search.FilterBasedLdapUserSearch;
import org.springframework.stereotype.Component;

/**
 * Passwords of the office's LDAP directory, if it has one: the person is looked for, then his password is tried with a bind. What
 * he may do is in our own directory, which also has to know him.
 */
@Component
class LdapPasswords {

    private static final Logger LOG = LoggerFactory.getLogger(LdapPasswords.class);
    private static final String MILLIS = "5000";

    private final @Nullable BindAuthenticator bind;

    @Autowired
    LdapPasswords(
            @Value("${tien-do.ldap.url}") String url,
            @Value("${tien-do.ldap.bind-dn}") String reader,
            @Value("${tien-do.ldap.bind-password}") String password,
            @Value("${tien-do.ldap.search-base}") String base,
            @Value("${tien-do.ldap.search-filter}") String filter) {
        bind = url.isBlank() ? null : authenticator(source(url, reader, password), base, filter);
    }

    private static BaseLdapPathContextSource source(String url, String reader, String password) {
        var source = new DefaultSpringSecurityContextSource(url);
        if (reader.isBlank()) {
            source.setAnonymousReadOnly(true);
        } else {
            source.setUserDn(reader);
            source.setPassword(password);
        }
        source.setBaseEnvironmentProperties(java.util.Map.of(
                "com.sun.jndi.ldap.connect.timeout", MILLIS, "com.sun.jndi.ldap.read.timeout", MILLIS));
        source.afterPropertiesSet();
        return source;
    }

    private static BindAuthenticator authenticator(BaseLdapPathContextSource source, String base, String filter) {
        var authenticator = new BindAuthenticator(source);
        authenticator.setUserSearch(new FilterBasedLdapUserSearch(base, filter, source));
        authenticator.afterPropertiesSet();
        return authenticator;
    }

    boolean isUsed() {
        return bind != null;
    }

    /** @return false too if there is no such directory or it does not answer: then only our own passwords count */
    boolean accepts(String login, String password) {
        // a bind without a password succeeds as nobody
        if (bind == null || password.isEmpty()) {
            return false;
        }
        try {
            bind.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(login, password));
            return true;
        } catch (AuthenticationException wrong) {
            return false;
        } catch (org.springframework.ldap.NamingException | org.springframework.dao.DataAccessException away) {
            LOG.warn("The LDAP directory cannot be asked: {}", away.getMessage());
            return false;
        }
    }
}
