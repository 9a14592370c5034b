package vn.tiendo.mail;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said to one person or unit.
 *
 * @param key says what the letter is about and to whom; a second letter with the same key is never written
 * @param path page the letter links to, from the base address, or null
 * @param why why this person gets it
 */
public record Letter(
        String key,
        @Nullable String plan,
        String recipientName,
        String address,
        String subject,
        List<String> paragraphs,
        @Nullable String path,
        String why,
        @Nullable UUID attachment) {}
