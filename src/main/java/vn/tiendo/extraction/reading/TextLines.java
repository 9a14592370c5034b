package vn.tiendo.extraction.reading;

import java.util.List;
import java.util.stream.Collectors;
import vn.tiendo.engine.Refusal;

/** The text as it grows: a line for a paragraph, cells of a row apart by tabs. Stops when it is too long or nobody waits any more. */
final class TextLines {

    /** About 600 pages. */
    static final int LONGEST = 2_000_000;

    private final StringBuilder text = new StringBuilder();

    void line(CharSequence line) {
        stopIfUnwanted();
        if (text.length() + line.length() > LONGEST) {
            throw Refusal.because("extract.tooLong");
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    void row(List<String> cells) {
        line(cells.stream().map(cell -> cell.replaceAll("\\s+", " ").strip()).collect(Collectors.joining("\t")));
    }

    /** @throws Refusal if the reader was told to stop */
    static void stopIfUnwanted() {
        if (Thread.currentThread().isInterrupted()) {
            throw Refusal.because("extract.tooSlow");
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
