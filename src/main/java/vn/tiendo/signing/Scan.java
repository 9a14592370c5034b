package vn.tiendo.signing;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.tiendo.engine.Refusal;

/** A paper that was signed by hand, as the scanner gave it. */
public final class Scan {

    private Scan() {}

    /** @throws Refusal unless it is a PDF that everybody can open */
    public static void refuseUnreadable(byte[] content) {
        try (var document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw Refusal.of("scan", "scan.encrypted");
            }
            if (document.getNumberOfPages() == 0) {
                throw Refusal.of("scan", "scan.noPdf");
            }
        } catch (InvalidPasswordException e) {
            throw Refusal.of("scan", "scan.encrypted");
        } catch (IOException e) {
            throw Refusal.of("scan", "scan.noPdf");
        }
    }
}
