package vn.tiendo.extraction.parsing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Documents as plans cite them: "Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ", "Luật … ngày 19/6/2015". */
final class DocumentNames {

    /** The number and the kind with its issuer, "24/KH-UBND", "07-KH/KDV", "72/2025/QH15"; blanks slip in. */
    static final String CODE =
            "\\d{1,5}[a-zA-Z]?(?:\\s?/\\s?\\d{4})?\\s?[-–/]\\s?\\p{Lu}[\\p{L}\\d&]*(?:\\s?[-–/.]\\s?\\p{Lu}[\\p{L}\\d&]*)*";

    private static final String KINDS =
            "Hiến pháp|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết liên tịch|Nghị quyết|Thông tư liên tịch|Thông tư|Chỉ thị|Kết luận|Quyết định|Quy định|Quy chế"
                    + "|Kế hoạch phối hợp|Kế hoạch|Chương trình phối hợp|Chương trình hành động|Chương trình|Hướng dẫn|Công văn|Công điện|Văn bản|Thông báo|Tờ trình|Đề án|Báo cáo|Quy chế phối hợp|Lệnh|Sắc lệnh|Thông tri|Giấy mời|Biên bản|Hợp đồng|Đề cương";
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:(?<kind>" + KINDS
                    + "|Luật)(?<about>(?:\\s+(?!ngày|số)[\\p{L},]+){0,25}?)\\s+)?(?:số\\s*:?\\s*)?(?<code>" + CODE
                    + ")",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LAW = Pattern.compile(
            "(?<kind>Bộ luật|Luật|Hiến pháp|Pháp lệnh)(?<about>\\s+(?!số\\s)[^;.\\d]{1,300}?|\\s+năm \\d{4})(?=\\s*(?:,?\\s*(?:được\\s|đã\\s|có hiệu lực|ngày\\s\\d|số\\s\\d|năm\\s\\d{4})|[;.:]|\\d|$))");
    private static final Pattern UNNUMBERED = Pattern.compile(
            "(?<![\\p{L}\\d] )(?<kind>Kế hoạch phối hợp|Chương trình phối hợp|Kế hoạch|Nghị quyết|Chương trình)(?=\\s)");
    private static final Pattern ISSUER = Pattern.compile(
            "^[^;]{0,60}?\\sc(?:ủ|ù|u)a\\s+(?<issuer>[\\p{Lu}][^;]{0,200}?)(?=\\s*(?:[;.(:]|$|,\\s|\\s(?:về|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|triển khai|thực hiện|thi hành|giao|công bố|v/v|đối với|để|nhằm|tại)\\s))");
    private static final Pattern NEIGHBOUR = Pattern.compile("(?U)^[^;]*\\s(?:và|,)\\s*$|^[^;]*,\\s*$");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?<!\\p{L})(?:về|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|triển khai|thực hiện|thi hành|kèm|theo|tại|của các)(?!\\p{L})");

    private DocumentNames() {}

    /** @param from place of the first letter in the passage */
    record Cited(
            String kind,
            @Nullable String code,
            @Nullable LocalDate date,
            @Nullable String issuer,
            int from,
            int to) {}

    /** The documents a stretch of an opening paragraph names; those named only in another one's title are left out. */
    static List<Cited> in(Passage passage, int from, int to) {
        var text = passage.text().substring(from, to);
        var found = new ArrayList<Cited>();
        var numbered = NUMBERED.matcher(text);
        int at = 0;
        while (numbered.find(at)) {
            at = numbered.end();
            var first = found.isEmpty();
            if (first || isNeighbour(text.substring(found.get(found.size() - 1).to() - from, numbered.start()))) {
                found.add(cited(
                        text,
                        numbered.group("kind"),
                        compact(numbered.group("code")),
                        numbered.start(),
                        numbered.end(),
                        from));
            }
        }
        var law = LAW.matcher(text);
        if (law.find() && (found.isEmpty() || law.start() + from < found.get(0).from())) {
            found.clear();
            var name = law.group().strip();
            var rest = text.substring(law.end());
            var number = NUMBERED.matcher(rest);
            var code = number.lookingAt() || (rest.strip().startsWith("số") && number.find())
                    ? compact(number.group("code"))
                    : name;
            found.add(cited(
                    text,
                    law.group("kind"),
                    code,
                    law.start(),
                    code.equals(name) ? law.end() : law.end() + number.end(),
                    from));
        }
        if (found.isEmpty()) {
            var bare = UNNUMBERED.matcher(text);
            if (bare.find()) {
                found.add(cited(text, bare.group("kind"), null, bare.start(), bare.end(), from));
            }
        }
        return found;
    }

    private static boolean isNeighbour(String between) {
        return NEIGHBOUR.matcher(between).find()
                && !SUBJECT.matcher(Letters.fold(between)).find();
    }

    private static Cited cited(
            String text, @Nullable String kind, @Nullable String code, int start, int end, int from) {
        var rest = text.substring(end);
        var named = kind == null ? kindOf(code) : capitalized(kind);
        var law = named.equals("Luật") || named.equals("Bộ luật") || named.equals("Hiến pháp");
        var issuer = ISSUER.matcher(rest);
        var by = issuer.find() ? issuer.group("issuer").strip() : law ? "Quốc hội" : null;
        return new Cited(
                named, code, code == null ? null : Dates.ofDocument(Letters.fold(rest)), by, from + start, from + end);
    }

    private static String kindOf(@Nullable String code) {
        return code == null
                ? "Văn bản"
                : code.matches(".*\\d/(QH|L-).*")
                        ? "Luật"
                        : code.contains("NĐ-CP")
                                ? "Nghị định"
                                : code.contains("QĐ")
                                        ? "Quyết định"
                                        : code.contains("KH")
                                                ? "Kế hoạch"
                                                : code.contains("TTr")
                                                        ? "Tờ trình"
                                                        : code.contains("TT-") ? "Thông tư" : "Văn bản";
    }

    private static String capitalized(String kind) {
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    static String compact(String code) {
        return code.replaceAll("\\s", "").replace('–', '-');
    }
}
