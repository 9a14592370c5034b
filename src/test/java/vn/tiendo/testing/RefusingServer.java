package vn.tiendo.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that knows none of the recipients. */
public final class RefusingServer implements AutoCloseable {

    public static final String WORDS = "550 5.1.1 No such mailbox here";

    private final ServerSocket entrance;

    public RefusingServer() {
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::serve, "refusing server");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return entrance.getLocalPort();
    }

    private void serve() {
        while (!entrance.isClosed()) {
            try (var caller = entrance.accept();
                    var lines = new BufferedReader(
                            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                    var out = caller.getOutputStream()) {
                out.write("220 mau.example\r\n".getBytes(StandardCharsets.US_ASCII));
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    out.write((answer(line.toUpperCase(Locale.ROOT)) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException ended) {
                // by the caller, or the test is over
            }
        }
    }

    private static String answer(String command) {
        if (command.startsWith("RCPT")) {
            return WORDS;
        }
        return command.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
