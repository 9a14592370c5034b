package vn.tiendo.paper;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.policy.TextRenderPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import vn.tiendo.paper.Paper.Paragraph;
import vn.tiendo.paper.Paper.Table;

/** Writes Word from the office's template of a kind of paper; a template places words and never runs code. */
@Component
public class WordPapers {

    public static final MediaType TYPE =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    /** What a template may name; below a list or a part what its lines have. */
    static final Map<String, List<String>> FIELDS = Map.ofEntries(
            Map.entry("coQuanChuQuan", List.of()),
            Map.entry("coQuan", List.of()),
            Map.entry("so", List.of()),
            Map.entry("diaDanh", List.of()),
            Map.entry("ngay", List.of()),
            Map.entry("thang", List.of()),
            Map.entry("nam", List.of()),
            Map.entry("trichYeu", List.of()),
            Map.entry("ketThuc", List.of()),
            Map.entry("chucVu", List.of()),
            Map.entry("nguoiKy", List.of()),
            Map.entry("duThao", List.of("lan")),
            Map.entry("kinhGui", List.of("ten")),
            Map.entry("canCu", List.of("dong")),
            Map.entry("noiDung", List.of("muc", "doan")),
            Map.entry("sauBang", List.of("muc", "doan")),
            Map.entry("muc", List.of("chu")),
            Map.entry("doan", List.of("chu")),
            Map.entry("noiNhan", List.of("dong")),
            Map.entry("nhiemVu", List.of("cacDong")),
            Map.entry("baoCao", List.of("cacDong")),
            Map.entry("xepLoai", List.of("cacDong")));

    /** The tables a template may have, by the names of the model. */
    private static final Map<String, String> TABLES =
            Map.of("tasks", "nhiemVu", "duties", "baoCao", "ratings", "xepLoai");

    private static final Configure GRAMMAR = Configure.builder()
            .bind("cacDong", new RowsOfTable())
            // pictures, nested documents and lists are read from places a template could name
            .addPlugin('@', new TextRenderPolicy())
            .addPlugin('+', new TextRenderPolicy())
            .addPlugin('*', new TextRenderPolicy())
            .addPlugin('#', new TextRenderPolicy())
            .build();

    private final WordTemplates templates;

    WordPapers(WordTemplates templates) {
        this.templates = templates;
    }

    public byte[] docx(Paper paper) {
        return docx(paper, templates.inUse(paper.kind()));
    }

    static byte[] docx(Paper paper, byte[] template) {
        try (var filled = XWPFTemplate.compile(new ByteArrayInputStream(template), GRAMMAR)) {
            var out = new ByteArrayOutputStream();
            filled.render(fields(paper), out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> fields(Paper paper) {
        var fields = new HashMap<String, Object>();
        fields.put("coQuanChuQuan", text(paper.head().superior()));
        fields.put("coQuan", text(String.join("\n", paper.head().issuer())));
        fields.put("so", text(paper.numberLine()));
        fields.put("diaDanh", text(paper.head().place()));
        fields.put("ngay", paper.dayOfMonth());
        fields.put("thang", paper.month());
        fields.put("nam", paper.yearOfDay());
        fields.put("trichYeu", text(paper.subject()));
        fields.put("ketThuc", text(paper.ending().printed()));
        fields.put("chucVu", text(String.join("\n", paper.signature().lines()).toUpperCase(Locale.ROOT)));
        fields.put("nguoiKy", text(paper.signature().name()));
        // null hides a part, an empty text would show it
        fields.put("duThao", paper.draft() == null ? null : Map.of("lan", String.valueOf(paper.draft())));
        fields.put("kinhGui", paper.addressee() == null ? null : Map.of("ten", text(paper.addressee())));
        fields.put("canCu", lines(paper.endedBases()));
        fields.put("noiDung", paragraphs(paper.opening()));
        fields.put("sauBang", paragraphs(paper.afterTables()));
        fields.put("noiNhan", lines(paper.recipientLines()));
        TABLES.values().forEach(name -> fields.put(name, null));
        for (var table : paper.tables()) {
            fields.put(TABLES.getOrDefault(table.name(), table.name()), Map.of("cacDong", normalised(table)));
        }
        return fields;
    }

    private static List<Map<String, String>> lines(List<String> lines) {
        return lines.stream().map(line -> Map.of("dong", text(line))).toList();
    }

    private static List<Map<String, Object>> paragraphs(List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .map(paragraph -> Map.<String, Object>of(
                        paragraph.isSection() || paragraph.isTitle() ? "muc" : "doan",
                        Map.of("chu", text(paragraph.printed()))))
                .toList();
    }

    private static Table normalised(Table table) {
        return new Table(
                table.name(),
                table.caption(),
                table.columns(),
                table.rows().stream()
                        .map(row -> new Paper.Row(
                                row.level(),
                                row.cells().stream().map(WordPapers::text).toList()))
                        .toList());
    }

    private static String text(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC);
    }
}
