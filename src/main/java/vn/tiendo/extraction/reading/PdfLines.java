package vn.tiendo.extraction.reading;

import java.util.ArrayList;
import java.util.List;

/** Letters put together to lines in the order the file draws them; wide gaps stay wide. */
final class PdfLines {

    /** @param y from the top of the page */
    record Glyph(String letters, double x, double y, double width, double height, double blank) {}

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private Glyph last = new Glyph("", 0, -1, 0, 1, 1);

    void add(Glyph glyph) {
        if (!line.isEmpty() || !glyph.letters().isBlank()) {
            var gap = glyph.x() - (last.x() + last.width());
            var size = Math.max(4, Math.max(glyph.height(), last.height()));
            if (!line.isEmpty() && (Math.abs(glyph.y() - last.y()) > size * 0.55 || gap < -size * 1.5)) {
                end();
            } else if (!line.isEmpty() && gap > Math.max(glyph.blank(), size * 0.2) * 6) {
                line.append("    ");
            } else if (!line.isEmpty()
                    && gap > Math.max(glyph.blank() * 0.4, size * 0.12)
                    && line.charAt(line.length() - 1) != ' '
                    && !glyph.letters().startsWith(" ")) {
                line.append(' ');
            }
            line.append(glyph.letters());
        }
        last = glyph;
    }

    private void end() {
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        line.setLength(0);
    }

    List<String> lines() {
        end();
        return List.copyOf(lines);
    }

    /** The lines so far, and begins anew. */
    List<String> take() {
        end();
        var taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }
}
