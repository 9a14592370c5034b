package vn.tiendo.signing;

import java.security.cert.X509Certificate;
import java.util.List;

/** A private key somewhere: in a file, on a PKCS#11 token, at a remote signing service. It never leaves that place. */
public interface SigningKey {

    /** The owner's certificate first, then those that vouch for it. */
    List<X509Certificate> chain();

    /**
     * @param sha256 digest of what is to be signed
     * @return an RSA (PKCS#1 v1.5) or ECDSA signature, as the certificate's key is
     */
    byte[] sign(byte[] sha256);
}
