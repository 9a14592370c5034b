package vn.tiendo.extraction.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Files as Word, LibreOffice and printers make them, and as nobody should. */
public final class SampleFiles {

    private SampleFiles() {}

    public static byte[] zip(Map<String, String> parts) {
        var content = new LinkedHashMap<String, byte[]>();
        parts.forEach((name, text) -> content.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return zipped(content);
    }

    static byte[] zipped(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Map<String, String> wordParts(String body) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "[Content_Types].xml",
                "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        parts.put(
                "word/document.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                        + body + "</w:body></w:document>");
        return parts;
    }

    public static byte[] word(String body) {
        return zip(wordParts(body));
    }

    /** Every line a paragraph, lines with tabs rows of a table. */
    public static byte[] wordOf(String text) {
        var body = new StringBuilder();
        var rows = new StringBuilder();
        for (var line : text.lines().toList()) {
            if (line.indexOf('\t') >= 0) {
                rows.append("<w:tr>")
                        .append(List.of(line.split("\t", -1)).stream()
                                .map(cell -> "<w:tc>" + paragraph(cell) + "</w:tc>")
                                .collect(Collectors.joining()))
                        .append("</w:tr>");
                continue;
            }
            if (!rows.isEmpty()) {
                body.append("<w:tbl>").append(rows).append("</w:tbl>");
                rows.setLength(0);
            }
            body.append(paragraph(line));
        }
        if (!rows.isEmpty()) {
            body.append("<w:tbl>").append(rows).append("</w:tbl>");
        }
        return word(body.toString());
    }

    static String paragraph(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r></w:p>";
    }

    static byte[] openDocument(String body) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.text");
        parts.put(
                "content.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\">"
                        + body + "</office:document-content>");
        return zip(parts);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static byte[] pdf(PdfContent... changes) {
        try (var pdf = new PDDocument();
                var font = SampleFiles.class.getResourceAsStream("/liberation/LiberationSerif-Regular.ttf")) {
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            var serif = PDType0Font.load(pdf, font);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.setFont(serif, 12);
                for (var change : changes) {
                    change.draw(pdf, content);
                }
            }
            return saved(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PdfContent words(double x, double y, String words) {
        return (pdf, content) -> {
            content.beginText();
            content.newLineAtOffset((float) x, (float) y);
            content.showText(words);
            content.endText();
        };
    }

    static PdfContent line(double fromX, double fromY, double toX, double toY) {
        return (pdf, content) -> {
            content.moveTo((float) fromX, (float) fromY);
            content.lineTo((float) toX, (float) toY);
            content.stroke();
        };
    }

    static byte[] saved(PDDocument pdf) throws IOException {
        var out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    interface PdfContent {
        void draw(PDDocument pdf, PDPageContentStream content) throws IOException;
    }
}
