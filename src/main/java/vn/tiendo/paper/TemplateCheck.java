package vn.tiendo.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;

/** Reads a Word template before the office uses it; what is wrong is refused with the paragraph it stands in. */
final class TemplateCheck {

    static final int LARGEST = 5 * 1024 * 1024;

    private static final Pattern TAG = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern BLOCK = Pattern.compile("\\?(\\w+)");
    private static final Pattern END = Pattern.compile("/(\\w*)");
    private static final Pattern FIELD = Pattern.compile("\\w+");

    /** Without these no paper is one. */
    private static final List<String> NEEDED = List.of(
            "coQuan", "so", "ngay", "thang", "nam", "trichYeu", "noiDung", "ketThuc", "noiNhan", "chucVu", "nguoiKy");

    /** Where each field stands first. */
    private final Map<String, String> seen = new HashMap<>();

    private String part = "template.paragraph";
    private int paragraph;

    private TemplateCheck() {}

    /** @param bundled the template in whose lines a missing field can be found */
    static void check(byte[] content, byte[] bundled) {
        var seen = fields(content);
        for (var field : NEEDED) {
            if (!seen.containsKey(field)) {
                throw Refusal.because(
                        "template.missing", "{{" + field + "}}", fields(bundled).get(field));
            }
        }
    }

    private static Map<String, String> fields(byte[] content) {
        if (content.length > LARGEST) {
            throw Refusal.because("template.tooLarge");
        }
        try (var file = OPCPackage.open(new ByteArrayInputStream(content));
                var document = new XWPFDocument(file)) {
            if (!XWPFRelation.DOCUMENT
                    .getContentType()
                    .equals(document.getPackagePart().getContentType())) {
                throw Refusal.because("template.notWord");
            }
            refuseLinks(file);
            var check = new TemplateCheck();
            check.read(document);
            return check.seen;
        } catch (IOException | InvalidFormatException | IllegalArgumentException e) {
            throw Refusal.because("template.notWord");
        } catch (OpenXML4JRuntimeException | POIXMLException e) {
            throw Refusal.because("template.notWord");
        }
    }

    /** A template that fetches pictures, objects or another template when it is opened tells strangers who opens it. */
    private static void refuseLinks(OPCPackage file) throws InvalidFormatException {
        for (var part : file.getParts()) {
            if (part.isRelationshipPart()) {
                continue;
            }
            for (var link : part.getRelationships()) {
                if (link.getTargetMode() == TargetMode.EXTERNAL
                        && !link.getRelationshipType().endsWith("/hyperlink")) {
                    throw Refusal.because("template.external", link.getTargetURI());
                }
            }
        }
    }

    private void read(XWPFDocument document) {
        read("template.header", document.getHeaderList());
        read("template.footer", document.getFooterList());
        read("template.paragraph", List.of(document));
    }

    private void read(String part, List<? extends IBody> bodies) {
        this.part = part;
        for (var body : bodies) {
            paragraph = 0;
            read(body);
        }
    }

    private String where() {
        return Sentences.of(part, paragraph);
    }

    /** A block begins and ends in one body, cell or header. */
    private void read(IBody body) {
        read(body, new ArrayDeque<>());
    }

    private void read(IBody body, Deque<Part> outer) {
        var open = new ArrayDeque<>(outer);
        for (var element : body.getBodyElements()) {
            if (element instanceof XWPFParagraph text) {
                paragraph++;
                read(text.getText(), open);
            } else if (element instanceof XWPFTable table) {
                read(table, open);
            }
        }
        if (open.size() > outer.size()) {
            var part = open.element();
            throw Refusal.because(
                    "template.unclosed", part.where(), "{{?" + part.name() + "}}", "{{/" + part.name() + "}}");
        }
    }

    private void read(XWPFTable table, Deque<Part> open) {
        var rows = table.getRows();
        for (var row = 0; row < rows.size(); row++) {
            var tagged = false;
            for (var cell : rows.get(row).getTableCells()) {
                tagged |= cell.getText().contains("{{cacDong}}");
                read(cell, open);
            }
            if (tagged && rows.stream().skip(row + 1L).noneMatch(TemplateCheck::isPattern)) {
                throw wrong("template.noPattern", "{{cacDong}}");
            }
        }
    }

    private static boolean isPattern(org.apache.poi.xwpf.usermodel.XWPFTableRow row) {
        return row.getTableCells().stream().anyMatch(cell -> cell.getText().contains("[1]"));
    }

    private void read(String text, Deque<Part> open) {
        var rest = TAG.matcher(text).replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) {
            throw wrong("template.braces", text);
        }
        var tags = TAG.matcher(text);
        while (tags.find()) {
            read(tags.group(1), tags.group(), open);
        }
    }

    private void read(String tag, String written, Deque<Part> open) {
        var block = BLOCK.matcher(tag);
        var end = END.matcher(tag);
        if (block.matches()) {
            known(block.group(1), written, open);
            open.push(new Part(block.group(1), where()));
        } else if (end.matches()) {
            if (open.isEmpty()
                    || !(end.group(1).isEmpty()
                            || end.group(1).equals(open.peek().name()))) {
                throw wrong("template.notOpen", written);
            }
            open.pop();
        } else if (FIELD.matcher(tag).matches()) {
            known(tag, written, open);
        } else {
            throw wrong("template.notAllowed", written);
        }
    }

    private void known(String name, String written, Deque<Part> open) {
        var isKnown = open.isEmpty()
                ? WordPapers.FIELDS.containsKey(name) && !List.of("muc", "doan").contains(name)
                : WordPapers.FIELDS.getOrDefault(open.peek().name(), List.of()).contains(name);
        if (!isKnown) {
            throw open.isEmpty()
                    ? wrong("template.unknown", written)
                    : wrong("template.unknownHere", written, "{{?" + open.peek().name() + "}}");
        }
        seen.putIfAbsent(name, where());
    }

    private Refusal wrong(String key, String what) {
        return Refusal.because(key, where(), what);
    }

    private Refusal wrong(String key, String what, String inside) {
        return Refusal.because(key, where(), what, inside);
    }

    /** @param where it was opened */
    private record Part(String name, String where) {}
}
