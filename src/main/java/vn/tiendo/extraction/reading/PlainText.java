package vn.tiendo.extraction.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import vn.tiendo.engine.Refusal;

/** A text file: UTF-8, UTF-16 with a mark, or Windows' Vietnamese code page. */
final class PlainText {

    private static final Charset WINDOWS_VIETNAMESE = Charset.forName("windows-1258");

    private PlainText() {}

    static String read(byte[] content) {
        var text = decode(content);
        if (text.length() > TextLines.LONGEST) {
            throw Refusal.because("extract.tooLong");
        }
        if (text.chars()
                .anyMatch(it -> it < ' ' && it != '\n' && it != '\r' && it != '\t' && it != '\f' && it != 0x0b)) {
            throw Refusal.because("extract.broken");
        }
        return text;
    }

    private static String decode(byte[] content) {
        if (startsWith(content, 0xff, 0xfe)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(content, 0xfe, 0xff)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16BE);
        }
        var from = startsWith(content, 0xef, 0xbb, 0xbf) ? 3 : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content, from, content.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, WINDOWS_VIETNAMESE);
        }
    }

    private static boolean startsWith(byte[] content, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (content.length <= i || (content[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
