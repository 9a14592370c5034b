package vn.tiendo.extraction.reading;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Refusal;

/** The text of a file somebody hands in. Two files at a time are read, a few wait, and none is read for longer than the limit. */
@Component
public class DocumentText implements DisposableBean {

    /** What the whole house accepts as one file. */
    public static final int LARGEST = 50 * 1024 * 1024;

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int AT_A_TIME = 2;
    private static final int WAITING = 8;
    private static final byte[] OLD_OFFICE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final String ENCRYPTED_PACKAGE =
            new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

    private final Duration longest;
    private final ThreadPoolExecutor readers;

    DocumentText() {
        this(LONGEST);
    }

    DocumentText(Duration longest) {
        this.longest = longest;
        this.readers = new ThreadPoolExecutor(
                AT_A_TIME, AT_A_TIME, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                    var thread = new Thread(task, "document text");
                    thread.setDaemon(true);
                    return thread;
                });
        readers.allowCoreThreadTimeOut(true);
    }

    /**
     * @return paragraphs as lines, table rows with tabs between their cells; composed letters (NFC)
     * @throws Refusal if the file cannot be read; the sentence says why
     */
    public String of(String name, byte[] content) {
        return withinLimits(() -> read(name, content));
    }

    /** Also for what is done with the text. */
    public <T> T withinLimits(Callable<T> reading) {
        try {
            var text = readers.submit(reading);
            try {
                return text.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                text.cancel(true);
                throw Refusal.because("extract.tooSlow");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Refusal refusal) {
                    throw refusal;
                }
                if (e.getCause() instanceof OutOfMemoryError) {
                    throw Refusal.because("extract.bomb");
                }
                throw Refusal.because("extract.broken");
            }
        } catch (RejectedExecutionException e) {
            throw Refusal.because("extract.busy");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.because("extract.tooSlow");
        }
    }

    static String read(String name, byte[] content) {
        if (content.length == 0) {
            throw Refusal.because("extract.empty");
        }
        if (content.length > LARGEST) {
            throw Refusal.because("file.tooLarge");
        }
        var text = text(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), content);
        if (text.chars().noneMatch(Character::isLetter)) {
            throw Refusal.because("extract.noText");
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String text(String extension, byte[] content) {
        return switch (extension) {
            case "docx" -> {
                refuseOldOffice(content);
                yield WordText.read(content);
            }
            case "odt" -> {
                refuseOldOffice(content);
                yield OpenDocumentText.read(content);
            }
            case "pdf" -> {
                if (!new String(content, 0, Math.min(1024, content.length), StandardCharsets.ISO_8859_1)
                        .contains("%PDF-")) {
                    throw Refusal.because("extract.broken");
                }
                yield PdfText.read(content);
            }
            case "txt" -> PlainText.read(content);
            case "docm", "dotm", "xlsm", "pptm" -> throw Refusal.because("extract.macro");
            case "doc", "rtf" -> throw Refusal.because("extract.oldWord");
            default -> throw Refusal.because("extract.kind");
        };
    }

    /** A .docx with a password is a file of the old kind around an encrypted one. */
    private static void refuseOldOffice(byte[] content) {
        for (int i = 0; i < OLD_OFFICE.length; i++) {
            if (content.length <= i || content[i] != OLD_OFFICE[i]) {
                return;
            }
        }
        var encrypted = new String(content, 0, Math.min(content.length, 1 << 20), StandardCharsets.ISO_8859_1)
                        .contains(ENCRYPTED_PACKAGE)
                || new String(
                                content,
                                Math.max(0, content.length - (1 << 16)),
                                Math.min(content.length, 1 << 16),
                                StandardCharsets.ISO_8859_1)
                        .contains(ENCRYPTED_PACKAGE);
        throw Refusal.because(encrypted ? "extract.encrypted" : "extract.oldWord");
    }

    @Override
    public void destroy() {
        readers.shutdownNow();
    }
}
