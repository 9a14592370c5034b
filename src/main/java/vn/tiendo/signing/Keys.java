package vn.tiendo.signing;

import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStoreException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.tiendo.engine.Sentences;
import vn.tiendo.engine.StartRefused;

/**
 * Whose keys the office has given: a PKCS#12 file whose aliases are sign-in names of signers and the committee's code, and
 * beside it for each alias the picture that is seen on paper. No file, no keys.
 */
@Component
public class Keys {

    private final String file;
    private final String password;
    private final Clock clock;
    private final Map<String, Hand> hands = new HashMap<>();
    private final List<X509Certificate> known = new ArrayList<>();

    Keys(
            @Value("${tien-do.signer.keystore}") String file,
            @Value("${tien-do.signer.password}") String password,
            Clock clock) {
        this.file = file;
        this.password = password;
        this.clock = clock;
    }

    /** @throws StartRefused if there is a file but not the password to it, or a picture is missing */
    public void open() {
        if (file.isBlank()) {
            return;
        }
        var path = Path.of(file);
        var secret = new PasswordProtection(password.toCharArray());
        try (var in = Files.newInputStream(path)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            var token = SingletonSupplier.of(() -> tokenOf(path, secret));
            for (var alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias)) {
                    known.add((X509Certificate) store.getCertificate(alias));
                } else {
                    add(alias, fileKey(chain(store, alias), token, alias, secret), picture(path, alias));
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new StartRefused(Sentences.of("start.keystoreUnreadable", path.toAbsolutePath()));
        }
    }

    private static SigningKey fileKey(
            List<X509Certificate> chain,
            Supplier<Pkcs12SignatureToken> token,
            String alias,
            PasswordProtection secret) {
        return new FileKey(chain, token, SingletonSupplier.of(() -> token.get().getKey(alias, secret)));
    }

    private static Pkcs12SignatureToken tokenOf(Path path, PasswordProtection secret) {
        try {
            return new Pkcs12SignatureToken(path.toFile(), secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<X509Certificate> chain(KeyStore store, String alias) throws KeyStoreException {
        return Arrays.stream(store.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
    }

    /** Also for a key that is not in the file but on a token or at a remote service. */
    void add(String owner, SigningKey key, byte[] picture) {
        hands.put(owner.toLowerCase(Locale.ROOT), new Hand(key, picture));
        known.add(key.chain().get(0));
    }

    private static byte[] picture(Path keystore, String alias) {
        var picture = keystore.resolveSibling(alias + ".png");
        try {
            return Files.readAllBytes(picture);
        } catch (IOException e) {
            throw new StartRefused(Sentences.of("start.pictureMissing", picture.toAbsolutePath()));
        }
    }

    /** @param owner sign-in name of a person or code of the committee; nobody whose certificate is not valid today */
    Optional<Hand> of(String owner) {
        return Optional.ofNullable(hands.get(owner.toLowerCase(Locale.ROOT))).filter(this::isValidToday);
    }

    private boolean isValidToday(Hand hand) {
        try {
            hand.key().chain().get(0).checkValidity(Date.from(clock.instant()));
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    /** The certificates of all keys, and those of the file without a key: of people who signed here before. */
    List<X509Certificate> known() {
        return List.copyOf(known);
    }

    /** @param picture PNG */
    record Hand(SigningKey key, byte[] picture) {}
}
