package vn.tiendo.start;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiendo.engine.Sentences;
import vn.tiendo.engine.StartRefused;

/**
 * The folder of the embedded database, held by one application at a time.
 *
 * <p>The lock ends with the process, also when it is killed. A database server that still runs although nobody holds
 * the lock was left behind by a killed application and is stopped before a new one starts.
 */
final class DataFolder implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws StartRefused if another application uses the folder, or an orphaned server does not stop */
    static DataFolder claim(Path path) throws IOException {
        var folder = path.toAbsolutePath().normalize();
        Files.createDirectories(folder.getParent());
        var channel = FileChannel.open(
                folder.resolveSibling(folder.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new StartRefused(Sentences.of("start.folderInUse", folder));
        }
        var orphan = serverOf(folder);
        if (orphan.isPresent()) {
            LOG.warn(Sentences.of("start.orphanStopped", orphan.get().pid()));
            stop(orphan.get(), folder);
        }
        return new DataFolder(folder, channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    /** The live PostgreSQL that {@code postmaster.pid} names, if it really is one that works in this folder. */
    private static Optional<ProcessHandle> serverOf(Path folder) throws IOException {
        var pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.size() < 2
                || !folder.equals(Path.of(lines.get(1)).toAbsolutePath().normalize())) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                .filter(server -> server.info().command().orElse("").contains("postgres"));
    }

    private static void stop(ProcessHandle server, Path folder) {
        // SIGTERM is PostgreSQL's "smart" shutdown: it waits for clients, and the killed application is none any more.
        server.destroy();
        try {
            server.onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StartRefused(Sentences.of("start.orphanStays", server.pid(), folder));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused(Sentences.of("start.orphanStays", server.pid(), folder));
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
