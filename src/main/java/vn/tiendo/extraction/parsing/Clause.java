package vn.tiendo.extraction.parsing;

import java.util.List;
import vn.tiendo.extraction.parsing.ExtractedPlan.Source;

/** A part of a paragraph that says one thing, with the time limits in it. */
record Clause(Statement statement, int from, int to, List<Deadline> limits) {

    String words() {
        return statement.passage().folded().substring(from, to);
    }

    String text(int start, int end) {
        return statement.passage().text().substring(start, end).strip();
    }

    Source source() {
        var part = statement.passage().trimmed(from, to);
        return part.isEmpty() ? statement.passage().source() : part.source();
    }
}
