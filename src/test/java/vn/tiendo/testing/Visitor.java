package vn.tiendo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody at the door, anonymous or with name and password in each call; with cookies once Tasklist is open. */
public final class Visitor {

    /** One for all: each has threads of its own, and there are thousands of visits. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_NONE);
    private final int port;
    private final @Nullable String login;
    private @Nullable String token;
    private String password = Journey.PASSWORD;

    public Visitor(int port, @Nullable String login) {
        this.port = port;
        this.login = login;
    }

    /** Takes the token the web applications want with every change. */
    public Visitor opensTasklist() {
        cookies.setCookiePolicy(CookiePolicy.ACCEPT_ALL);
        token = send("GET", "/camunda/app/tasklist/default/", "text/html", "")
                .headers()
                .firstValue("X-XSRF-TOKEN")
                .orElse(null);
        return this;
    }

    public Visitor withPassword(String other) {
        password = other;
        return this;
    }

    /** Chooses a file on a page and presses its button. */
    public String uploads(String page, String path, String name, byte[] content) {
        var csrf = send("GET", page, "text/html", "")
                .body()
                .replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        var part = "--td\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted("_csrf", csrf)
                + "--td\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                        .formatted(name);
        return send(
                        "POST",
                        path,
                        "multipart/form-data; boundary=td",
                        part + new String(content, StandardCharsets.UTF_8) + "\r\n--td--\r\n")
                .body();
    }

    /** By the sign-in page, as people do; from then on the session knows him. */
    public Visitor signsIn(String name) {
        cookies.setCookiePolicy(CookiePolicy.ACCEPT_ALL);
        var page = send("GET", "/dang-nhap", "text/html", "").body();
        var csrf = page.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        send(
                "POST",
                "/dang-nhap",
                "application/x-www-form-urlencoded",
                "username=%s&password=%s&_csrf=%s".formatted(name, Journey.PASSWORD, csrf));
        return this;
    }

    /** @return where the sign-in page sends him */
    public String triesToSignIn(String name, String password) {
        cookies.setCookiePolicy(CookiePolicy.ACCEPT_ALL);
        var page = send("GET", "/dang-nhap", "text/html", "").body();
        var csrf = page.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        return send(
                        "POST",
                        "/dang-nhap",
                        "application/x-www-form-urlencoded",
                        "username=%s&password=%s&_csrf=%s"
                                .formatted(name, URLEncoder.encode(password, StandardCharsets.UTF_8), csrf))
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    /** @return where a page sends him, nowhere if it shows itself */
    public String goesTo(String path) {
        return send("GET", path, "text/html", "")
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    /** Fills in a page's form and presses its button, then reads the page again. */
    public String sends(String page, String path, String fields) {
        var csrf = send("GET", page, "text/html", "")
                .body()
                .replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        send("POST", path, "application/x-www-form-urlencoded", fields.replace(' ', '+') + "&_csrf=" + csrf);
        return send("GET", page, "text/html", "").body();
    }

    /** Keeps the session, in which what a page says after a change waits. */
    public Visitor keepsCookies() {
        cookies.setCookiePolicy(CookiePolicy.ACCEPT_ALL);
        return this;
    }

    public String reads(String path) {
        return send("GET", path, "text/html", "").body();
    }

    /** The only button of the page, with the token a browser would have by then. */
    public String presses(String path) {
        reads(path);
        var csrf = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("TD-CSRF"))
                .findFirst()
                .orElseThrow()
                .getValue();
        return send("POST", path, "application/x-www-form-urlencoded", "_csrf=" + csrf)
                .body();
    }

    /** Presses the button of a page's form, then reads the page again. */
    public String posts(String page, String path) {
        var csrf = send("GET", page, "text/html", "")
                .body()
                .replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        send("POST", path, "application/x-www-form-urlencoded", "_csrf=" + csrf);
        return send("GET", page, "text/html", "").body();
    }

    public String answerTo(String method, String path) {
        return answerTo(method, path, "application/json", "{}");
    }

    /** @return the status, or {@code sign-in} for a redirect to the sign-in page */
    public String answerTo(String method, String path, String type, String body) {
        var answer = send(method, path, type, body);
        var toSignIn = answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").endsWith("/dang-nhap");
        return toSignIn ? "sign-in" : String.valueOf(answer.statusCode());
    }

    public HttpResponse<String> send(String method, String path, String type, String body) {
        var noBody = method.equals("GET") || method.equals("DELETE");
        var address = URI.create("http://localhost:" + port + path);
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", type)
                .method(
                        method,
                        noBody ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (login != null) {
            var credentials = login + ":" + password;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        try {
            cookies.get(address, Map.of())
                    .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            cookies.put(address, answer.headers().map());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
