package vn.tiendo.extraction.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import vn.tiendo.engine.Refusal;

/** The text of an .odt with the numbers of its lists; deleted text, comments and footnotes are left out. */
final class OpenDocumentText {

    private record Number(String before, String format, String after) {
        static final Number NONE = new Number("", "none", "");
    }

    private static final class List {
        final @Nullable String style;
        int count;

        List(@Nullable String style) {
            this.style = style;
        }
    }

    private final TextLines out = new TextLines();
    private final Map<String, Map<Integer, Number>> styles = new HashMap<>();
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
    private final Deque<TextTable> tables = new ArrayDeque<>();
    private final Deque<List> lists = new ArrayDeque<>();
    private final Map<String, Integer> lastCounts = new HashMap<>();
    private String listStyle = "";
    private boolean startsItem;

    private OpenDocumentText() {}

    static String read(byte[] content) {
        var parts = PackageParts.of(content);
        var manifest = parts.find("META-INF/manifest.xml");
        if (manifest != null && new String(manifest, StandardCharsets.UTF_8).contains("encryption-data")) {
            throw Refusal.because("extract.encrypted");
        }
        var text = new OpenDocumentText();
        var common = parts.find("styles.xml");
        if (common != null) {
            text.read(common, false);
        }
        text.read(parts.get("content.xml"), true);
        return text.out.toString();
    }

    private void read(byte[] part, boolean body) {
        try (var xml = new SafeXml(part)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    start(xml, body);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    end(xml.name());
                } else if (event == XMLStreamConstants.CHARACTERS && !paragraphs.isEmpty()) {
                    paragraphs.peek().append(xml.text().replaceAll("[\\s&&[^\\u00a0]]+", " "));
                }
            }
        }
    }

    private void start(SafeXml xml, boolean body) {
        switch (xml.name()) {
            case "tracked-changes", "note", "annotation", "script", "master-styles" -> xml.skip();
            case "list-style" -> listStyle = String.valueOf(xml.attribute("name"));
            case "list-level-style-number" ->
                level(
                        xml,
                        new Number(
                                or(xml.attribute("num-prefix")),
                                or(xml.attribute("num-format")),
                                or(xml.attribute("num-suffix"))));
            case "list-level-style-bullet" -> level(xml, new Number("- ", "none", ""));
            case "p", "h" -> {
                if (body) {
                    paragraphs.push(new StringBuilder(number()));
                }
            }
            case "s" -> append(" ".repeat(Math.max(1, Math.min(40, xml.number("c", 1)))));
            case "tab" -> append(" ");
            case "line-break" -> append("\n");
            case "list" -> {
                var style = xml.attribute("style-name");
                var continued = "true".equals(xml.attribute("continue-numbering"));
                var list = new List(style == null && !lists.isEmpty() ? lists.peek().style : style);
                list.count = continued ? lastCounts.getOrDefault(list.style + lists.size(), 0) : 0;
                lists.push(list);
            }
            case "list-item" -> {
                if (!lists.isEmpty()) {
                    lists.peek().count++;
                    startsItem = true;
                }
            }
            case "table" -> tables.push(new TextTable());
            default -> startInTable(xml);
        }
    }

    private void startInTable(SafeXml xml) {
        var table = tables.peek();
        if (table == null) {
            return;
        }
        switch (xml.name()) {
            case "table-row" -> table.startRow();
            case "table-cell", "covered-table-cell" -> {
                table.startCell();
                table.covers(xml.number("number-columns-repeated", 1));
            }
            default -> {}
        }
    }

    private void end(String name) {
        switch (name) {
            case "p", "h" -> {
                var paragraph = paragraphs.poll();
                if (paragraph != null && !paragraph.toString().isBlank()) {
                    paragraph.toString().lines().forEach(this::write);
                }
            }
            case "list" -> {
                var list = lists.poll();
                if (list != null) {
                    lastCounts.put(list.style + lists.size(), list.count);
                }
            }
            case "table-cell", "covered-table-cell" -> {
                if (!tables.isEmpty()) {
                    tables.peek().endCell();
                }
            }
            case "table" -> {
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

    private void level(SafeXml xml, Number number) {
        styles.computeIfAbsent(listStyle, it -> new HashMap<>()).put(xml.number("level", 1), number);
    }

    /** The number of a list's item, before its first paragraph only. */
    private String number() {
        if (!startsItem || lists.isEmpty()) {
            return "";
        }
        startsItem = false;
        var list = lists.peek();
        var number = styles.getOrDefault(or(list.style), Map.of()).getOrDefault(lists.size(), Number.NONE);
        var printed = number.before() + WordNumbering.print(number.format(), list.count) + number.after();
        return printed.isBlank() ? "" : printed.strip() + " ";
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }

    private void append(String words) {
        if (!paragraphs.isEmpty()) {
            paragraphs.peek().append(words);
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
