package vn.tiendo.exchange;

import java.io.UncheckedIOException;
import java.util.function.Predicate;

/** The way to the systems of other agencies: whatever carries packages between them stands behind this. */
public interface Exchange {

    /** False where the office has no such way; then nothing may be sent. */
    boolean isOpen();

    /**
     * Leaves one document for one agency. The same document for the same agency again takes the place of the first.
     *
     * @throws UncheckedIOException if it could not be left
     */
    void send(OutgoingDocument document);

    /**
     * Hands over each answer that has come. It is put away when {@code known} returned: after a crash it comes again. What cannot be
     * used is set aside for a person.
     *
     * @param known takes an answer; false if it is about none of our documents
     */
    void receive(Predicate<Answer> known);
}
