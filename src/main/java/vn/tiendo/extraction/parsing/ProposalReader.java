package vn.tiendo.extraction.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.tiendo.extraction.parsing.ExtractedPlan.Found;
import vn.tiendo.extraction.parsing.ExtractedPlan.Source;

/** Reads the text of a Tờ trình: number, date, unit, subject and what it proposes. */
public final class ProposalReader {

    private static final Pattern ADDRESSEE = Pattern.compile("^(?:-\\s*)?kính gửi");
    private static final Pattern PROPOSES =
            Pattern.compile("(?<!\\p{L})(?:kính )?(?:đề nghị|trình|đề xuất|kiến nghị)(?!\\p{L})");
    private static final Pattern POLITE_END = Pattern.compile(
            "^(?:trân trọng|rất mong|kính mong|xin trân trọng)|^.{0,60}(?:xem xét, quyết định|xem xét, phê duyệt)\\.?/?\\.?$");

    private ProposalReader() {}

    public static ExtractedProposal read(String text) {
        var passages = Passages.of(text);
        if (passages.isEmpty()) {
            return new ExtractedProposal(null, null, null, null, null, List.of());
        }
        var head = HeadReader.proposal(passages);
        var found = new ArrayList<>(head.found());
        var proposed = proposed(passages, head.bodyAt(), RecipientReader.start(passages));
        if (!proposed.isEmpty()) {
            var clear = proposed.stream()
                    .anyMatch(it -> PROPOSES.matcher(it.folded()).find());
            found.add(new Found(
                    "summary",
                    new Source(
                            proposed.get(0).source().from(),
                            proposed.get(proposed.size() - 1).source().to()),
                    clear ? 0.7 : 0.4));
        }
        return new ExtractedProposal(
                head.code,
                head.date,
                head.issuingBody,
                head.subject,
                proposed.isEmpty() ? null : proposed.stream().map(Passage::text).collect(Collectors.joining("\n")),
                found);
    }

    /** Everything between the addressee and the signature but the bases and the courtesies. */
    private static List<Passage> proposed(List<Passage> passages, int from, int to) {
        return passages.subList(Math.min(from, to), to).stream()
                .filter(it -> !it.isRow() && !SignerReader.isPart(it))
                .filter(it ->
                        !ADDRESSEE.matcher(it.folded()).find() && !it.folded().startsWith("căn cứ"))
                .filter(it -> !POLITE_END.matcher(it.folded()).find())
                .toList();
    }
}
