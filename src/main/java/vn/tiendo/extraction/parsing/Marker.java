package vn.tiendo.extraction.parsing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a paragraph is numbered: "II.", "1.", "2.1", "a)", "-".
 *
 * @param label without its punctuation, empty for a dash
 * @param length of the marker with the blanks behind it
 */
record Marker(Level level, String label, int length) {

    enum Level {
        CHAPTER,
        NUMBER,
        LETTER,
        DASH
    }

    private static final Pattern CHAPTER =
            Pattern.compile("^(?:(?:PHẦN|Phần)\\s+)?([IVX]{1,5}|[A-E])\\s*[.\\-–—/:)]+\\s*(?=[\\p{L}\"“])");
    private static final Pattern NUMBER = Pattern.compile(
            "^(?:(\\d{1,2}(?:\\.\\d{1,2}){0,3})\\s*[.)/:]\\s*(?=[^\\d\\s])|(\\d{1,2}(?:\\.\\d{1,2}){1,3})\\s+(?=\\p{L}))");
    private static final Pattern LETTER = Pattern.compile("^([a-zđ])\\d?\\s*[).]\\s*(?=[\\p{L}\\d\"“])");
    private static final Pattern DASH = Pattern.compile("^[-–—+•●▪]\\s*(?=[^\\s\\d]|\\d)");

    static @Nullable Marker of(String text) {
        var found = CHAPTER.matcher(text);
        if (found.find()) {
            return new Marker(Level.CHAPTER, found.group(1), found.end());
        }
        found = NUMBER.matcher(text);
        if (found.find()) {
            return new Marker(Level.NUMBER, found.group(1) == null ? found.group(2) : found.group(1), found.end());
        }
        found = LETTER.matcher(text);
        if (found.find()) {
            return new Marker(Level.LETTER, found.group(1), found.end());
        }
        found = DASH.matcher(text);
        return found.find() ? new Marker(Level.DASH, "", found.end()) : null;
    }
}
