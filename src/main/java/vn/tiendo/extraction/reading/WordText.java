package vn.tiendo.extraction.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** The text of a .docx with the numbers Word counts itself; deleted text, comments and footnotes are left out. */
final class WordText {

    /** A paragraph; text boxes hold paragraphs inside of paragraphs. */
    private static final class Paragraph {
        final StringBuilder text = new StringBuilder();

        @Nullable
        Integer list;

        @Nullable
        Integer level;

        @Nullable
        String style;
    }

    private final WordNumbering numbering;
    private final TextLines out = new TextLines();
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private final Deque<TextTable> tables = new ArrayDeque<>();

    private WordText(WordNumbering numbering) {
        this.numbering = numbering;
    }

    static String read(byte[] content) {
        var parts = PackageParts.of(content);
        var types = parts.find("[Content_Types].xml");
        if (types != null && new String(types, java.nio.charset.StandardCharsets.UTF_8).contains("macroEnabled")) {
            throw vn.tiendo.engine.Refusal.because("extract.macro");
        }
        var text = new WordText(WordNumbering.of(parts));
        try (var xml = new SafeXml(parts.get("word/document.xml"))) {
            text.read(xml);
        }
        return text.out.toString();
    }

    private void read(SafeXml xml) {
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.name());
            }
        }
    }

    private void start(SafeXml xml) {
        var paragraph = paragraphs.peek();
        switch (xml.name()) {
            case "Fallback", "moveFrom", "del", "instrText", "delText", "pPrChange", "rPrChange" -> xml.skip();
            case "p" -> paragraphs.push(new Paragraph());
            case "t" -> append(text(xml));
            case "tab" -> append(" ");
            case "br", "cr" -> append("\n");
            case "noBreakHyphen" -> append("-");
            case "numId" -> {
                if (paragraph != null) {
                    paragraph.list = xml.number("val", 0);
                }
            }
            case "ilvl" -> {
                if (paragraph != null) {
                    paragraph.level = xml.number("val", 0);
                }
            }
            case "pStyle" -> {
                if (paragraph != null) {
                    paragraph.style = xml.attribute("val");
                }
            }
            case "tbl" -> tables.push(new TextTable());
            default -> startInTable(xml);
        }
    }

    private void startInTable(SafeXml xml) {
        var table = tables.peek();
        if (table == null) {
            return;
        }
        switch (xml.name()) {
            case "tr" -> table.startRow();
            case "tc" -> table.startCell();
            case "gridSpan" -> table.covers(xml.number("val", 1));
            case "vMerge" -> {
                if (!"restart".equals(xml.attribute("val"))) {
                    table.continuesAbove();
                }
            }
            default -> {}
        }
    }

    private void end(String name) {
        switch (name) {
            case "p" -> {
                var paragraph = paragraphs.poll();
                if (paragraph != null && !paragraph.text.toString().isBlank()) {
                    var number = numbering.next(paragraph.list, paragraph.level, paragraph.style);
                    (number + paragraph.text).lines().forEach(this::write);
                }
            }
            case "tc" -> {
                if (!tables.isEmpty()) {
                    tables.peek().endCell();
                }
            }
            case "tbl" -> {
                var table = tables.poll();
                if (table != null && tables.isEmpty()) {
                    table.writeTo(out);
                } else if (table != null) {
                    table.texts().forEach(this::write);
                }
            }
            default -> {}
        }
    }

    private static String text(SafeXml xml) {
        var text = new StringBuilder();
        for (int event = xml.next();
                event != XMLStreamConstants.END_ELEMENT && event != XMLStreamConstants.END_DOCUMENT;
                event = xml.next()) {
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.SPACE
                    || event == XMLStreamConstants.CDATA) {
                text.append(xml.text());
            }
        }
        return text.toString();
    }

    private void append(String words) {
        if (!paragraphs.isEmpty()) {
            paragraphs.peek().text.append(words.replace('\t', ' '));
        }
    }

    private void write(String line) {
        if (tables.isEmpty()) {
            out.line(line);
        } else {
            tables.peek().line(line);
        }
    }
}
