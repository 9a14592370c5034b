package vn.tiendo.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.Digest;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import java.security.KeyStore.PasswordProtection;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;

/** A key of a PKCS#12 file, which is opened when somebody signs and not with the application. */
record FileKey(
        Supplier<Pkcs12SignatureToken> file, String alias, PasswordProtection secret, List<X509Certificate> chain)
        implements SigningKey {

    @Override
    public byte[] sign(byte[] sha256) {
        var token = file.get();
        return token.signDigest(new Digest(DigestAlgorithm.SHA256, sha256), token.getKey(alias, secret))
                .getValue();
    }
}
