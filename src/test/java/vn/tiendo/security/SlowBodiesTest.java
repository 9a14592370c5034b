package vn.tiendo.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** A real Tomcat with the patience of the application, only shorter, and clients that try it. */
class SlowBodiesTest {

    private static WebServer server;

    @BeforeAll
    static void aServer() {
        var factory = new TomcatServletWebServerFactory(0);
        new SlowBodies(Duration.ofMillis(300)).customize(factory);
        server = factory.getWebServer(context -> {
            context.addServlet("read", new Reading()).addMapping("/read");
            context.addServlet("ignore", new Ignoring()).addMapping("/ignore");
        });
        server.start();
    }

    @AfterAll
    static void isGone() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "/read, Content-Length: 500, a, 4",
        "/read, Transfer-Encoding: chunked, '1\r\na\r\n', 4",
        "/ignore, Content-Length: 500, a, 2",
        "/ignore, Transfer-Encoding: chunked, '1\r\na\r\n', 2",
    })
    void whoSendsDropByDropIsCutOff(String path, String head, String drop, int kind) throws Exception {
        try (var slow = new Socket("localhost", server.getPort())) {
            slow.setSoTimeout(8_000);
            send(slow, "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + head + "\r\n\r\n");
            var drops = new Thread(() -> {
                try {
                    for (var i = 0; i < 120; i++) {
                        send(slow, drop);
                        Thread.sleep(50);
                    }
                } catch (IOException | InterruptedException cutOff) {
                    // as it should be
                }
            });
            var began = System.nanoTime();
            drops.start();

            var answer = new StringBuilder();
            try {
                for (int read; (read = slow.getInputStream().read()) >= 0; ) {
                    answer.append((char) read);
                }
            } catch (java.net.SocketException reset) {
                // a drop was under way
            }

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
            assertThat(answer.toString()).startsWith("HTTP/1.1 " + kind);
            drops.interrupt();
            drops.join();
        }
    }

    @Test
    void whoIsOnlySlowIsServedAndSoIsHisNextRequest() throws Exception {
        try (var slow = new Socket("localhost", server.getPort())) {
            slow.setSoTimeout(8_000);
            for (var path : new String[] {"/read", "/ignore"}) {
                send(slow, "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 30000\r\n\r\n");
                for (var i = 0; i < 3; i++) {
                    send(slow, "a".repeat(10_000));
                    Thread.sleep(120);
                }
                assertThat(answer(slow))
                        .as(path)
                        .startsWith("HTTP/1.1 200")
                        .endsWith(path.equals("/read") ? "30000" : "0");
            }
        }
    }

    @Test
    void aBodyInPiecesIsReadAndSoIsTheNext() throws Exception {
        try (var client = new Socket("localhost", server.getPort())) {
            client.setSoTimeout(8_000);
            var body = "5\r\nabcde\r\na;x=1\r\n0123456789\r\n0\r\n\r\n";
            for (var path : new String[] {"/read", "/ignore", "/read"}) {
                send(client, "POST " + path + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + body);
                assertThat(answer(client))
                        .as(path)
                        .startsWith("HTTP/1.1 200")
                        .endsWith(path.equals("/read") ? "15" : "0");
            }
        }
    }

    @Test
    void whoAsksFirstWhetherToSendIsNotWaitedFor() throws Exception {
        try (var asking = new Socket("localhost", server.getPort())) {
            asking.setSoTimeout(8_000);
            send(asking, "POST /none HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 30000\r\n\r\n");
            assertThat(new String(asking.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("HTTP/1.1 404");
        }
    }

    /** Head and as many bytes as it promises. */
    private static String answer(Socket socket) throws IOException {
        var answer = new StringBuilder();
        var end = -1;
        while (end < 0 || answer.length() < end) {
            answer.append((char) socket.getInputStream().read());
            if (end < 0 && answer.indexOf("\r\n\r\n") > 0) {
                var length = answer.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
                end = answer.length() + Integer.parseInt(length);
            }
        }
        return answer.toString();
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static final class Reading extends HttpServlet {

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var read = String.valueOf(request.getInputStream().readAllBytes().length);
            response.setContentLength(read.length());
            response.getWriter().write(read);
        }
    }

    private static final class Ignoring extends HttpServlet {

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentLength(1);
            response.getWriter().write("0");
        }
    }
}
