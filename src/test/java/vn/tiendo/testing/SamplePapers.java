package vn.tiendo.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.paper.Letterhead;
import vn.tiendo.paper.Paper;
import vn.tiendo.paper.Paper.Column;
import vn.tiendo.paper.Paper.Kind;
import vn.tiendo.paper.Paper.Level;
import vn.tiendo.paper.Paper.Paragraph;
import vn.tiendo.paper.Paper.Row;
import vn.tiendo.paper.Paper.Signature;
import vn.tiendo.paper.Paper.Table;

/** One paper of each kind, of people and a phường that do not exist. */
public final class SamplePapers {

    public static final Letterhead COMMITTEE =
            new Letterhead("UBND THÀNH PHỐ MẪU", List.of("ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU"), "Mẫu");
    public static final Signature VICE_CHAIR =
            Signature.of("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Mẫu Thị Bình");
    public static final String SENTENCE =
            "Các đơn vị niêm yết công khai quy chế tại trụ sở, thông báo đến từng khu phố và tiếp nhận góp ý của Nhân dân theo văn bản số 15-CT/TU trong cả năm.";

    private static final Letterhead UNIT = new Letterhead("UBND PHƯỜNG MẪU", List.of("PHÒNG VĂN HÓA - XÃ HỘI"), "Mẫu");

    private SamplePapers() {}

    public static List<Paper> all() {
        return Stream.of(Kind.values()).map(SamplePapers::of).toList();
    }

    public static Paper of(Kind kind) {
        return switch (kind) {
            case PLAN -> plan(2, 24);
            case REPORT ->
                paper(
                        kind,
                        COMMITTEE,
                        "07/BC-UBND",
                        "Kết quả thực hiện 6 tháng đầu năm 2023",
                        null,
                        text(2),
                        List.of(),
                        VICE_CHAIR);
            case PROPOSAL ->
                paper(
                        kind,
                        UNIT,
                        "03/TTr-VHXH",
                        "Về việc ban hành Kế hoạch thực hiện Quy chế dân chủ ở cơ sở năm 2023",
                        "UBND phường Mẫu",
                        List.of(new Paragraph(SENTENCE)),
                        List.of(),
                        new Signature(List.of("Trưởng phòng"), "Mẫu Văn Khánh"));
            case SLIP ->
                paper(
                        kind,
                        new Letterhead("UBND PHƯỜNG MẪU", List.of("VĂN PHÒNG HĐND VÀ UBND PHƯỜNG"), "Mẫu"),
                        "/PT-VP",
                        "Giải quyết hồ sơ: Thực hiện Quy chế dân chủ ở cơ sở năm 2023",
                        "Phó Chủ tịch UBND phường Mẫu Thị Bình",
                        Paper.paragraphs(
                                "1. Vấn đề trình\n- " + SENTENCE
                                        + "\n2. Tài liệu trong hồ sơ\n- Du-thao.docx\n3. Căn cứ\n- Nghị định số 04/2015/NĐ-CP\n4. Ý kiến tham gia\nKhông có."),
                        List.of(),
                        new Signature(List.of("Chánh Văn phòng"), "Mẫu Văn Dũng"));
            case LETTER ->
                paper(
                        kind,
                        COMMITTEE,
                        "12/UBND-VP",
                        "đôn đốc thực hiện Báo cáo 6 tháng",
                        "Khu phố 1",
                        List.of(new Paragraph(SENTENCE)),
                        List.of(),
                        VICE_CHAIR);
            case NOTICE ->
                paper(
                        kind,
                        COMMITTEE,
                        "09/TB-UBND",
                        "Kết quả chấm điểm, xếp loại năm 2023",
                        null,
                        List.of(new Paragraph(SENTENCE)),
                        List.of(new Table(
                                "ratings",
                                null,
                                columns("TT", 9, "Đơn vị", 0, "Điểm", 22, "Xếp loại", 52),
                                List.of(
                                        row("1", "Khu phố 1", "95,5", "Hoàn thành xuất sắc nhiệm vụ"),
                                        row("2", "Khu phố 2", "86", "Hoàn thành tốt nhiệm vụ")))),
                        VICE_CHAIR);
        };
    }

    /** @param sections of text, each of four paragraphs; {@code tasks} in groups of six, the third with parts a) to d) */
    public static Paper plan(int sections, int tasks) {
        return paper(
                Kind.PLAN,
                COMMITTEE,
                "05/KH-UBND",
                "Thực hiện Quy chế dân chủ ở cơ sở năm 2023",
                null,
                text(sections),
                tasks == 0 ? List.of() : List.of(tasks(tasks), duties()),
                VICE_CHAIR);
    }

    public static Paper with(Paper paper, List<Paragraph> text, @Nullable Integer draft) {
        return new Paper(
                paper.kind(),
                paper.head(),
                draft == null ? paper.code() : paper.code().replaceFirst("^\\d+", ""),
                draft == null ? paper.day() : null,
                paper.year(),
                paper.subject(),
                paper.addressee(),
                paper.bases(),
                text,
                paper.tables(),
                paper.closing(),
                paper.recipients(),
                paper.signature(),
                draft);
    }

    private static Paper paper(
            Kind kind,
            Letterhead head,
            String code,
            String subject,
            @Nullable String addressee,
            List<Paragraph> text,
            List<Table> tables,
            Signature signature) {
        var bases = kind == Kind.PLAN
                ? List.of(
                        "Căn cứ Luật Thực hiện dân chủ ở cơ sở",
                        "Căn cứ Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ.")
                : List.<String>of();
        return new Paper(
                kind,
                head,
                code,
                LocalDate.of(2023, 2, 5),
                2023,
                subject,
                addressee,
                bases,
                text,
                tables,
                List.of(new Paragraph("Trên đây là toàn bộ nội dung, đề nghị các đơn vị thực hiện.")),
                List.of("UBND thành phố Mẫu (b/c)", "- Khu phố 1, 2, 3, 4 (t/h);", "Lưu: VT, VHXH."),
                signature,
                null);
    }

    public static List<Paragraph> text(int sections) {
        return IntStream.range(0, sections)
                .boxed()
                .flatMap(section -> Stream.of(
                        new Paragraph(List.of("I", "II", "III", "IV", "V").get(section % 5) + ". Mục đích, yêu cầu"),
                        new Paragraph("1. Mục đích"),
                        new Paragraph(SENTENCE + " " + SENTENCE),
                        new Paragraph("a) " + SENTENCE)))
                .toList();
    }

    private static Table tasks(int count) {
        var rows = IntStream.rangeClosed(1, count)
                .boxed()
                .flatMap(number -> Stream.of(
                                number % 6 == 1
                                        ? Stream.of(new Row(Level.GROUP, List.of("I. Nhóm nhiệm vụ " + number)))
                                        : Stream.<Row>of(),
                                Stream.of(row(
                                        String.valueOf(number),
                                        "Việc " + number + ": công khai nội dung và tiếp nhận góp ý của Nhân dân",
                                        "Quý II/2023",
                                        "Phòng Văn hóa - Xã hội",
                                        "Khu phố 1; Khu phố 2")),
                                number == 3
                                        ? Stream.of("a)", "b)", "c)", "d)")
                                                .map(part -> new Row(
                                                        Level.PART,
                                                        List.of(part, "Phần " + part + " của việc 3", "", "", "")))
                                        : Stream.<Row>of())
                        .flatMap(part -> part))
                .toList();
        return new Table(
                "tasks",
                "Phân công nhiệm vụ",
                columns("TT", 9, "Nhiệm vụ", 0, "Thời gian", 27, "Chủ trì", 32, "Phối hợp", 32),
                rows);
    }

    private static Table duties() {
        return new Table(
                "duties",
                "Chế độ báo cáo",
                columns("TT", 9, "Báo cáo", 0, "Kỳ và thời hạn", 40, "Đơn vị báo cáo", 32, "Gửi đến", 32),
                List.of(row(
                        "1",
                        "Báo cáo 6 tháng",
                        "6 tháng\ntrước ngày 10/05/2023",
                        "Khu phố 1; Khu phố 2",
                        "UBND thành phố Mẫu, qua Phòng Nội vụ")));
    }

    private static List<Column> columns(Object... titlesAndWidths) {
        return IntStream.range(0, titlesAndWidths.length / 2)
                .mapToObj(i -> new Column(
                        (String) titlesAndWidths[2 * i],
                        (int) titlesAndWidths[2 * i + 1],
                        Map.of("TT", true, "Thời gian", true, "Điểm", true)
                                .getOrDefault((String) titlesAndWidths[2 * i], false)))
                .toList();
    }

    private static Row row(String... cells) {
        return new Row(Level.LINE, List.of(cells));
    }
}
