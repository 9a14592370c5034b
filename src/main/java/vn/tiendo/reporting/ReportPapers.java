package vn.tiendo.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Unit;
import vn.tiendo.document.Series;
import vn.tiendo.document.Symbols;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.Sentences;
import vn.tiendo.paper.Letterhead;
import vn.tiendo.paper.Paper;
import vn.tiendo.paper.Paper.Kind;
import vn.tiendo.paper.Paper.Paragraph;
import vn.tiendo.paper.Paper.Signature;

/** The Báo cáo of a unit, and the committee's made of them. */
@Component
public class ReportPapers {

    private final Rounds rounds;
    private final Directory directory;
    private final Symbols symbols;

    ReportPapers(Rounds rounds, Directory directory, Symbols symbols) {
        this.rounds = rounds;
        this.directory = directory;
        this.symbols = symbols;
    }

    /** @param code and {@code day} null while nobody numbered it; {@code signer} as long as nobody approved it the plan's */
    public Paper consolidation(Round round, @Nullable String code, @Nullable LocalDate day, @Nullable Official signer) {
        var issuer = directory.committee();
        return new Paper(
                Kind.REPORT,
                Letterhead.of(issuer, directory),
                code == null ? "/" + symbols.of(issuer.code(), Series.BC) : code,
                day,
                round.lastDay().getYear(),
                subject(round),
                null,
                List.of(),
                Paper.paragraphs(Objects.requireNonNullElse(round.content(), "")),
                List.of(),
                List.of(),
                recipients(rounds.recipients(round)),
                signer == null ? Signature.of(null, "") : Signature.of(signer.committeeBlock(), signer.name()),
                null);
    }

    /** Of a unit, to the committee; the number is the unit's own and stays blank. */
    public Paper ofUnit(Report report, Round round) {
        var unit = directory.unit(report.answerable());
        var head = directory.headsOf(unit.code()).stream().findFirst();
        return new Paper(
                Kind.REPORT,
                Letterhead.of(unit, directory),
                "/BC",
                report.handedInAt() == null
                        ? null
                        : report.handedInAt().atZoneSameInstant(OfficeTime.ZONE).toLocalDate(),
                report.lastDay().getYear(),
                subject(round),
                directory.committee().name(),
                List.of(),
                text(report),
                List.of(),
                List.of(),
                recipients(List.of()),
                new Signature(
                        head.map(Official::title).map(List::of).orElse(List.of()),
                        head.map(Official::name).orElse("")),
                null);
    }

    private static List<Paragraph> text(Report report) {
        if (report.nil()) {
            return List.of(new Paragraph(Sentences.of("paper.report.nil")));
        }
        var text = new ArrayList<Paragraph>();
        section(text, "paper.report.results", report.content());
        section(text, "paper.report.difficulties", report.difficulties());
        section(text, "paper.report.proposals", report.proposals());
        section(text, "paper.report.explanation", report.explanation());
        return text;
    }

    private static void section(List<Paragraph> text, String title, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            text.add(new Paragraph(Sentences.of(title)));
            text.addAll(Paper.paragraphs(words));
        }
    }

    private static List<String> recipients(List<Unit> receivers) {
        var first = receivers.isEmpty()
                ? Stream.of(Sentences.of("paper.asAbove"))
                : receivers.stream().map(unit -> unit.name() + Sentences.of("paper.toReport"));
        return Stream.concat(first, Stream.of(Sentences.of("paper.kept"))).toList();
    }

    private static String subject(Round round) {
        var subject = round.title().replaceFirst("^Báo cáo (?=\\S)", "");
        return subject.substring(0, 1).toUpperCase(Locale.ROOT) + subject.substring(1);
    }
}
