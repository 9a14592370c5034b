package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import vn.tiendo.engine.Sentences;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Visitor;

/** Requests nobody here sends: forged, guessed, huge, slow; and what every answer says to browsers. */
@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
class RequestTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    Journey journey;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    ServletWebServerApplicationContext context;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    Filter security;

    @LocalServerPort
    int port;

    @BeforeEach
    void anEmptyOffice() {
        journey.beginsAt("2023-02-10T09:00");
    }

    // Forged
    // -----------------------------------------------------------------------------------------------------------

    /** Each as the people who may; that they may is what AccessTest says, with a password instead of a session. */
    @Test
    void nothingChangesByASessionWithoutItsToken() {
        var changing = new TreeSet<String>();
        for (var mapping : mappings) {
            for (var info : mapping.getHandlerMethods().keySet()) {
                changing.addAll(changing(info));
            }
        }
        changing.addAll(List.of("POST /dang-nhap", "POST /dang-xuat"));
        assertThat(changing).hasSizeGreaterThan(40);
        for (var login : List.of("cbvhxh", "vanthu", "quantri")) {
            var visitor = new Visitor(port, null).signsIn(login);
            for (var one : changing) {
                var path = one.split(" ")[1].replaceAll("\\{[^/]*}", "1").replace("**", "x");
                for (var type : List.of("application/json", FORM, "text/plain")) {
                    assertThat(visitor.answerTo(one.split(" ")[0], path, type, "{}"))
                            .as(login + " " + one)
                            .isEqualTo("403");
                }
            }
            // and Tasklist's own check ends the session
            assertThat(visitor.answerTo("POST", "/camunda/api/engine/engine/default/task/1/claim"))
                    .isEqualTo("403");
            assertThat(visitor.answerTo("POST", "/engine-rest/task"))
                    .as("knows no session")
                    .isEqualTo("401");
        }
    }

    private static List<String> changing(RequestMappingInfo info) {
        var found = new ArrayList<String>();
        for (var method : info.getMethodsCondition().getMethods()) {
            if (method != RequestMethod.GET) {
                info.getPatternValues().forEach(path -> found.add(method + " " + path));
            }
        }
        return found;
    }

    @Test
    void aSessionKnownBeforeSignInIsNobodysAfterwards() throws Exception {
        var before = cookie(get("/ke-hoach", ""), "JSESSIONID");
        var page = get("/dang-nhap", "JSESSIONID=" + before);
        assertThat(page.body()).doesNotContain("jsessionid");
        var token = cookie(page, "TD-CSRF");
        var signedIn = HTTP.send(
                request("/dang-nhap?continue=https://evil.example&redirect=//evil.example&next=https://evil.example")
                        .header("Cookie", "JSESSIONID=" + before + "; TD-CSRF=" + token)
                        .header("Referer", "https://evil.example/")
                        .header("Content-Type", FORM)
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "username=cbvhxh&password=%s&_csrf=%s&url=//evil.example"
                                        .formatted(Journey.PASSWORD, token)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var after = cookie(signedIn, "JSESSIONID");

        assertThat(after).isNotEqualTo(before);
        assertThat(get("/ke-hoach", "JSESSIONID=" + after).statusCode()).isEqualTo(200);
        assertThat(get("/ke-hoach", "JSESSIONID=" + before).statusCode()).isEqualTo(302);
        assertThat(signedIn.headers().firstValue("Location").orElseThrow())
                .startsWith("http://localhost:" + port + "/ke-hoach")
                .doesNotContain("evil");
        assertThat(signedIn.headers().allValues("Set-Cookie").toString())
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        assertThat(page.headers().allValues("Set-Cookie").toString()).contains("SameSite=Lax");
    }

    @Test
    void noRedirectRepeatsTheHostARequestClaims() throws IOException {
        for (var path : List.of("/ke-hoach", "/", "/dang-nhap?dang-xuat", "/camunda/app/tasklist/default/")) {
            var answer = raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                    + "Connection: close\r\n\r\n");
            assertThat(answer).as(path).startsWith("HTTP/1.1 ").doesNotContainIgnoringCase("evil.example");
        }
        assertThat(raw("GET //evil.example/ke-hoach HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("nosniff", "default-src 'none'", "no-store")
                .doesNotContain("Location");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/trang.css/../../../../etc/passwd",
                "/forms/../application.yaml",
                "/forms/%2e%2e/application.yaml",
                "/forms/..%2fapplication.yaml",
                "/forms/..%5capplication.yaml",
                "/webjars/..;/application.yaml",
                "/ke-hoach;jsessionid=1",
                "/camunda/app/tasklist/default/..%2f..%2f..%2fapplication.yaml",
                "/api/files/..%2f..%2fpom.xml"
            })
    void noPathLeadsOut(String path) throws IOException {
        var credentials =
                Base64.getEncoder().encodeToString(("quantri:" + Journey.PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + credentials
                        + "\r\nConnection: close\r\n\r\n"))
                .containsPattern("^HTTP/1.1 4\\d\\d ")
                .doesNotContain("spring:", "root:", "<project");
    }

    // Guessed
    // ----------------------------------------------------------------------------------------------------------

    /** And no log keeps what was typed. */
    @Test
    void wrongPasswordsCostGrowingPausesAndNeverTheAccount(CapturedOutput log) throws Exception {
        for (var seconds : List.of(3, 6, 12, 24, 48, 60, 60)) {
            assertThat(signIn("khupho4", "mat-khau-sai-" + seconds)).isEqualTo(401);
            var until = journey.database()
                    .sql("select lock_exp_time_ from act_id_user where id_ = 'khupho4'")
                    .query(LocalDateTime.class)
                    .single();
            var now = Journey.now();
            assertThat(Duration.between(now, until)).isCloseTo(Duration.ofSeconds(seconds), Duration.ofSeconds(2));
            assertThat(signIn("khupho4", Journey.PASSWORD))
                    .as("within the pause")
                    .isEqualTo(401);
            journey.jumpsTo(until.plusSeconds(1).toString());
        }
        assertThat(signIn("khupho4", Journey.PASSWORD)).isEqualTo(200);
        assertThat(signIn("khong-co-ai", "mat-khau-sai")).isEqualTo(401);
        assertThat(log.getAll()).doesNotContain("mat-khau-sai", Journey.PASSWORD);
    }

    private int signIn(String login, String password) throws Exception {
        var credentials = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HTTP.send(
                        request("/api/directory")
                                .header("Authorization", "Basic " + credentials)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    // Huge and slow
    // ----------------------------------------------------------------------------------------------------

    @Test
    void whatIsTooLargeOrTooDeepIsRefusedWithASentence() {
        var plan = (String) journey.propose("cbvhxh", vn.tiendo.testing.Samples.proposal())
                .getBody()
                .get("businessKey");
        for (var path : List.of(
                "/api/work/" + journey.task(plan, "draftPlan").getId(),
                "/api/reports/x/extension",
                "/api/assignments/x/progress")) {
            var large = journey.call(
                    HttpMethod.POST,
                    "cbvhxh",
                    path,
                    new RawValue("{\"reason\": \"" + "a".repeat(3 * 1024 * 1024) + "\"}"));
            assertThat(large.getStatusCode().value()).as(path).isEqualTo(422);
            assertThat(large.getBody().get("message").toString()).contains("lớn hơn 2 MB");
            var deep = journey.call(
                    HttpMethod.POST, "cbvhxh", path, new RawValue("[".repeat(100_000) + "]".repeat(100_000)));
            assertThat(deep.getStatusCode().value()).as(path).isEqualTo(400);
            assertThat(deep.getBody().get("message").toString()).contains("không đọc được");
        }
    }

    @Test
    void whatNamesNothingOrLacksAPartIsRefusedWithASentence() {
        var absent = Map.of("message", Sentences.of("error.notFound"));
        var unreadable = Map.of("message", Sentences.of("form.unreadable"));
        assertThat(journey.call(HttpMethod.GET, "cbvhxh", "/api/files/x", null).getBody())
                .containsAllEntriesOf(absent);
        assertThat(journey.call(HttpMethod.POST, "cbvhxh", "/api/plans/x/duties/first/terms", Map.of())
                        .getBody())
                .containsAllEntriesOf(absent);
        assertThat(journey.call(HttpMethod.POST, "cbvhxh", "/api/plans/x/duties/1/terms?term=first", Map.of())
                        .getBody())
                .containsAllEntriesOf(unreadable);
        assertThat(journey.call(HttpMethod.POST, "cbvhxh", "/api/files", null).getBody())
                .containsAllEntriesOf(unreadable);
    }

    @Test
    void aHeadThatIsTooLongIsRefused() throws IOException {
        assertThat(raw("GET /dang-nhap HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(100_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
        assertThat(raw("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
        assertThat(raw("TRACE /dang-nhap HTTP/1.1\r\nHost: localhost\r\nX-Secret: 1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("X-Secret");
    }

    @Test
    void whoStopsInTheMiddleIsCutOffWhileOthersAreServed() throws IOException {
        var connector = (AbstractProtocol<?>) ((TomcatWebServer) context.getWebServer())
                .getTomcat()
                .getConnector()
                .getProtocolHandler();
        assertThat(connector.getConnectionTimeout()).isEqualTo(20_000);
        assertThat(((TomcatWebServer) context.getWebServer())
                        .getTomcat()
                        .getEngine()
                        .getPipeline()
                        .getValves())
                .as("SlowBodiesTest has those who do not stop")
                .anyMatch(valve -> valve.getClass().getName().contains("SlowBodies"));
        connector.setConnectionTimeout(700);
        try (var slow = new Socket("localhost", port)) {
            slow.setSoTimeout(15_000);
            slow.getOutputStream()
                    .write(
                            "POST /dang-nhap HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: 500\r\n\r\nusername="
                                    .formatted(FORM)
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new Visitor(port, null).answerTo("GET", "/dang-nhap")).isEqualTo("200");

            var answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotContain("HTTP/1.1 2");
        } finally {
            connector.setConnectionTimeout(20_000);
        }
    }

    // What answers say
    // -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        ", /dang-nhap, 200",
        ", /ke-hoach, 302",
        ", /nhan/khong-co, 404",
        ", /cong-khai/atom.xml, 200",
        ", /actuator/health, 200",
        ", /api/directory, 401",
        ", /engine-rest/task, 401",
        "cbvhxh, /ke-hoach, 200",
        "cbvhxh, /ke-hoach/khong-co, 404",
        "cbvhxh, /lich-lam-viec, 403",
        "cbvhxh, /khong-co, 404",
        "cbvhxh, /api/directory, 200",
        "cbvhxh, /api/plans/khong-co, 404",
        "cbvhxh, /engine-rest/task, 200",
        "cbvhxh, /engine-rest/khong-co, 404",
        "cbvhxh, /camunda/app/tasklist/default/, 200",
        "cbvhxh, /camunda/app/tasklist/khong-co.js, 404",
        "cbvhxh, /camunda/app/cockpit/default/, 403",
        "cbvhxh, /camunda/api/engine/engine/default/task, 200",
        "cbvhxh, /trang.css, 200",
        "cbvhxh, /forms/tien-do.js, 200"
    })
    void everyAnswerSaysWhatBrowsersShallNotDo(String login, String path, int status) {
        var answer = new Visitor(port, login).send("GET", path, "text/html", "");
        var headers = answer.headers();
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()", "geolocation=()");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "base-uri 'self'", "object-src 'none'", "frame-ancestors")
                // the web applications' own has it; with its nonce browsers ignore unsafe-inline
                .matches(policy -> policy.contains("'nonce-") || !policy.contains("unsafe"), "nothing unsafe");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy").isPresent())
                .isEqualTo(!path.startsWith("/camunda") && !path.equals("/dang-nhap"));
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
        if (!path.matches(".*\\.(css|js)")) {
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        }
        assertThat(answer.body()).doesNotContain("Tomcat", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dang-nhap", "/ke-hoach", "/engine-rest/task", "/camunda/app/tasklist/default/"})
    void overHttpsBrowsersAreToldToStayThere(String path) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setSecure(true);
        var answer = new MockHttpServletResponse();
        security.doFilter(request, answer, new MockFilterChain());
        assertThat(answer.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void anotherOriginIsToldNothing() throws Exception {
        var answer = HTTP.send(
                request("/api/directory")
                        .header("Origin", "https://evil.example")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThatThrownBy(() -> cookie(answer, "khong-co")).isInstanceOf(java.util.NoSuchElementException.class);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> get(String path, String cookies) throws Exception {
        return HTTP.send(request(path).header("Cookie", cookies).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.replaceAll("^[^=]*=([^;]*).*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    /** A request no client of good manners sends. */
    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
