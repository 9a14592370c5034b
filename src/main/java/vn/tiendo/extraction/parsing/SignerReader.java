package vn.tiendo.extraction.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.extraction.parsing.ExtractedPlan.Signer;

/** The signer's block: capacities (TM., KT., TL., TUQ., Q.), title, name; a scanner reads "KI." for "KT.". */
final class SignerReader {

    private static final Pattern CAPACITY = Pattern.compile(
            "^(TM|T/M|KT|K/T|KI|K1|TL|T/L|TUQ|Q)\\s?[.,]\\s?(?=\\p{Lu})|^(TM|T/M|KT|K/T|TUQ)\\s(?=\\p{Lu}{2,})");
    private static final Pattern TITLE = Pattern.compile(
            "^(?:QUYỀN |Q\\. ?)?(?:PHÓ |THƯỜNG TRỰC )*(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH|TRƯỞNG|CHỦ NHIỆM|HIỆU TRƯỞNG|BÍ THƯ|TỔNG|CỤC|VIỆN|THỦ TRƯỞNG|CHỈ HUY|ĐỘI TRƯỞNG|THƯ KÝ)[\\p{Lu} ,\\-–]*$");
    private static final Pattern NAME = Pattern.compile(
            "^(?:(?:TS|ThS|Ths|PGS|GS|BS|KS|CN)\\.\\s?)*(\\p{Lu}[\\p{Ll}]*(?:[ -]\\p{Lu}\\p{Ll}*){1,5})$");
    private static final Pattern NO_NAME = Pattern.compile("^(?:nơi nhận|phụ lục|lưu|kính gửi|đã ký|ký tên)");

    private SignerReader() {}

    /** A line of capitals that belongs to such a block. */
    static boolean isPart(Passage passage) {
        var text = passage.text();
        return CAPACITY.matcher(text).find()
                || TITLE.matcher(text).matches()
                || NAME.matcher(text).matches()
                || text.matches("NHÂN DÂN|DÂN");
    }

    /** @param near the passage Nơi nhận begins with: the block stands before, behind or between its lines */
    static @Nullable Signer read(List<Passage> passages, int near) {
        var first = Math.max(0, near - 8);
        var last = Math.min(passages.size(), near + 45);
        var capacities = new ArrayList<String>();
        String title = null;
        String name = null;
        Passage from = null;
        Passage to = null;
        var open = false;
        for (int i = first; i < last && name == null; i++) {
            for (var line : passages.get(i).cells()) {
                var text = line.text();
                if (NO_NAME.matcher(line.folded()).find()
                        && !line.folded().startsWith("nơi nhận")
                        && !line.folded().startsWith("lưu")
                        && !line.folded().contains("ký")) {
                    return from == null || to == null ? null : signer(capacities, title, name, from, to);
                }
                var capacity = CAPACITY.matcher(text);
                if (capacity.find()) {
                    capacities.add(prefix(capacity.group()) + " "
                            + text.substring(capacity.end()).strip());
                    open = true;
                } else if (TITLE.matcher(text).matches() && !(title != null && name == null && title.equals(text))) {
                    title = title == null ? text : title + " " + text;
                    open = false;
                } else if (open && Letters.isCapital(text) && text.length() < 40 && !text.startsWith("-")) {
                    capacities.set(capacities.size() - 1, capacities.get(capacities.size() - 1) + " " + text);
                } else if ((title != null || !capacities.isEmpty())
                        && NAME.matcher(text).matches()
                        && !Letters.isCapital(text)) {
                    name = text.replaceAll("^(?:(?:TS|ThS|Ths|PGS|GS|BS|KS|CN)\\.\\s?)+", "");
                } else {
                    continue;
                }
                from = from == null ? line : from;
                to = line;
            }
        }
        return from == null || to == null ? null : signer(capacities, title, name, from, to);
    }

    private static Signer signer(
            List<String> capacities, @Nullable String title, @Nullable String name, Passage from, Passage to) {
        return new Signer(
                List.copyOf(capacities),
                title,
                name,
                new ExtractedPlan.Source(
                        from.source().from(),
                        Math.max(to.source().to(), from.source().to())),
                name == null || title == null ? 0.5 : 0.95);
    }

    private static String prefix(String found) {
        var letters = found.replaceAll("[\\s.,/]", "");
        return (letters.equals("KI") || letters.equals("K1") ? "KT" : letters) + ".";
    }
}
