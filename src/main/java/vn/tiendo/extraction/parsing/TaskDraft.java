package vn.tiendo.extraction.parsing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.extraction.parsing.ExtractedPlan.Assignment;
import vn.tiendo.extraction.parsing.ExtractedPlan.Assignment.Kind;
import vn.tiendo.extraction.parsing.ExtractedPlan.Source;

/** A task while its lines are still being read. */
final class TaskDraft {

    final String ref;
    final Passage passage;
    String text;
    Kind kind = Kind.NONE;
    List<String> leads = new ArrayList<>();
    List<String> coordinators = new ArrayList<>();

    @Nullable
    String time;

    @Nullable
    LocalDate due;

    double confidence = 0.5;
    private int to;

    TaskDraft(String ref, Passage passage, String text) {
        this.ref = ref;
        this.passage = passage;
        this.text = text;
        this.to = passage.source().to();
    }

    void label(Labels labels, Passage line, @Nullable Integer year) {
        if (labels.lead() != null) {
            leads = Units.split(labels.lead());
            kind = Kind.EXPLICIT;
            confidence = 0.9;
        }
        if (labels.coordinators() != null) {
            coordinators = Units.split(labels.coordinators());
        }
        if (labels.time() != null) {
            time = labels.time();
            due = dueOf(time, year);
        }
        to = Math.max(to, line.source().to());
    }

    static @Nullable LocalDate dueOf(String time, @Nullable Integer year) {
        var folded = Letters.fold(time);
        var limits = Deadline.in(folded, 0, folded.length(), year);
        return limits.size() == 1 ? limits.get(0).date() : null;
    }

    Assignment done() {
        return new Assignment(
                ref,
                text,
                kind,
                List.copyOf(leads),
                List.copyOf(coordinators),
                time,
                due,
                new Source(passage.source().from(), to),
                confidence);
    }
}
