package vn.tiendo.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Sentences;
import vn.tiendo.engine.StartRefused;

/** Packages lie in a folder until another program carries them; answers are laid into another one. */
@Component
class ExchangeFolders implements Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeFolders.class);
    private static final String ENDING = ".edxml";
    private static final long LARGEST_ANSWER = 1_000_000;

    private final @Nullable Path outbox;
    private final @Nullable Path inbox;

    /** @throws StartRefused if a folder that is named cannot be written to */
    ExchangeFolders(
            @Value("${tien-do.exchange.outbox}") String outbox, @Value("${tien-do.exchange.inbox}") String inbox) {
        this.outbox = folder(outbox);
        this.inbox = folder(inbox);
    }

    private static @Nullable Path folder(String name) {
        if (name.isBlank()) {
            return null;
        }
        var folder = Path.of(name.strip()).toAbsolutePath();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StartRefused(Sentences.of("start.exchangeFolder", folder));
        }
        if (!Files.isWritable(folder)) {
            throw new StartRefused(Sentences.of("start.exchangeFolder", folder));
        }
        return folder;
    }

    @Override
    public boolean isOpen() {
        return outbox != null;
    }

    /** Whoever collects the folder never sees half a package: it gets its name when it is whole. */
    @Override
    public void send(OutgoingDocument document) {
        if (outbox == null) {
            throw new UncheckedIOException(new IOException("there is no outbox"));
        }
        var kind = document.business().kind().code;
        var name = UUID.nameUUIDFromBytes((document.id() + "/" + document.to().id() + "/" + kind)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try {
            var growing = Files.createTempFile(outbox, "." + name, ".tmp");
            try {
                try (var file = FileChannel.open(growing, StandardOpenOption.WRITE)) {
                    var bytes = ByteBuffer.wrap(EdxmlPackage.of(document));
                    while (bytes.hasRemaining()) {
                        file.write(bytes);
                    }
                    file.force(true);
                }
                Files.move(growing, outbox.resolve(name + ENDING), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(growing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void receive(Predicate<Answer> known) {
        for (var file : waiting()) {
            try {
                take(file, known);
            } catch (NoSuchFileException e) {
                LOG.info("Answer {} was taken by another node", file.getFileName());
            } catch (IOException e) {
                LOG.warn("Answer {} is tried again: {}", file.getFileName(), e.getMessage());
            }
        }
    }

    private List<Path> waiting() {
        var files = new ArrayList<Path>();
        if (inbox != null) {
            try (var found = Files.newDirectoryStream(inbox, "*" + ENDING)) {
                found.forEach(files::add);
            } catch (IOException e) {
                LOG.warn("The folder of answers cannot be read: {}", e.getMessage());
            }
        }
        files.sort(null);
        return files;
    }

    private static void take(Path file, Predicate<Answer> known) throws IOException {
        Answer answer;
        try {
            if (Files.size(file) > LARGEST_ANSWER) {
                throw new IllegalArgumentException("is larger than " + LARGEST_ANSWER + " bytes");
            }
            answer = AnswerFile.read(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            LOG.warn("Answer {} is left to a person: {}", file.getFileName(), e.getMessage());
            putAway(file, "left-to-a-person");
            return;
        }
        boolean ours;
        try {
            ours = known.test(answer);
        } catch (RuntimeException e) {
            LOG.warn("Answer {} is tried again: {}", file.getFileName(), e.getMessage());
            return;
        }
        if (!ours) {
            LOG.warn("Answer {} is left to a person: not about a document of ours", file.getFileName());
        }
        putAway(file, ours ? "done" : "left-to-a-person");
    }

    /** Never over another one: two answers may have the same name. */
    private static void putAway(Path file, String where) throws IOException {
        var folder = Files.createDirectories(file.resolveSibling(where));
        var free = folder.resolve(file.getFileName());
        while (Files.exists(free)) {
            free = folder.resolve(UUID.randomUUID() + "-" + file.getFileName());
        }
        Files.move(file, free);
    }
}
