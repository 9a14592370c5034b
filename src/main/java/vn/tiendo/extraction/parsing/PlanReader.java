package vn.tiendo.extraction.parsing;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.extraction.parsing.ExtractedPlan.Content;
import vn.tiendo.extraction.parsing.ExtractedPlan.Source;

/** Reads the text of a plan. */
public final class PlanReader {

    private PlanReader() {}

    public static ExtractedPlan read(String text) {
        var passages = Passages.of(text);
        if (passages.isEmpty()) {
            return new ExtractedPlan(
                    null, null, null, null, null, null, null, null, List.of(), List.of(), List.of(), List.of(),
                    List.of(), null, List.of());
        }
        var head = HeadReader.plan(passages);
        var recipientsAt = RecipientReader.start(passages);
        var signer = SignerReader.read(passages, recipientsAt);
        var bodyAt = bodyAt(passages, head.bodyAt());
        var bases = BasisReader.read(passages.subList(head.bodyAt(), bodyAt));
        var tasks = TaskReader.read(body(passages, bodyAt, recipientsAt), head.year);
        var duties = DutyReader.read(tasks.statements(), head.year, head.selfName);
        return new ExtractedPlan(
                head.issuingBody,
                head.code,
                head.place,
                head.date,
                head.subject,
                head.year,
                bases.proposal(),
                content(passages, bodyAt, recipientsAt),
                bases.bases(),
                tasks.tasks(),
                duties.duties(),
                duties.others(),
                RecipientReader.read(passages, recipientsAt),
                signer,
                head.found());
    }

    /** The first heading behind the bases. */
    private static int bodyAt(List<Passage> passages, int from) {
        for (int i = from; i < passages.size(); i++) {
            var marker = Marker.of(passages.get(i).text());
            if (passages.get(i).isRow() || (marker != null && marker.level() != Marker.Level.DASH)) {
                return i;
            }
        }
        return Math.min(from, passages.size());
    }

    private static @Nullable Content content(List<Passage> passages, int from, int recipientsAt) {
        var paragraphs = passages.subList(from, Math.max(from, Math.min(recipientsAt, passages.size()))).stream()
                .filter(it -> !it.isRow() && !SignerReader.isPart(it))
                .toList();
        if (paragraphs.isEmpty()) {
            return null;
        }
        var source = new Source(
                paragraphs.get(0).source().from(),
                paragraphs.get(paragraphs.size() - 1).source().to());
        return new Content(paragraphs.stream().map(Passage::text).collect(Collectors.joining("\n")), source, 0.7);
    }

    /** The text down to the signature, and the annexes behind it. */
    private static List<Passage> body(List<Passage> passages, int from, int recipientsAt) {
        var end = Math.max(from, Math.min(recipientsAt, passages.size()));
        var body = new java.util.ArrayList<>(passages.subList(from, end).stream()
                .filter(it -> !SignerReader.isPart(it))
                .toList());
        for (int i = end; i < passages.size(); i++) {
            if (passages.get(i).folded().matches("(?:phụ lục|biểu|danh mục).*")) {
                body.addAll(passages.subList(i, passages.size()));
                break;
            }
        }
        return body;
    }
}
