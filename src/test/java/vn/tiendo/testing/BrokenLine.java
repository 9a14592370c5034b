package vn.tiendo.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The way to the mail server, on which some of the connections break at random. */
public final class BrokenLine implements AutoCloseable {

    private final ServerSocket entrance;
    private final int exit;
    private final double share;
    private final Random random = new Random(3);
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "broken line");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();

    /** @param share of the connections that break, 0 to 1 */
    public BrokenLine(int exit, double share) {
        this.exit = exit;
        this.share = share;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::takeConnections);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    public int broken() {
        return broken.get();
    }

    private void takeConnections() {
        try {
            while (true) {
                var caller = entrance.accept();
                connections.incrementAndGet();
                if (random.nextDouble() < share) {
                    broken.incrementAndGet();
                    caller.close();
                } else {
                    var server = new Socket(InetAddress.getLoopbackAddress(), exit);
                    threads.execute(() -> carry(caller, server));
                    threads.execute(() -> carry(server, caller));
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException ended) {
            // by the other side
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        threads.shutdownNow();
    }
}
