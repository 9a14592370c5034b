package vn.tiendo.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import javax.crypto.spec.PBEParameterSpec;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Sentences;

/** Keys and pictures of the sample people who sign, made at the first start; everything on them says "mẫu". */
@Component
@Profile("!production")
public class SampleKeys {

    private final Path file;
    private final String password;

    SampleKeys(@Value("${tien-do.signer.keystore}") Path file, @Value("${tien-do.signer.password}") String password) {
        this.file = file;
        this.password = password;
    }

    /** Makes them if there are none. */
    public void ensure(Collection<Official> officials, Unit committee) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (var official : officials) {
                if (official.signatureBlock() != null) {
                    add(store, official.login(), Sentences.of("signing.samplePerson", official.name()), "signature");
                }
            }
            add(store, committee.code(), Sentences.of("signing.sampleAgency", committee.name()), "seal");
            // the file counts only when it is whole
            var whole = Files.createTempFile(file.toAbsolutePath().getParent(), "mau", ".tmp");
            try (var out = Files.newOutputStream(whole)) {
                store.store(out, password.toCharArray());
            }
            Files.move(whole, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(KeyStore store, String owner, String name, String picture)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var subject = new X500NameBuilder()
                .addRDN(BCStyle.CN, name)
                .addRDN(BCStyle.O, Sentences.of("signing.sampleOrganisation"))
                .build();
        var certificate = new JcaX509v3CertificateBuilder(
                        subject,
                        BigInteger.valueOf(1 + store.size()),
                        firstOfJanuary(2000),
                        firstOfJanuary(2100),
                        subject,
                        pair.getPublic())
                .addExtension(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
        var chain = new Certificate[] {new JcaX509CertificateConverter().getCertificate(certificate)};
        // the sample's password stands in the manual: rounds that make guessing slow only make the first start slow
        var protection = new KeyStore.PasswordProtection(
                password.toCharArray(),
                "PBEWithHmacSHA256AndAES_256",
                new PBEParameterSpec(pair.getPublic().getEncoded(), 1));
        store.setEntry(owner, new KeyStore.PrivateKeyEntry(pair.getPrivate(), chain), protection);
        var target = file.resolveSibling(owner.toLowerCase(Locale.ROOT) + ".png");
        Files.write(target, new ClassPathResource("sample/" + picture + ".png").getContentAsByteArray());
    }

    /** The sample clock goes wherever people move it. */
    private static Date firstOfJanuary(int year) {
        return Date.from(LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
