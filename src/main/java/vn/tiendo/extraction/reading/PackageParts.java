package vn.tiendo.extraction.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.engine.Refusal;

/** The XML parts of a .docx or .odt; everything else in the ZIP is only counted. */
final class PackageParts {

    private static final int MOST_ENTRIES = 4_000;
    private static final long LARGEST_WHOLE = 200L * 1024 * 1024;
    private static final int LARGEST_PART = 40 * 1024 * 1024;
    /** Text of XML shrinks to a twentieth at most; what shrinks more is made to burst. */
    private static final int HIGHEST_RATIO = 150;

    private static final Pattern MACRO = Pattern.compile(
            "(?:.*/)?vba(?:project|data)[^/]*|basic/.+|scripts/.+|.*\\.(?:vbs|js|exe)", Pattern.CASE_INSENSITIVE);

    private final Map<String, byte[]> parts = new HashMap<>();
    private long whole;

    private PackageParts() {}

    /** @throws Refusal if the package is broken, encrypted, made to burst or carries programs */
    static PackageParts of(byte[] content) {
        var parts = new PackageParts();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            int entries = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw Refusal.because("extract.bomb");
                }
                parts.read(zip, entry, content.length);
            }
        } catch (ZipException e) {
            throw Refusal.because(
                    String.valueOf(e.getMessage()).contains("encrypted") ? "extract.encrypted" : "extract.broken");
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.because("extract.broken");
        }
        if (parts.parts.isEmpty()) {
            throw Refusal.because("extract.broken");
        }
        return parts;
    }

    private void read(ZipInputStream zip, ZipEntry entry, int compressed) throws IOException {
        var name = entry.getName();
        if (MACRO.matcher(name).matches()) {
            throw Refusal.because("extract.macro");
        }
        var lower = name.toLowerCase(Locale.ROOT);
        var keep = lower.endsWith(".xml") || lower.endsWith(".rels");
        var part = new ByteArrayOutputStream();
        var buffer = new byte[16 * 1024];
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
            TextLines.stopIfUnwanted();
            whole += n;
            if (whole > LARGEST_WHOLE
                    || whole > 4 * 1024 * 1024 + (long) compressed * HIGHEST_RATIO
                    || (keep && part.size() + n > LARGEST_PART)) {
                throw Refusal.because("extract.bomb");
            }
            if (keep) {
                part.write(buffer, 0, n);
            }
        }
        if (keep) {
            var content = part.toByteArray();
            SafeXml.checkProlog(content);
            parts.put(name, content);
        }
    }

    byte @Nullable [] find(String name) {
        return parts.get(name);
    }

    /** @throws Refusal if it is not there: the file is something else than its name says */
    byte[] get(String name) {
        var part = parts.get(name);
        if (part == null) {
            throw Refusal.because("extract.broken");
        }
        return part;
    }
}
