package vn.tiendo.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    private final Set<String> seen = new HashSet<>();
    private int paragraph;

    private TemplateCheck() {}

    static void check(byte[] content) {
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
            new TemplateCheck().read(document);
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
        for (var header : document.getHeaderList()) {
            read(header);
        }
        for (var footer : document.getFooterList()) {
            read(footer);
        }
        paragraph = 0;
        read((IBody) document);
        var missing = new ArrayList<>(NEEDED);
        missing.removeAll(seen);
        if (!missing.isEmpty()) {
            throw Refusal.because("template.missing", "{{" + missing.get(0) + "}}");
        }
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
                    "template.unclosed", part.paragraph(), "{{?" + part.name() + "}}", "{{/" + part.name() + "}}");
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
            open.push(new Part(block.group(1), paragraph));
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
        seen.add(name);
    }

    private Refusal wrong(String key, String what) {
        return Refusal.because(key, paragraph, what);
    }

    private Refusal wrong(String key, String what, String where) {
        return Refusal.because(key, paragraph, what, where);
    }

    /** @param paragraph in which it was opened */
    private record Part(String name, int paragraph) {}
}
