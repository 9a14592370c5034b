package vn.tiendo.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs what is written into links that open without sign-in, so that nobody can make up one. */
@Component
class LinkKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;

    private final SecretKeySpec key;

    /** @param secret from the environment; without one the sample office makes its own and keeps it in {@code file} */
    LinkKey(@Value("${tien-do.link-key.secret}") String secret, @Value("${tien-do.link-key.file}") Path file) {
        key = new SecretKeySpec(secret.isBlank() ? kept(file) : secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    private static byte[] kept(Path file) {
        try {
            if (Files.notExists(file)) {
                var made = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(made);
                Files.createDirectories(file.toAbsolutePath().getParent());
                // the file counts only when it is whole
                var whole = Files.createTempFile(file.toAbsolutePath().getParent(), "khoa", ".tmp");
                Files.write(whole, made);
                Files.move(whole, file);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String token(UUID id) {
        var bytes = bytes(id);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(ID_BYTES + SECRET_BYTES)
                        .put(bytes)
                        .put(sign(bytes))
                        .array());
    }

    /** @return empty if we did not write it */
    Optional<UUID> read(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + SECRET_BYTES) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        var id = new UUID(buffer.getLong(), buffer.getLong());
        var signature = new byte[SECRET_BYTES];
        buffer.get(signature);
        return MessageDigest.isEqual(signature, sign(bytes(id))) ? Optional.of(id) : Optional.empty();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private byte[] sign(byte[] id) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(id);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
