package vn.tiendo.signing;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.ImageScaling;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.PdfSignatureFieldPositionChecker;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Date;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Signs a finished paper twice, PAdES baseline-B: the leader's hand, then the agency's seal over its left third. */
@Component
public class Signing {

    private final Keys keys;
    private final SignatureCheck check;
    private final Clock clock;
    /** Made when first used: the libraries behind it are the largest of a start. */
    private final Supplier<PAdESService> service = SingletonSupplier.of(Signing::service);

    Signing(Keys keys, SignatureCheck check, Clock clock) {
        this.keys = keys;
        this.check = check;
        this.clock = clock;
    }

    private static PAdESService service() {
        var positions = new PdfSignatureFieldPositionChecker();
        // the seal lies over the signature
        positions.setAlertOnSignatureFieldOverlap(new SilentOnStatusAlert());
        var pages = new PdfBoxNativeObjectFactory();
        pages.setPdfSignatureFieldPositionChecker(positions);
        var service = new PAdESService(new CommonCertificateVerifier());
        service.setPdfObjFactory(pages);
        return service;
    }

    /** Whether this person and the agency have valid keys, by sign-in name and code; without them a paper is signed by hand and scanned. */
    public boolean isPossibleFor(String signer, String agency) {
        return keys.of(signer).isPresent() && keys.of(agency).isPresent();
    }

    /**
     * @param name of the signer, as it closes the last page
     * @return the paper with both signatures, checked
     * @throws IllegalStateException if a key is missing or what was signed does not stand the check
     */
    public byte[] sign(byte[] pdf, String signer, String name, String agency) {
        var place = SignaturePlace.above(name, pdf);
        var signed = sign(pdf, signer, place.page(), place.hand());
        var sealed = sign(signed, agency, place.page(), place.seal());
        var findings = check.of(sealed, clock.instant());
        if (findings.size() != 2 || findings.stream().anyMatch(it -> it.state() != Finding.State.VALID)) {
            throw new IllegalStateException("A signature that does not stand the check: " + findings);
        }
        return sealed;
    }

    /** As {@link #sign}, and as it is where the keys for it are not given. */
    public byte[] signIfPossible(byte[] pdf, String signer, String name, String agency) {
        return isPossibleFor(signer, agency) ? sign(pdf, signer, name, agency) : pdf;
    }

    byte[] sign(byte[] pdf, String owner, int page, SignaturePlace.Box box) {
        var hand = keys.of(owner).orElseThrow(() -> new IllegalStateException("No valid key of " + owner));
        var parameters = parameters(hand.key());
        parameters.setImageParameters(image(hand.picture(), page, box));
        var paper = new InMemoryDocument(pdf);
        var digest = DSSUtils.digest(
                DigestAlgorithm.SHA256,
                service.get().getDataToSign(paper, parameters).getBytes());
        var value = new SignatureValue(
                SignatureAlgorithm.getAlgorithm(
                        EncryptionAlgorithm.forKey(hand.key().chain().get(0).getPublicKey()), DigestAlgorithm.SHA256),
                hand.key().sign(digest));
        return bytes(service.get().signDocument(paper, parameters, value));
    }

    private PAdESSignatureParameters parameters(SigningKey key) {
        var chain = key.chain().stream().map(CertificateToken::new).toList();
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(chain.get(0));
        parameters.setCertificateChain(chain);
        parameters.bLevel().setSigningDate(Date.from(clock.instant()));
        parameters.setSignerName(SignatureCheck.name(key.chain().get(0)));
        return parameters;
    }

    private static SignatureImageParameters image(byte[] picture, int page, SignaturePlace.Box box) {
        var field = new SignatureFieldParameters();
        field.setPage(page);
        field.setOriginX(box.left());
        field.setOriginY(box.top());
        field.setWidth(box.width());
        field.setHeight(box.height());
        var image = new SignatureImageParameters();
        image.setImage(new InMemoryDocument(picture, "picture.png"));
        image.setImageScaling(ImageScaling.ZOOM_AND_CENTER);
        image.setFieldParameters(field);
        return image;
    }

    private static byte[] bytes(DSSDocument document) {
        var out = new ByteArrayOutputStream();
        try {
            document.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
