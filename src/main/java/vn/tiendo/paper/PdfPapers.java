package vn.tiendo.paper;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Writes PDF/A-2b from the templates of {@code templates/paper}; the fonts are embedded. */
@Component
public class PdfPapers {

    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final SpringTemplateEngine templates;
    private final byte[] regular = font("Regular");
    private final byte[] bold = font("Bold");
    private final byte[] italic = font("Italic");
    private final byte[] boldItalic = font("BoldItalic");

    PdfPapers(SpringTemplateEngine templates) {
        this.templates = templates;
        XRLog.setLoggingEnabled(false);
    }

    public byte[] pdf(Paper paper) {
        return pdf("paper", Map.of("paper", paper));
    }

    /** @param template name of a file in {@code templates/paper} */
    public byte[] pdf(String template, Map<String, Object> content) {
        var context = new Context();
        context.setVariables(content);
        var html = Normalizer.normalize(templates.process("paper/" + template, context), Normalizer.Form.NFC);
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
            builder.useColorProfile(COLOURS);
            use(builder, document, regular, 400, FontStyle.NORMAL);
            use(builder, document, bold, 700, FontStyle.NORMAL);
            use(builder, document, italic, 400, FontStyle.ITALIC);
            use(builder, document, boldItalic, 700, FontStyle.ITALIC);
            builder.useUnicodeLineBreaker(new AtBlanks());
            builder.useExternalResourceAccessControl(
                    (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withHtmlContent(html, null);
            builder.toStream(out);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void use(PdfRendererBuilder builder, PDDocument document, byte[] font, int weight, FontStyle style)
            throws IOException {
        var parsed = new TTFParser().parse(new RandomAccessReadBuffer(font));
        // Vietnamese has a letter for every sound; looking for ligatures costs ten times the page
        parsed.setEnableGsub(false);
        var supplier = new PDFontSupplier(PDType0Font.load(document, parsed, true));
        builder.useFont(supplier, "Liberation Serif", weight, style, true);
    }

    private static byte[] font(String file) {
        try {
            return new ClassPathResource("liberation/LiberationSerif-" + file + ".ttf").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** "15-CT/TU" and "04/2015/NĐ-CP" stay whole. */
    private static final class AtBlanks implements FSTextBreaker {

        private String text = "";
        private int at;

        @Override
        public void setText(String newText) {
            text = newText;
            at = 0;
        }

        @Override
        public int next() {
            if (at >= text.length()) {
                return -1;
            }
            var blank = text.indexOf(' ', at);
            at = blank < 0 ? text.length() : blank + 1;
            return at;
        }
    }
}
