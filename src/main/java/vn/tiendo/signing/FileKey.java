package vn.tiendo.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.Digest;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;

/** A key of a PKCS#12 file, which is opened when somebody signs first and not with the application. */
record FileKey(List<X509Certificate> chain, Supplier<Pkcs12SignatureToken> token, Supplier<DSSPrivateKeyEntry> entry)
        implements SigningKey {

    @Override
    public byte[] sign(byte[] sha256) {
        return token.get()
                .signDigest(new Digest(DigestAlgorithm.SHA256, sha256), entry.get())
                .getValue();
    }
}
