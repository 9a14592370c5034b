package vn.tiendo.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Renders an official paper as PDF from a template of {@code templates/paper}. */
@Component
public class OfficialPapers {

    private static final String FONTS = "liberation/LiberationSerif-";

    private final SpringTemplateEngine templates;

    OfficialPapers(SpringTemplateEngine templates) {
        this.templates = templates;
        XRLog.setLoggingEnabled(false);
    }

    public byte[] pdf(String template, Map<String, Object> content) {
        var context = new Context();
        context.setVariables(content);
        var html = Normalizer.normalize(templates.process("paper/" + template, context), Normalizer.Form.NFC);
        var out = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder();
            font(builder, "Regular", 400, FontStyle.NORMAL);
            font(builder, "Bold", 700, FontStyle.NORMAL);
            font(builder, "Italic", 400, FontStyle.ITALIC);
            font(builder, "BoldItalic", 700, FontStyle.ITALIC);
            builder.useExternalResourceAccessControl(
                    (uri, type) -> false,
                    com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withHtmlContent(html, null);
            builder.toStream(out);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, int weight, FontStyle style) {
        FSSupplier<InputStream> supplier = () -> {
            try {
                return new ClassPathResource(FONTS + file + ".ttf").getInputStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        builder.useFont(supplier, "Liberation Serif", weight, style, true);
    }
}
