package vn.tiendo.extraction.reading;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import vn.tiendo.engine.Refusal;

/** Looks at a PDF's compressed streams before PDFBox unpacks one: what would burst the memory is refused. */
final class PdfStreams {

    private static final long LARGEST_WHOLE = 256L * 1024 * 1024;
    private static final long LARGEST_STREAM = 64L * 1024 * 1024;
    private static final Pattern PACKED_TWICE = Pattern.compile(
            "/Filter\\s*\\[[^\\]]*?(?:FlateDecode|LZWDecode|/Fl\\b|/LZW\\b|RunLengthDecode|/RL\\b)[^\\]]*?(?:FlateDecode|LZWDecode|/Fl\\b|/LZW\\b|RunLengthDecode|/RL\\b)");
    private static final Pattern RARE_PACKING = Pattern.compile("/(?:LZWDecode|LZW|RunLengthDecode|RL)\\b");
    private static final byte[] BEGIN = "stream".getBytes(StandardCharsets.ISO_8859_1);
    private static final int LONGEST_DICTIONARY = 2_000;
    private static final int LARGEST_RARE = 512 * 1024;

    private PdfStreams() {}

    static void check(byte[] content) {
        long whole = 0;
        var buffer = new byte[64 * 1024];
        for (int at = find(content, 0); at >= 0; at = find(content, at + BEGIN.length)) {
            TextLines.stopIfUnwanted();
            if (at >= 3 && content[at - 1] == 'd' && content[at - 2] == 'n' && content[at - 3] == 'e') {
                continue;
            }
            var dictionaryFrom = Math.max(0, at - LONGEST_DICTIONARY);
            var dictionary = new String(content, dictionaryFrom, at - dictionaryFrom, StandardCharsets.ISO_8859_1);
            dictionary = dictionary.substring(Math.max(0, dictionary.lastIndexOf(" obj")));
            if (PACKED_TWICE.matcher(dictionary).find()) {
                throw Refusal.because("extract.bomb");
            }
            var from = at + BEGIN.length;
            while (from < content.length && (content[from] == '\r' || content[from] == '\n')) {
                from++;
            }
            if (RARE_PACKING.matcher(dictionary).find() && find(content, from) - from > LARGEST_RARE) {
                throw Refusal.because("extract.bomb");
            }
            whole += inflated(content, from, buffer);
            if (whole > LARGEST_WHOLE) {
                throw Refusal.because("extract.bomb");
            }
        }
    }

    private static long inflated(byte[] content, int from, byte[] buffer) {
        if (from + 2 > content.length
                || (content[from] & 0x0f) != 8
                || ((content[from] & 0xff) * 256 + (content[from + 1] & 0xff)) % 31 != 0) {
            return 0;
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(content, from, content.length - from);
            long size = 0;
            for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
                size += n;
                if (size > LARGEST_STREAM) {
                    throw Refusal.because("extract.bomb");
                }
            }
            return size;
        } catch (DataFormatException notPacked) {
            return 0;
        } finally {
            inflater.end();
        }
    }

    private static int find(byte[] content, int from) {
        search:
        for (int i = from; i <= content.length - BEGIN.length; i++) {
            for (int j = 0; j < BEGIN.length; j++) {
                if (content[i + j] != BEGIN[j]) {
                    continue search;
                }
            }
            return i;
        }
        return -1;
    }
}
