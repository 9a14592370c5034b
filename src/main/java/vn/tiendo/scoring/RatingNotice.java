package vn.tiendo.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.paper.Letterhead;
import vn.tiendo.paper.Paper;
import vn.tiendo.paper.Paper.Column;
import vn.tiendo.paper.Paper.Kind;
import vn.tiendo.paper.Paper.Level;
import vn.tiendo.paper.Paper.Paragraph;
import vn.tiendo.paper.Paper.Row;
import vn.tiendo.paper.Paper.Signature;
import vn.tiendo.paper.Paper.Table;
import vn.tiendo.plan.Plan;

/** Thông báo kết quả xếp loại: the units of a plan whose rating was confirmed. */
@Component
public class RatingNotice {

    private final Assessments assessments;
    private final Directory directory;

    RatingNotice(Assessments assessments, Directory directory) {
        this.assessments = assessments;
        this.directory = directory;
    }

    /** None while no rating is confirmed. */
    public Optional<Paper> of(Plan plan) {
        var names = directory.names();
        var rows = new ArrayList<Row>();
        for (var assessment : assessments.ofPlan(plan.id())) {
            if (assessment.rating() != null
                    && assessment.points() != null
                    && assessment.state().compareTo(Assessment.State.CONFIRMED) >= 0) {
                rows.add(new Row(
                        Level.LINE,
                        List.of(
                                String.valueOf(rows.size() + 1),
                                names.getOrDefault(assessment.unit(), assessment.unit()),
                                Entries.print(assessment.points()),
                                Sentences.of("rating." + assessment.rating()))));
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(paper(plan, rows));
    }

    private Paper paper(Plan plan, List<Row> rows) {
        var signer = plan.signer() == null ? null : directory.official(plan.signer());
        return new Paper(
                Kind.NOTICE,
                Letterhead.of(directory.committee(), directory),
                "/TB-UBND",
                null,
                plan.year(),
                Sentences.of("paper.notice.subject", plan.year()),
                null,
                List.of(),
                List.of(new Paragraph(Sentences.of(
                        "paper.notice.opening", directory.committee().name(), plan.title()))),
                List.of(new Table(
                        "ratings",
                        null,
                        List.of(
                                new Column(Sentences.of("paper.number"), 11, true),
                                new Column(Sentences.of("paper.unit"), 0, false),
                                new Column(Sentences.of("paper.points"), 22, true),
                                new Column(Sentences.of("paper.rating"), 52, false)),
                        rows)),
                List.of(new Paragraph(Sentences.of(
                        "paper.notice.closing", directory.committee().name()))),
                List.of(Sentences.of("paper.notice.units"), Sentences.of("paper.kept")),
                signer == null ? Signature.of(null, "") : Signature.of(signer.signatureBlock(), signer.name()),
                null);
    }
}
