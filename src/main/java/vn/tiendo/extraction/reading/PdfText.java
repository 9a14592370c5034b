package vn.tiendo.extraction.reading;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;
import vn.tiendo.engine.Refusal;

/** The text layer of a PDF; one with programs, a password or only pictures is refused. */
final class PdfText {

    private static final long MOST_MEMORY = 128L * 1024 * 1024;
    private static final int MOST_PAGES = 500;
    private static final int LEAST_LETTERS_A_PAGE = 15;
    private static final int DEEPEST = 30;
    private static final COSName LAUNCH = COSName.getPDFName("Launch");

    static {
        // the default looks through all fonts of the machine
        FontMappers.set(new OneFont());
    }

    private PdfText() {}

    static String read(byte[] content) {
        PdfStreams.check(content);
        try (var pdf = Loader.loadPDF(
                content, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MOST_MEMORY).streamCache)) {
            if (!pdf.getCurrentAccessPermission().canExtractContent()) {
                throw Refusal.because("extract.encrypted");
            }
            refusePrograms(pdf);
            if (pdf.getNumberOfPages() > MOST_PAGES) {
                throw Refusal.because("extract.tooLong");
            }
            var text = new PdfPages().read(pdf);
            var letters = text.chars().filter(Character::isLetter).count();
            if (letters < (long) LEAST_LETTERS_A_PAGE * pdf.getNumberOfPages() || letters == 0) {
                throw Refusal.because("extract.scanned");
            }
            return text;
        } catch (InvalidPasswordException e) {
            throw Refusal.because("extract.encrypted");
        } catch (IOException
                | IllegalArgumentException
                | ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException
                | StackOverflowError e) {
            throw Refusal.because("extract.broken");
        }
    }

    private static void refusePrograms(PDDocument pdf) throws IOException {
        var objects = pdf.getDocument();
        for (var key : objects.getXrefTable().keySet()) {
            TextLines.stopIfUnwanted();
            var object = objects.getObjectFromPool(key);
            refusePrograms(object == null ? null : object.getObject(), 0);
        }
    }

    private static void refusePrograms(@Nullable COSBase value, int depth) {
        if (depth > DEEPEST) {
            throw Refusal.because("extract.nested");
        }
        if (value instanceof COSDictionary dictionary) {
            var action = dictionary.getItem(COSName.S);
            if (dictionary.containsKey(COSName.JS)
                    || COSName.JAVA_SCRIPT.equals(action)
                    || LAUNCH.equals(action)
                    || dictionary.containsKey(COSName.XFA)) {
                throw Refusal.because("extract.script");
            }
            for (var entry : dictionary.getValues()) {
                if (!(entry instanceof COSObject)) {
                    refusePrograms(entry, depth + 1);
                }
            }
        } else if (value instanceof COSArray array) {
            for (var entry : array) {
                if (!(entry instanceof COSObject)) {
                    refusePrograms(entry, depth + 1);
                }
            }
        }
    }
}
