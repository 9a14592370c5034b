package vn.tiendo.extraction;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.form.Entries;
import vn.tiendo.plan.Draft;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.ReportingDuty;

/**
 * An earlier plan as a start for another year: its own dates move along, numbers and days that every year brings anew are blank,
 * laws keep theirs, and a basis that is no longer in force says so.
 */
record NextYear(int from, int to, List<Repeal> repeals) {

    private static final String CODE = "(\\d{1,5})(\\s?(?:/\\s?\\d{4})?\\s?[/-]\\s?\\p{Lu}[\\p{L}\\d/-]*)";
    private static final Pattern OF_A_DOCUMENT =
            Pattern.compile("\\d\\s?[/-]\\s?\\p{Lu}[\\p{L}\\d/-]*,?\\s*ngày\\s+\\d{1,2}\\s+tháng\\s+\\d{1,2}\\s+$");
    private static final Pattern YEARLY = Pattern.compile(
            "((?:Kế hoạch|Chương trình|Tờ trình|Công văn|Hướng dẫn|Thông báo|Quyết định)(?:\\s[\\p{L},]+){0,6}?\\s)số\\s*"
                    + CODE
                    + "(,?\\s*ngày\\s+)(\\d{1,2}[/.-]\\d{1,2}[/.-](\\d{4})|\\d{1,2} tháng \\d{1,2} năm (\\d{4}))");

    Start of(Plan plan, Draft draft) {
        return new Start(
                moved(plan.subject()),
                to,
                draft.bases().stream().map(this::basis).toList(),
                moved(plan.content()),
                draft.assignments().stream().map(this::task).toList(),
                draft.recipients().stream()
                        .map(it -> new Recipient(it.text(), it.role().name(), it.units(), it.address(), it.receipt()))
                        .toList(),
                draft.duties().stream().map(this::duty).toList(),
                plan.signer());
    }

    /** Years named in the words, also those of days and quarters; a document's own number and date stay. */
    String moved(String words) {
        var own = Pattern.compile(
                "(?<![\\d/-])((?:năm|quý [IViv]+|tháng \\d{1,2})(?:\\s|\\s?/\\s?)|(?:trước|chậm nhất|muộn nhất|đến|hết|vào)(?: (?:là|ngày|hết|vào))* \\d{1,2}[/.-]\\d{1,2}[/.-])"
                        + from + "(?!\\d|\\s?[-–]\\s?\\d)");
        return own.matcher(words)
                .replaceAll(it ->
                        Matcher.quoteReplacement(isOfADocument(words, it.start()) ? it.group() : it.group(1) + to));
    }

    /** "số 24/KH-UBND ngày 31 tháng 01 năm 2023": the year of a document's day. */
    private static boolean isOfADocument(String words, int at) {
        return OF_A_DOCUMENT.matcher(words.substring(Math.max(0, at - 80), at)).find();
    }

    Basis basis(String text) {
        var hit = Repeals.of(text, repeals).orElse(null);
        var yearly = YEARLY.matcher(text);
        var blank = yearly.replaceAll(it -> {
            var year = it.group(6) == null ? it.group(7) : it.group(6);
            var fresh = Integer.parseInt(year) >= from - 1 && text.contains("năm " + from);
            return Matcher.quoteReplacement(
                    fresh ? it.group(1) + "số …" + it.group(3) + it.group(4) + "…/…/" + to : it.group());
        });
        return new Basis(moved(blank), hit);
    }

    private Task task(Draft.Assignment task) {
        return new Task(
                moved(task.text()),
                task.kind().name(),
                task.lead(),
                task.coLeads(),
                task.partners(),
                task.coordinators(),
                date(task.due()),
                task.timeText() == null ? null : moved(task.timeText()));
    }

    private Duty duty(ReportingDuty duty) {
        return new Duty(
                moved(duty.name()),
                duty.period().name(),
                duty.operator().name(),
                duty.terms().stream()
                        .map(it -> new Term(
                                it.label() == null ? null : moved(it.label()),
                                date(it.date()),
                                date(it.cutOff()),
                                date(it.officeDate()),
                                date(it.superiorDate())))
                        .toList(),
                duty.reporters(),
                duty.recipients(),
                duty.channels(),
                duty.method().name(),
                duty.outline() == null ? null : moved(duty.outline()),
                duty.scheme(),
                duty.mergedInto() == null ? null : String.valueOf(duty.mergedInto()),
                duty.figures().stream()
                        .map(it -> new Figure(
                                it.name(), it.measure(), null, it.gathering().name()))
                        .toList());
    }

    private @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : Entries.print(date.plusYears((long) to - from));
    }

    /** The content of the drafting form; dates as dd/MM/yyyy. */
    record Start(
            String subject,
            int year,
            List<Basis> bases,
            String content,
            List<Task> tasks,
            List<Recipient> recipients,
            List<Duty> duties,
            @Nullable String signer) {}

    record Basis(String text, @Nullable Repeal repealed) {}

    record Task(
            String text,
            String kind,
            @Nullable String lead,
            List<String> coLeads,
            List<String> partners,
            @Nullable String coordinators,
            @Nullable String due,
            @Nullable String timeText) {}

    record Recipient(
            String text,
            String role,
            List<String> units,
            @Nullable String address,
            boolean receipt) {}

    record Duty(
            String name,
            String period,
            String operator,
            List<Term> terms,
            List<String> reporters,
            List<String> recipients,
            List<String> channels,
            String method,
            @Nullable String outline,
            @Nullable String scheme,
            @Nullable String mergedInto,
            List<Figure> figures) {}

    record Term(
            @Nullable String label,
            @Nullable String date,
            @Nullable String cutOff,
            @Nullable String officeDate,
            @Nullable String superiorDate) {}

    record Figure(String name, String measure, @Nullable String target, String gathering) {}
}
