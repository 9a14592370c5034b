package vn.tiendo.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;

/** What a plan's own words contradict or leave out. */
final class PlanWording {

    /** A law is cited by its name alone, all others with number and date (Decree 30/2020/NĐ-CP, annex I). */
    private static final Pattern KIND = Pattern.compile(
            "(Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Kế hoạch|Chương trình|Hướng dẫn|Kết luận|Công văn|Tờ trình|Thông báo|Báo cáo|Quy định)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern NUMBER = Pattern.compile("\\d+[\\d\\p{L}]*\\s?[-/]\\s?[\\p{Lu}\\d][\\p{L}\\d/&.-]*");
    private static final Pattern DATE = Pattern.compile(
            "ngày\\s+(\\d{1,2})(?:\\s*[/.-]\\s*|\\s+tháng\\s+)(\\d{1,2})(?:\\s*[/.-]\\s*|\\s+năm\\s+)(\\d{4})");
    private static final Pattern CITED =
            Pattern.compile("(" + NUMBER.pattern() + "),?\\s+" + DATE.pattern(), Pattern.UNICODE_CASE);
    private static final Pattern YEAR = Pattern.compile("năm\\s+(20\\d\\d)");
    private static final Pattern DEADLINE = Pattern.compile(
            "(?:trước|chậm nhất|muộn nhất|đến hết)\\s+(?:là\\s+)?ngày\\s+(\\d{1,2})\\s*/\\s*(\\d{1,2})");
    private static final Pattern SECTION = Pattern.compile("([IVXLC]+)\\.\\s.*");
    private static final Pattern POINT = Pattern.compile("(\\d{1,2})\\.\\s.*");
    private static final Pattern LETTER = Pattern.compile("([a-zđ])\\)\\s.*");
    private static final String ALPHABET = "abcdđeghiklmnopqrstuvxy";
    private static final List<String> ROMAN = List.of(
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
            "XVII", "XVIII", "XIX", "XX");

    private PlanWording() {}

    static List<String> read(Plan plan, Draft draft) {
        var findings = new ArrayList<String>();
        bases(draft.bases(), findings);
        end(plan.content(), findings);
        twoDates(plan, draft, findings);
        years(plan, draft, findings);
        deadlines(plan.content(), draft.duties(), findings);
        numbering(plan.content().strip().lines().map(String::strip).toList(), findings);
        return findings;
    }

    private static void bases(List<String> bases, List<String> findings) {
        for (var at = 0; at < bases.size(); at++) {
            var basis = bases.get(at).strip();
            var wanted = at == bases.size() - 1 ? "." : ";";
            if (basis.matches(".*[.;,:]") && !basis.endsWith(wanted)) {
                findings.add(Sentences.of("check.basisEnd", at + 1, wanted));
            }
            if (KIND.matcher(basis).find() && !NUMBER.matcher(basis).find()) {
                findings.add(Sentences.of("check.basisNoNumber", basis));
            } else if (KIND.matcher(basis).find() && !DATE.matcher(basis).find()) {
                findings.add(Sentences.of("check.basisNoDate", basis));
            }
        }
    }

    private static void end(String content, List<String> findings) {
        var text = content.strip();
        if (text.indexOf("./.") >= 0 && text.indexOf("./.") < text.length() - 3) {
            findings.add(Sentences.of("check.endInside"));
        }
    }

    /** The same number with two dates, wherever it is cited; the Tờ trình the plan rests on counts too. */
    private static void twoDates(Plan plan, Draft draft, List<String> findings) {
        var dates = new LinkedHashMap<String, Set<String>>();
        dates.computeIfAbsent(plan.proposalNumber(), number -> new LinkedHashSet<>())
                .add(Entries.print(plan.proposalDate()));
        texts(plan, draft).forEach(text -> {
            var cited = CITED.matcher(text);
            while (cited.find()) {
                dates.computeIfAbsent(cited.group(1).replace(" ", ""), number -> new LinkedHashSet<>())
                        .add(date(cited));
            }
        });
        dates.forEach((number, days) -> {
            if (days.size() > 1) {
                findings.add(Sentences.of("check.twoDates", number, String.join(", ", days)));
            }
        });
    }

    private static String date(Matcher cited) {
        return "%02d/%02d/%s"
                .formatted(Integer.parseInt(cited.group(2)), Integer.parseInt(cited.group(3)), cited.group(4));
    }

    private static Stream<String> texts(Plan plan, Draft draft) {
        return Stream.of(
                        draft.bases().stream(),
                        Stream.of(plan.content(), plan.proposalSummary()),
                        draft.assignments().stream().map(Draft.Assignment::text))
                .flatMap(part -> part);
    }

    private static void years(Plan plan, Draft draft, List<String> findings) {
        var named = YEAR.matcher(plan.subject());
        if (named.find() && Integer.parseInt(named.group(1)) != plan.year()) {
            findings.add(Sentences.of("check.subjectYear", named.group(1), plan.year()));
        }
        for (var duty : draft.duties()) {
            for (var term : duty.terms()) {
                var date = term.date();
                if (date != null && date.getYear() != plan.year() && date.getYear() != plan.year() + 1) {
                    findings.add(Sentences.of("check.termYear", duty.name(), Entries.print(date), plan.year()));
                }
            }
        }
    }

    /** A deadline for a report in the text that the list of duties does not know, and no round would ever be opened for. */
    private static void deadlines(String content, List<ReportingDuty> duties, List<String> findings) {
        var known = duties.stream()
                .flatMap(duty -> duty.terms().stream())
                .flatMap(term -> Stream.of(term.date(), term.officeDate(), term.superiorDate()))
                .filter(Objects::nonNull)
                .map(date -> date.getDayOfMonth() + "/" + date.getMonthValue())
                .toList();
        content.lines().filter(line -> line.contains("áo cáo")).forEach(line -> {
            var deadline = DEADLINE.matcher(line);
            while (deadline.find()) {
                var day = Integer.parseInt(deadline.group(1)) + "/" + Integer.parseInt(deadline.group(2));
                if (!known.contains(day)) {
                    findings.add(Sentences.of("check.deadlineOnlyInText", day));
                }
            }
        });
    }

    private static void numbering(List<String> lines, List<String> findings) {
        Map<Pattern, Integer> last = new LinkedHashMap<>();
        for (var line : lines) {
            if (next(SECTION, line, last, findings)) {
                last.remove(POINT);
                last.remove(LETTER);
            } else if (next(POINT, line, last, findings)) {
                last.remove(LETTER);
            } else {
                next(LETTER, line, last, findings);
            }
        }
    }

    private static boolean next(Pattern pattern, String line, Map<Pattern, Integer> last, List<String> findings) {
        var found = pattern.matcher(line);
        if (!found.matches()) {
            return false;
        }
        var written = found.group(1);
        var place = pattern == SECTION
                ? ROMAN.indexOf(written) + 1
                : pattern == POINT ? Integer.parseInt(written) : ALPHABET.indexOf(written) + 1;
        var before = last.put(pattern, place);
        if (place > 1 && place != (before == null ? 0 : before) + 1) {
            findings.add(Sentences.of("check.numbering", line.length() > 60 ? line.substring(0, 60) + "…" : line));
        }
        return true;
    }
}
