package vn.tiendo.extraction.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.extraction.parsing.ExtractedPlan.LegalBasis;
import vn.tiendo.extraction.parsing.ExtractedPlan.Proposal;

/** The opening paragraphs: "Căn cứ …;", "Thực hiện …;", "Xét đề nghị của … tại Tờ trình …". */
final class BasisReader {

    static final Pattern OPENS = Pattern.compile(
            "^(?:-\\s*)?(?:căn cứ|xét|theo đề nghị|trên cơ sở|thực hiện (?:các )?(?:luật|bộ luật|pháp lệnh|nghị|thông|chỉ thị|kết luận|quyết|quy |kế hoạch (?:số|phối hợp|của)|chương trình (?:số|phối hợp|hành động)|hướng dẫn|công văn|công điện|văn bản|đề án|tờ trình|ý kiến|nhiệm vụ|chức năng)|tiếp tục thực hiện (?:nghị|chỉ|kết|quyết|kế hoạch số)|triển khai (?:thực hiện )?(?:luật|nghị|chỉ|kết luận|quyết định|kế hoạch số)|để (?:triển khai|thực hiện)|nhằm |theo (?:chỉ đạo|công văn|kế hoạch|hướng dẫn|quyết định))");
    private static final Pattern SUBMITTED_BY =
            Pattern.compile("đề nghị của\\s+(?:đồng chí |ông |bà )?(.+?)\\s+(?:tại|theo|\\()");
    private static final Pattern LINE_END = Pattern.compile(";|\\.(?=\\s+\\p{Lu})|\\.$|:$");

    private final List<LegalBasis> bases = new ArrayList<>();
    private @Nullable Proposal proposal;

    static BasisReader read(List<Passage> opening) {
        var reader = new BasisReader();
        opening.forEach(reader::read);
        return reader;
    }

    List<LegalBasis> bases() {
        return bases;
    }

    @Nullable
    Proposal proposal() {
        return proposal;
    }

    private void read(Passage paragraph) {
        if (!OPENS.matcher(paragraph.folded()).find()) {
            return;
        }
        int from = 0;
        var ends = LINE_END.matcher(paragraph.text());
        while (from < paragraph.text().length()) {
            var to = ends.find() ? ends.start() : paragraph.text().length();
            if (from > 0 && !isCitation(paragraph.text().substring(from, to))) {
                return; // what follows says what the office does, not what it rests on
            }
            line(paragraph, from, to);
            from = to + 1;
        }
    }

    private static boolean isCitation(String part) {
        return !Pattern.compile(
                                "(?:xây dựng|ban hành|đề ra|lập)\\s+(?:kế hoạch|chương trình)",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(part)
                        .find()
                || part.matches(
                        "(?s)^\\s*(?:Kế hoạch|Quyết định|Nghị quyết|Chỉ thị|Luật|Nghị định|Chương trình|Thông tư|Hướng dẫn|Công văn)\\s.*");
    }

    private void line(Passage paragraph, int from, int to) {
        var cited = DocumentNames.in(paragraph, from, to);
        for (int i = 0; i < cited.size(); i++) {
            var document = cited.get(i);
            var start = i == 0 ? from : document.from();
            var end = i + 1 < cited.size() ? cited.get(i + 1).from() : to;
            var line = paragraph.trimmed(start, end);
            var known = document.code() != null && document.date() != null;
            if (bases.stream().anyMatch(it -> it.code() != null && it.code().equals(document.code()))) {
                continue;
            }
            bases.add(new LegalBasis(
                    document.kind(),
                    document.code(),
                    document.date(),
                    issuer(paragraph, from, to, document),
                    line.text().replaceAll("(?:,|\\svà)?$", ""),
                    line.source(),
                    known ? 0.95 : document.code() == null ? 0.4 : 0.7));
            if (document.kind().equals("Tờ trình") && document.code() != null) {
                var unit = issuer(paragraph, from, to, document);
                proposal = new Proposal(
                        document.code(),
                        document.date(),
                        unit,
                        line.source(),
                        unit == null || document.date() == null ? 0.6 : 0.95);
            }
        }
    }

    private static @Nullable String issuer(Passage paragraph, int from, int to, DocumentNames.Cited document) {
        if (document.issuer() != null || !document.kind().equals("Tờ trình")) {
            return document.issuer();
        }
        var by = SUBMITTED_BY.matcher(paragraph.folded()).region(from, to);
        return by.find() ? paragraph.text().substring(by.start(1), by.end(1)) : null;
    }
}
