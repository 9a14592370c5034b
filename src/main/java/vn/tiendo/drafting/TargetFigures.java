package vn.tiendo.drafting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.tiendo.engine.Sentences;
import vn.tiendo.plan.Draft.Assignment;
import vn.tiendo.plan.ReportingDuty;
import vn.tiendo.plan.ReportingDuty.Figure;
import vn.tiendo.plan.ReportingDuty.Gathering;

/** The targets of a plan are asked for as figures of its first report, unless the drafter asks for figures himself. */
final class TargetFigures {

    private static final int LONGEST_NAME = 300;

    /** "100%", "85,5 %"; else "12 cuộc". Not the year of "năm 2026". */
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:,\\d{1,2})?)\\s*%");

    private static final Pattern COUNT = Pattern.compile(
            "(?<!(?i:năm|tháng|quý|số|lần thứ) )(?<![\\d/.,])(\\d{1,3}(?:\\.\\d{3})+|\\d{1,6})\\s+(\\p{Ll}+)",
            Pattern.UNICODE_CASE);

    private TargetFigures() {}

    static List<ReportingDuty> in(List<ReportingDuty> duties, List<Assignment> tasks) {
        var targets = tasks.stream()
                .filter(task -> task.kind() == Assignment.Kind.TARGET)
                .toList();
        if (targets.isEmpty()
                || duties.stream().anyMatch(duty -> !duty.figures().isEmpty())) {
            return duties;
        }
        var figures = new ArrayList<Figure>();
        targets.forEach(target -> figures.add(figure(target.text(), figures.size() + 1)));
        var first = duties.stream()
                .filter(duty -> !duty.isSelfAssessment() && duty.mergedInto() == null)
                .findFirst();
        return duties.stream()
                .map(duty -> first.filter(duty::equals).isPresent() ? duty.with(figures) : duty)
                .toList();
    }

    private static Figure figure(String text, int number) {
        var name = text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME - 1) + "…" : text;
        var share = SHARE.matcher(text);
        if (share.find()) {
            return new Figure(number, name, "%", new BigDecimal(share.group(1).replace(',', '.')), Gathering.LAST);
        }
        var count = COUNT.matcher(text);
        if (count.find()) {
            return new Figure(
                    number, name, count.group(2), new BigDecimal(count.group(1).replace(".", "")), Gathering.SUM);
        }
        return new Figure(number, name, Sentences.of("draft.targetMeasure"), null, Gathering.LAST);
    }
}
