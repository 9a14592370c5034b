package vn.tiendo.security;

import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Closed by default: the engine's REST API and web applications come without any protection of their own. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    private static final String ADMINISTRATORS = Permissions.ADMINISTRATORS;
    private static final List<String> OFFICIALS_MAY_POST = List.of(
            "/task",
            "/task/count",
            "/task/*/claim",
            "/task/*/comment/create",
            "/filter/*/list",
            "/filter/*/count",
            "/filter/*/singleResult",
            "/variable-instance",
            "/process-definition/count");
    /** Of our own pages; the web applications bring theirs. */
    private static final String CONTENT =
            "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    private static final List<String> OFFICIALS_MAY_PUT = List.of("/user/*/profile", "/user/*/credentials");

    /** For programs and for Camunda Modeler. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, IdentityService identities, Accounts accounts) throws Exception {
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/engine-rest/**"))
                .authorizeHttpRequests(requests -> {
                    onlyReadingAndClaiming(requests, "/engine-rest", "/engine-rest/engine/*");
                    requests.anyRequest().authenticated();
                })
                // no challenge: a browser that was asked would send the password along with forged requests too
                .httpBasic(basic -> basic.authenticationEntryPoint(new HttpStatusEntryPoint(UNAUTHORIZED)))
                .csrf(csrf -> csrf.disable())
                .headers(SecurityRules::asOwaspWants)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new GivenPassword(accounts, request -> true), AuthorizationFilter.class)
                .addFilterAfter(new EngineAuthentication(identities), AuthorizationFilter.class)
                .build();
    }

    /** For people: Tasklist, own pages and the API their forms use. */
    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            IdentityService identities,
            Accounts accounts,
            SessionRegistry sessions,
            OpenIdSignIn openId,
            @Value("${tien-do.sessions}") int mostSessions)
            throws Exception {
        var paths = PathPatternRequestMatcher.withDefaults();
        RequestMatcher programs = new OrRequestMatcher(paths.matcher("/api/**"), paths.matcher("/camunda/api/**"));
        var webappSignOut = paths.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");
        openId.addTo(http, refusedSignIn());
        // the container shows a refusal through its error page; asking for a sign-in there would hide the 401 from
        // programs
        return http.authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    onlyReadingAndClaiming(requests, "/camunda/api/engine/engine/*");
                    requests.requestMatchers("/dang-nhap", "/actuator/health/**", "/nhan/**", "/cong-khai/**")
                            .permitAll()
                            // how these pages look
                            .requestMatchers(HttpMethod.GET, "/dang-nhap.css", "/ngoai.css")
                            .permitAll()
                            // calendars cannot sign in: whoever knows the secret address may read it
                            .requestMatchers(HttpMethod.GET, "/lich-viec/*.ics")
                            .permitAll()
                            .requestMatchers(
                                    "/actuator/**",
                                    "/camunda/app/cockpit/**",
                                    "/camunda/api/cockpit/**",
                                    "/lich-lam-viec/**",
                                    "/don-vi/**",
                                    "/to-chuc/**",
                                    "/vai-tro/**",
                                    "/mau-van-ban/**",
                                    "/mo-hinh/**",
                                    "/het-hieu-luc/**",
                                    "/viet-tat/**",
                                    "/ky-hieu/**",
                                    "/tieu-chi/**",
                                    "/kiem-toan/**")
                            .hasAuthority(ADMINISTRATORS)
                            .requestMatchers(HttpMethod.POST, "/so-van-ban/**")
                            .hasAuthority("clerk")
                            .requestMatchers(HttpMethod.POST, "/ke-hoach/*/thu-hoi")
                            .hasAuthority("clerk")
                            .requestMatchers(HttpMethod.POST, "/tham-quyen-ky/**")
                            .hasAuthority(ADMINISTRATORS)
                            .requestMatchers("/thu-di/**", "/so-van-ban/**", "/tham-quyen-ky/**")
                            .hasAnyAuthority("chair", "viceChair", "office", "clerk", ADMINISTRATORS)
                            .anyRequest()
                            .authenticated();
                })
                .formLogin(form -> form.loginPage("/dang-nhap")
                        .defaultSuccessUrl("/")
                        .failureHandler(refusedSignIn())
                        .permitAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(new HttpStatusEntryPoint(UNAUTHORIZED)))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(UNAUTHORIZED), programs)
                        .defaultAuthenticationEntryPointFor(signInPage(), request -> true))
                .logout(logout -> logout.logoutUrl("/dang-xuat")
                        .logoutSuccessUrl("/dang-nhap?dang-xuat")
                        .deleteCookies("JSESSIONID"))
                .sessionManagement(session -> session.maximumSessions(mostSessions)
                        .sessionRegistry(sessions)
                        .expiredSessionStrategy(ended -> {
                            if (programs.matches(ended.getRequest())) {
                                ended.getResponse().sendError(UNAUTHORIZED.value());
                            } else {
                                ended.getResponse()
                                        .sendRedirect(ended.getRequest().getContextPath() + "/dang-nhap?het-phien");
                            }
                        }))
                .addFilterBefore(new StillTheSame(accounts), AuthorizationFilter.class)
                .addFilterAfter(new GivenPassword(accounts, programs), StillTheSame.class)
                .addFilterBefore(new WebappSignOut(webappSignOut), AuthorizationFilter.class)
                // Tasklist brings its own token; a program that sends its password in each request is no victim of a
                // forged one.
                .csrf(csrf -> csrf.csrfTokenRepository(ownTokens())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(
                                paths.matcher("/camunda/**"), new RequestHeaderRequestMatcher("Authorization")))
                .headers(SecurityRules::asOwaspWants)
                .addFilterAfter(new TokenCookie(), AuthorizationFilter.class)
                .addFilterAfter(new EngineAuthentication(identities), AuthorizationFilter.class)
                .build();
    }

    /**
     * What the forms do not do, officials cannot do in the engine: start a case in its middle, end it with an error code,
     * overwrite its variables, attach unchecked files. Their work goes through {@code /api/work}.
     */
    private static void onlyReadingAndClaiming(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            String... bases) {
        for (var base : bases) {
            OFFICIALS_MAY_POST.forEach(path ->
                    requests.requestMatchers(HttpMethod.POST, base + path).authenticated());
            OFFICIALS_MAY_PUT.forEach(path ->
                    requests.requestMatchers(HttpMethod.PUT, base + path).authenticated());
        }
        // after all that is open: the second base lies below the first
        for (var base : bases) {
            for (var method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH)) {
                requests.requestMatchers(method, base + "/**").hasAuthority(ADMINISTRATORS);
            }
        }
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SignedInPeople();
    }

    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    private static AuthenticationFailureHandler refusedSignIn() {
        return (request, response, failure) ->
                response.sendRedirect(request.getContextPath() + "/dang-nhap?" + OpenIdSignIn.reason(failure));
    }

    /** Without the name of the host, which anybody can put into a request. */
    private static LoginUrlAuthenticationEntryPoint signInPage() {
        var page = new LoginUrlAuthenticationEntryPoint("/dang-nhap");
        page.setFavorRelativeUris(true);
        return page;
    }

    /** The secure headers OWASP lists; over HTTPS also HSTS, and for what is not a file no-store, both by default. */
    private static void asOwaspWants(HeadersConfigurer<HttpSecurity> headers) {
        var paths = PathPatternRequestMatcher.withDefaults();
        var opener = new CrossOriginOpenerPolicyHeaderWriter();
        opener.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
        headers.frameOptions(frame -> frame.sameOrigin())
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(
                        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                // browsers refuse a page with it in the sandbox the web applications live in, and in windows they open
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(
                                new OrRequestMatcher(paths.matcher("/camunda/**"), paths.matcher("/dang-nhap"))),
                        opener))
                // the engine lets browsers keep what it answers
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new OrRequestMatcher(paths.matcher("/engine-rest/**"), paths.matcher("/camunda/api/engine/**")),
                        (request, response) -> response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store")));
    }

    /** What the firewall refuses never reaches the rules that write headers. */
    @Bean
    RequestRejectedHandler refusedByTheFirewall() {
        return (request, response, refusal) -> {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        };
    }

    private static CookieCsrfTokenRepository ownTokens() {
        // XSRF-TOKEN belongs to Tasklist
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("TD-CSRF");
        tokens.setHeaderName("X-TD-CSRF");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /** Spring Security would measure each of its thirty filters at each request; requests as a whole are measured anyway. */
    @Bean
    SecurityObservationSettings unmeasured() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    FilterRegistrationBean<OwnNonce> ownNonce() {
        var registration = new FilterRegistrationBean<>(new OwnNonce());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.addUrlPatterns("/camunda/*");
        return registration;
    }

    /** Tasklist, Welcome and Admin take the person from our session, so there is one sign-in. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappSession() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", SessionIdentity.class.getName()));
        registration.setOrder(201);
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        return registration;
    }
}
