package vn.tiendo.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.Filter;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;

/** The whole way to a provider and back; the provider is a small one of our own, with real keys and real tokens. */
class OpenIdSignInTest {

    private static final Map<String, Set<String>> DIRECTORY =
            Map.of("cbvhxh", Set.of("officials", "vanHoaXaHoi"), "quantri", Set.of("officials", "camunda-admin"));

    private static HttpServer provider;
    private static RSAKey published;
    private static AnnotationConfigWebApplicationContext application;

    private static RSAKey signedWith;
    private static Map<String, Object> claims = new HashMap<>();
    private static String nonce = "";

    @BeforeAll
    static void aProvider() throws Exception {
        published = key(0);
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/.well-known/openid-configuration", call -> answer(call, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                "userinfo_endpoint": "%1$s/userinfo", "subject_types_supported": ["public"], "response_types_supported": ["code"],
                "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer())));
        provider.createContext("/keys", call -> answer(call, new JWKSet(published).toString()));
        provider.createContext("/userinfo", call -> answer(call, "{\"sub\": \"4711\"}"));
        provider.createContext("/token", call -> answer(call, """
                {"access_token": "open", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}""".formatted(token())));
        provider.start();
        application = new AnnotationConfigWebApplicationContext();
        application.setServletContext(new MockServletContext());
        application.register(Office.class);
        application.refresh();
    }

    @AfterAll
    static void isGone() {
        application.close();
        provider.stop(0);
    }

    @BeforeEach
    void theProviderIsHonest() {
        signedWith = published;
        claims = new HashMap<>(Map.of("preferred_username", "cbvhxh", "groups", List.of("tien-do")));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    static class OfficeWithoutProvider {

        @Bean
        SecurityFilterChain people(HttpSecurity http) throws Exception {
            return chain(http, "http://localhost:1");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    static class Office {

        @Bean
        SecurityFilterChain people(HttpSecurity http) throws Exception {
            return chain(http, issuer());
        }
    }

    private static SecurityFilterChain chain(HttpSecurity http, String issuer) throws Exception {
        var settings = new OpenIdSignIn.Settings(
                issuer, "tien-do-client", "secret", "preferred_username", "groups", "tien-do", "tien-do-admin");
        new OpenIdSignIn(settings, login -> Optional.ofNullable(DIRECTORY.get(login)))
                .addTo(http, (request, response, failure) -> response.sendRedirect(OpenIdSignIn.reason(failure)));
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Test
    void whoIsInTheDirectorySignsInAsWhatTheDirectorySays() throws Exception {
        var session = new MockHttpSession();

        assertThat(signsIn(session)).isEqualTo("/");
        var person = signedIn(session);
        assertThat(person.getName()).isEqualTo("cbvhxh");
        assertThat(person.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactlyInAnyOrder("officials", "vanHoaXaHoi");
    }

    @Test
    void whoIsNotInTheDirectoryDoesNotSignIn() throws Exception {
        claims.put("preferred_username", "khach");
        assertThat(signsIn(new MockHttpSession())).isEqualTo("khong-co");

        claims.remove("preferred_username");
        assertThat(signsIn(new MockHttpSession())).isEqualTo("khong-co");
    }

    @Test
    void theGroupsThatTheOfficeDemandsMustBeThere() throws Exception {
        claims.put("groups", List.of("khac"));
        assertThat(signsIn(new MockHttpSession())).isEqualTo("khong-duoc");

        claims.putAll(Map.of("preferred_username", "quantri", "groups", List.of("tien-do")));
        assertThat(signsIn(new MockHttpSession()))
                .as("an administrator needs both")
                .isEqualTo("khong-duoc");

        claims.put("groups", "tien-do tien-do-admin");
        var session = new MockHttpSession();
        assertThat(signsIn(session)).isEqualTo("/");
        assertThat(signedIn(session).getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .contains("camunda-admin");
    }

    @Test
    void aTokenOfSomebodyElseIsWorthNothing() throws Exception {
        signedWith = key(1);
        assertThat(signsIn(new MockHttpSession())).isEqualTo("chung");

        signedWith = published;
        claims.put("aud", "another-client");
        assertThat(signsIn(new MockHttpSession())).isEqualTo("chung");
    }

    @Test
    void aProviderThatIsAwaySendsBackToTheSignInPage() throws Exception {
        try (var office = new AnnotationConfigWebApplicationContext()) {
            office.setServletContext(new MockServletContext());
            office.register(OfficeWithoutProvider.class);
            office.refresh();

            assertThat(goes(office, "/oauth2/authorization/tiendo", Map.of(), new MockHttpSession()))
                    .isEqualTo("chung");
        }
    }

    @Test
    void withoutAnIssuerNothingIsOffered() {
        var settings = new OpenIdSignIn.Settings("", "", "", "", "", "", "");
        assertThat(new OpenIdSignIn(settings, login -> Optional.empty()).isOffered())
                .isFalse();
    }

    /** @return where the application sends the browser at the end */
    private static String signsIn(MockHttpSession session) throws Exception {
        var there = UriComponentsBuilder.fromUriString(
                        String.valueOf(goes("/oauth2/authorization/tiendo", Map.of(), session)))
                .build(true)
                .getQueryParams();
        assertThat(there.getFirst("client_id")).isEqualTo("tien-do-client");
        nonce = String.valueOf(there.getFirst("nonce"));
        var state = URI.create("http://x/?" + there.getFirst("state")).getQuery();
        return String.valueOf(goes("/login/oauth2/code/tiendo", Map.of("code", "once", "state", state), session));
    }

    private static String goes(String path, Map<String, String> parameters, MockHttpSession session) throws Exception {
        return goes(application, path, parameters, session);
    }

    private static String goes(
            AnnotationConfigWebApplicationContext office,
            String path,
            Map<String, String> parameters,
            MockHttpSession session)
            throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setSession(session);
        request.setParameters(parameters);
        var response = new MockHttpServletResponse();
        office.getBean("springSecurityFilterChain", Filter.class).doFilter(request, response, new MockFilterChain());
        return response.getRedirectedUrl();
    }

    private static Authentication signedIn(MockHttpSession session) {
        return ((SecurityContext)
                        session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .getAuthentication();
    }

    private static String token() {
        var content = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("4711")
                .audience("tien-do-client")
                .claim("nonce", nonce)
                .issueTime(new Date())
                .expirationTime(new Date(System.currentTimeMillis() + 60_000));
        claims.forEach(content::claim);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), content.build());
        try {
            token.sign(new RSASSASigner(signedWith));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** Making one takes seconds. */
    private static RSAKey key(int number) throws Exception {
        return JWKSet.load(new File("src/test/resources/open-id-keys.json"))
                .getKeys()
                .get(number)
                .toRSAKey();
    }

    private static String issuer() {
        return "http://localhost:" + provider.getAddress().getPort();
    }

    private static void answer(HttpExchange call, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }
}
