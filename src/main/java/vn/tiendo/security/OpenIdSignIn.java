package vn.tiendo.security;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * Signing in at an OpenID Connect provider, if the office has one. The provider says who it is; what he may do is in the
 * directory, which also has to know him.
 */
@Component
class OpenIdSignIn {

    static final String NAME = "tiendo";

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdSignIn.class);

    private final Settings settings;
    private final Function<String, Optional<Set<String>>> groups;

    @Autowired
    OpenIdSignIn(
            @Value("${tien-do.oidc.issuer}") String issuer,
            @Value("${tien-do.oidc.client-id}") String client,
            @Value("${tien-do.oidc.client-secret}") String secret,
            @Value("${tien-do.oidc.login-claim}") String loginClaim,
            @Value("${tien-do.oidc.groups-claim}") String groupsClaim,
            @Value("${tien-do.oidc.user-group}") String userGroup,
            @Value("${tien-do.oidc.admin-group}") String adminGroup,
            Accounts accounts) {
        this(new Settings(issuer, client, secret, loginClaim, groupsClaim, userGroup, adminGroup), accounts::groupsOf);
    }

    OpenIdSignIn(Settings settings, Function<String, Optional<Set<String>>> groups) {
        this.settings = settings;
        this.groups = groups;
    }

    boolean isOffered() {
        return !settings.issuer().isBlank();
    }

    void addTo(HttpSecurity http, AuthenticationFailureHandler refused) throws Exception {
        if (!isOffered()) {
            return;
        }
        // asked for when somebody signs in: a provider that is away does not keep the application from starting
        var provider = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration()));
        var users = new OidcUserService();
        http.oauth2Login(login -> login.clientRegistrationRepository(provider)
                .loginPage("/dang-nhap")
                .defaultSuccessUrl("/")
                .failureHandler(refused)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler((request, response, failure) -> {
                            LOG.warn("The OpenID Connect provider cannot be asked: {}", failure.getCause());
                            refused.onAuthenticationFailure(request, response, refusal("away"));
                        });
                        return filter;
                    }
                })
                .userInfoEndpoint(info -> info.oidcUserService(request -> known(users.loadUser(request), request))));
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(NAME)
                .clientId(settings.client())
                .clientSecret(settings.secret())
                .scope("openid", "profile", "email")
                .build();
    }

    private OidcUser known(OidcUser user, OidcUserRequest request) {
        var login = user.getClaimAsString(settings.loginClaim());
        var has = login == null ? Optional.<Set<String>>empty() : groups.apply(login);
        if (login == null || has.isEmpty()) {
            throw refusal("khong-co");
        }
        var given = claimed(user.getClaim(settings.groupsClaim()));
        if (isMissing(settings.userGroup(), given)
                || has.get().contains(Permissions.ADMINISTRATORS) && isMissing(settings.adminGroup(), given)) {
            throw refusal("khong-duoc");
        }
        return new DefaultOidcUser(
                has.get().stream().map(SimpleGrantedAuthority::new).toList(),
                request.getIdToken(),
                user.getUserInfo(),
                settings.loginClaim());
    }

    private static boolean isMissing(String demanded, Collection<String> given) {
        return !demanded.isBlank() && !given.contains(demanded);
    }

    private static Collection<String> claimed(@Nullable Object claim) {
        if (claim instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return claim == null ? List.of() : List.of(String.valueOf(claim).split("[ ,]+"));
    }

    /** @param reason as the sign-in page is asked to say it */
    private static OAuth2AuthenticationException refusal(String reason) {
        return new OAuth2AuthenticationException(new OAuth2Error(reason));
    }

    /** @return what the sign-in page says of a refusal, as its parameter */
    static String reason(Exception failure) {
        if (failure instanceof LockedException) {
            return "cho";
        }
        if (failure instanceof OAuth2AuthenticationException refused) {
            var code = refused.getError().getErrorCode();
            return code.startsWith("khong-") ? code : "chung";
        }
        return "error";
    }

    /**
     * @param loginClaim holds the sign-in name of the directory
     * @param userGroup of the groups claim that everybody must have; blank for nobody
     * @param adminGroup that administrators must have too; blank for nobody
     */
    record Settings(
            String issuer,
            String client,
            String secret,
            String loginClaim,
            String groupsClaim,
            String userGroup,
            String adminGroup) {}
}
