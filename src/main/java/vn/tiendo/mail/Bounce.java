package vn.tiendo.mail;

import java.util.UUID;

/**
 * A mail server says that a mail it took could not be delivered.
 *
 * @param report names this report; the same one may be read again
 * @param mail the {@link OutgoingMail} it is about, if it is ours
 * @param words the server's own
 */
public record Bounce(String report, UUID mail, String words) {}
