package vn.tiendo.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.Digest;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.SignatureTokenConnection;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/** A key of a PKCS#12 file; one of a PKCS#11 token is used in the same way. */
record TokenKey(SignatureTokenConnection token, DSSPrivateKeyEntry entry) implements SigningKey {

    @Override
    public List<X509Certificate> chain() {
        return Arrays.stream(entry.getCertificateChain())
                .map(certificate -> certificate.getCertificate())
                .toList();
    }

    @Override
    public byte[] sign(byte[] sha256) {
        return token.signDigest(new Digest(DigestAlgorithm.SHA256, sha256), entry)
                .getValue();
    }
}
