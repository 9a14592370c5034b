package vn.tiendo.signing;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.DSSASN1Utils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether a paper is still what was signed, and by whose certificate.
 *
 * <p>An intact signature is not enough: what is drawn over a page afterwards leaves it intact. So nothing may follow the last
 * signature, and between two of them there may be only the later one.
 */
@Component
public class SignatureCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureCheck.class);

    private final Keys keys;
    private final Clock clock;

    SignatureCheck(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param at when the paper came into the office's keeping; a certificate may have ended since
     * @return one for each signature, in the order in which they were given; none for a paper that has none
     */
    public List<Finding> of(byte[] pdf, Instant at) {
        try {
            var signatures = examined(pdf, at).getSignatures();
            var end = signatures.stream().mapToLong(SignatureCheck::end).max().orElse(0);
            return signatures.stream()
                    .map(signature -> new Finding(
                            signedBy(signature),
                            signature.getClaimedSigningTime() == null
                                    ? null
                                    : OffsetDateTime.ofInstant(
                                            signature.getClaimedSigningTime().toInstant(), clock.getZone()),
                            state(signature, end == pdf.length)))
                    .toList();
        } catch (RuntimeException e) {
            LOG.warn("A paper whose signatures cannot be read: {}", e.toString());
            return List.of(new Finding(null, null, Finding.State.UNREADABLE));
        }
    }

    private DiagnosticData examined(byte[] pdf, Instant at) {
        var known = new CommonTrustedCertificateSource();
        keys.known().forEach(certificate -> known.addCertificate(new CertificateToken(certificate)));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(known);
        // nothing is fetched from an address that a file names
        verifier.setAIASource(null);
        var differences = new DefaultPdfDifferencesFinder();
        // pages are compared by what they are made of, not by their pictures
        differences.setMaximalPagesAmountForVisualComparison(0);
        var pages = new PdfBoxNativeObjectFactory();
        pages.setPdfDifferencesFinder(differences);
        var validator = new PDFDocumentValidator(new InMemoryDocument(pdf));
        validator.setPdfObjFactory(pages);
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(at));
        return new DiagnosticData(validator.getDiagnosticData());
    }

    private static long end(SignatureWrapper signature) {
        var range = signature.getSignatureByteRange();
        return range.get(2).longValue() + range.get(3).longValue();
    }

    private static Finding.State state(SignatureWrapper signature, boolean nothingFollows) {
        var unchanged = nothingFollows
                && signature.isSignatureIntact()
                && signature.isSignatureValid()
                && signature.isSignatureByteRangeValid()
                && signature.getPdfUndefinedChanges().isEmpty()
                && signature.getPdfAnnotationChanges().isEmpty()
                && signature.getPdfPageDifferenceConcernedPages().isEmpty();
        if (!unchanged) {
            return Finding.State.CHANGED;
        }
        return signature.isTrustedChain() ? Finding.State.VALID : Finding.State.UNKNOWN_SIGNER;
    }

    private static @org.jspecify.annotations.Nullable String signedBy(SignatureWrapper signature) {
        var certificate = signature.getSigningCertificate();
        return certificate == null ? null : certificate.getCommonName();
    }

    static String name(X509Certificate certificate) {
        return Objects.requireNonNullElse(
                DSSASN1Utils.getSubjectCommonName(new CertificateToken(certificate)),
                certificate.getSubjectX500Principal().getName());
    }
}
