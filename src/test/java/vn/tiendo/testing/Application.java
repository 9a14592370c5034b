package vn.tiendo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The packaged jar as a process of its own, which can be killed at any moment. */
public final class Application implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicBoolean UNPACKED = new AtomicBoolean();

    private final Process process;
    private final Path log;
    private final int port;

    private Application(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts the jar and does not wait. */
    public static Application launch(Map<String, String> environment) {
        return launch(jar(), environment);
    }

    /** Starts the jar unpacked, as the image of {@code docker/Dockerfile} does, and does not wait. */
    public static Application launchUnpacked(Map<String, String> environment) {
        return launch(unpacked(), environment);
    }

    private static Application launch(Path jar, Map<String, String> environment) {
        try {
            var port = freePort();
            var log = Files.createTempFile(
                    Files.createDirectories(Path.of("target", "application-logs")), "run-", ".log");
            // it lives for half a minute: compiling it well costs more than it gains
            var command = java(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmn200m",
                    "-XX:MetaspaceSize=256m",
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-BytecodeVerificationRemote",
                    "-jar",
                    jar.toString());
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("TIENDO_PORT", String.valueOf(port));
            // every call brings its password along
            builder.environment().put("TIEN_DO_PASSWORD_MEMORY", "8");
            builder.environment().putAll(environment);
            return new Application(builder.start(), log, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Application start(Map<String, String> environment) {
        var application = launch(environment);
        application.awaitReady();
        return application;
    }

    public static Application startUnpacked(Map<String, String> environment) {
        var application = launchUnpacked(environment);
        application.awaitReady();
        return application;
    }

    private static List<String> java(String... arguments) {
        return Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of(arguments))
                .toList();
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("tien-do-[^/]*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The jar is built by the package phase"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Path unpacked() {
        var folder = Path.of("target", "unpacked");
        var jar = jar();
        if (!UNPACKED.getAndSet(true)) {
            try {
                var extraction = new ProcessBuilder(java(
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--destination",
                                folder.toString(),
                                "--force"))
                        .inheritIO()
                        .start();
                assertThat(extraction.waitFor()).isZero();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return folder.resolve(jar.getFileName());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public void awaitReady() {
        await(() -> {
            assertThat(process.isAlive())
                    .as("application lives; it said: %s", output())
                    .isTrue();
            try {
                return send(request("/actuator/health", null)).statusCode() == 200;
            } catch (UncheckedIOException notYet) {
                return false;
            }
        });
    }

    /** Polls what another process brings about; fails after three minutes. */
    public static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(50).toNanos());
        }
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    public int exitCode() {
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES))
                    .as("process ends; it said: %s", output())
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        exitCode();
    }

    // HTTP
    // -------------------------------------------------------------------------------------------------------------

    public JsonNode get(String credentials, String path) {
        var answer = send(request(path, credentials).GET());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    public HttpResponse<String> post(String credentials, String path, Object content) {
        try {
            return send(request(path, credentials)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(content))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> put(String credentials, String path, Object content) {
        try {
            return send(request(path, credentials)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(content))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends and never hears the answer: the application is going to die meanwhile. */
    public void postAndForget(String credentials, String path, Object content) {
        try {
            HTTP.sendAsync(
                    request(path, credentials)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(content)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deploys as Camunda Modeler does. */
    public HttpResponse<String> deploy(String credentials, Map<String, String> files) {
        var boundary = "----tiendo";
        var body = new StringBuilder();
        part(body, boundary, "deployment-name", null, "from-modeler");
        part(body, boundary, "deployment-source", null, "Camunda Modeler");
        files.forEach((name, content) -> part(body, boundary, name, name, content));
        body.append("--").append(boundary).append("--\r\n");
        return send(request("/engine-rest/deployment/create", credentials)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private static void part(StringBuilder body, String boundary, String name, String file, String content) {
        body.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append('"');
        if (file != null) {
            body.append("; filename=\"").append(file).append("\"\r\nContent-Type: application/octet-stream");
        }
        body.append("\r\n\r\n").append(content).append("\r\n");
    }

    private HttpRequest.Builder request(String path, String credentials) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofMinutes(1));
        if (credentials != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
