package vn.tiendo.consolidation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.engine.Sentences;
import vn.tiendo.paper.Letterhead;
import vn.tiendo.paper.Paper;
import vn.tiendo.paper.Paper.Kind;
import vn.tiendo.paper.Paper.Signature;
import vn.tiendo.reporting.Round;

/** The committee's Báo cáo of a round. */
final class ConsolidationPaper {

    private ConsolidationPaper() {}

    /** @param code null and {@code today} too while it is not approved */
    static Paper of(
            Round round, @Nullable String code, @Nullable LocalDate today, Official signer, Directory directory) {
        var issuer = directory.committee();
        var superior =
                issuer.parent() == null ? null : directory.unit(issuer.parent()).name();
        var subject = round.title().replaceFirst("^Báo cáo (?=\\S)", "");
        return new Paper(
                Kind.REPORT,
                Letterhead.of(issuer, directory),
                code == null ? "/BC-UBND" : code,
                today,
                round.lastDay().getYear(),
                subject.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + subject.substring(1),
                null,
                List.of(),
                Paper.paragraphs(Objects.requireNonNullElse(round.content(), "")),
                List.of(),
                List.of(),
                Stream.concat(
                                Stream.ofNullable(superior).map(name -> name + Sentences.of("paper.toReport")),
                                Stream.of(Sentences.of("paper.kept")))
                        .toList(),
                Signature.of(signer.signatureBlock(), signer.name()),
                null);
    }
}
