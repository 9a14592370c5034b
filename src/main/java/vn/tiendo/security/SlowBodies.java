package vn.tiendo.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tomcat's time for a request begins anew with every byte, so whoever sends a body drop by drop would keep a thread for as long
 * as he likes. Here the waiting for one body is added up and has an end.
 */
@Component
class SlowBodies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** What even a poor line carries: for so many bytes that came, one more second is waited. */
    private static final int BYTES_A_SECOND = 10_000;

    /** What Tomcat too reads of a body nobody wanted, so that the answer arrives before the connection ends. */
    private static final int MOST_READ_FOR_NOBODY = 2 * 1024 * 1024;

    /** One read of a body in pieces reads the head of a piece byte by byte; nobody here needs anything but its length. */
    private static final String LONGEST_EXTRA = "16";

    private final Duration patience;

    SlowBodies(@Value("${tien-do.body-patience}") Duration patience) {
        this.patience = patience;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Patience(patience));
        server.addConnectorCustomizers(connector -> {
            connector.setProperty("maxExtensionSize", LONGEST_EXTRA);
            connector.setProperty("maxTrailerSize", LONGEST_EXTRA);
        });
    }

    private static final class Patience extends ValveBase {

        private final Duration patience;

        Patience(Duration patience) {
            super(true);
            this.patience = patience;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            var coyote = request.getCoyoteRequest();
            var whole = coyote.getInputBuffer();
            var body = new Body(whole, patience);
            coyote.setInputBuffer(body);
            try {
                getNext().invoke(request, response);
                if (!request.isAsync() && !isRead(coyote)) {
                    response.finishResponse();
                    // who asked whether to send it has not sent it
                    if (coyote.hasExpectation() || !body.readsTheRest()) {
                        coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                    }
                }
            } finally {
                // it belongs to the connection, whose next request comes with patience of its own
                coyote.setInputBuffer(whole);
            }
        }

        private static boolean isRead(org.apache.coyote.Request request) {
            var read = new AtomicBoolean();
            request.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
            return read.get();
        }
    }

    private static final class Body implements InputBuffer {

        private final InputBuffer whole;
        private final Duration patience;
        private Duration waited = Duration.ZERO;
        private long received;

        Body(InputBuffer whole, Duration patience) {
            this.whole = whole;
            this.patience = patience;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (waited.compareTo(patience.plusSeconds(received / BYTES_A_SECOND)) > 0) {
                throw new SocketTimeoutException("%d bytes in %s".formatted(received, waited));
            }
            var began = System.nanoTime();
            try {
                var read = whole.doRead(handler);
                received += Math.max(read, 0);
                return read;
            } finally {
                waited = waited.plusNanos(System.nanoTime() - began);
            }
        }

        @Override
        public int available() {
            return whole.available();
        }

        boolean readsTheRest() {
            var nobody = new Nobody();
            try {
                int read;
                var left = MOST_READ_FOR_NOBODY;
                do {
                    read = doRead(nobody);
                    left -= read;
                } while (read > 0 && left > 0);
                return read < 0;
            } catch (IOException gone) {
                return false;
            }
        }
    }

    private static final class Nobody implements ApplicationBufferHandler {

        private @Nullable ByteBuffer buffer;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {}
    }
}
