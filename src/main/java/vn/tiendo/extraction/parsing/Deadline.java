package vn.tiendo.extraction.parsing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.extraction.parsing.ExtractedPlan.Operator;

/**
 * A time limit in a sentence, with its place in the passage.
 *
 * @param date the day named, the last day of a named month or quarter; null for a day of every month
 */
record Deadline(Operator operator, @Nullable LocalDate date, int from, int to) {

    private static final Pattern DATED = Pattern.compile(
            "(?<!\\p{L})(trước và trong|trước|chậm nhất|muộn nhất|hạn cuối|hạn chót|thời hạn|không quá|đến hết|hết|đến|vào)"
                    + "((?: (?:là|đến|vào|trước|hết|ngày|trong)|:)*)\\s+(?:ngày\\s+)?" + Dates.DAY);
    private static final Pattern MONTHLY = Pattern.compile(
            "(?<!\\p{L})(?:trước|chậm nhất|muộn nhất|vào|từ)?(?: (?:là|vào|trước))* ?ngày (?:mùng )?\\d{1,2}(?: của)? (?:hằng|hàng|mỗi|các) tháng|(?<!\\p{L})(?:trước|chậm nhất|muộn nhất|vào)(?: (?:là|vào|trước))* ?ngày (?:mùng )?\\d{1,2} (?:của )?tháng (?:cuối|đầu|cuối cùng)[^,.;()]{0,20}quý|(?<!\\p{L})(?:trước|chậm nhất|muộn nhất|vào)(?: (?:là|vào|trước))* ngày (?:mùng )?\\d{1,2}(?!\\d|\\s?[/.-]\\s?\\d|\\s(?:của )?tháng)");
    private static final Pattern QUARTER = Pattern.compile(
            "(trước|xong|hoàn thành|trong|chậm nhất|đến hết|hết|cuối|^|\\t|thời gian(?: thực hiện| hoàn thành)?:)\\s*(?:trong\\s+)?quý\\s+((?:iv|i{1,3}|[1-4])(?:\\s?[,-]\\s?(?:quý\\s+)?(?:iv|i{1,3}|[1-4])(?!\\p{L}))*)(?!\\p{L})(?:\\s?[/-]\\s?(\\d{4})|\\s+năm\\s+(\\d{4}))?");
    private static final Pattern MONTH = Pattern.compile(
            "(trong|hoàn thành|xong|trước|chậm nhất|đến hết|hết|cuối|^|\\t|thời gian(?: thực hiện| hoàn thành)?:)\\s*(?:trong\\s+)?tháng\\s+(\\d{1,2})(?:\\s?-\\s?(?:tháng\\s+)?(\\d{1,2}))?(?:\\s?/\\s?(\\d{4})|\\s+năm\\s+(\\d{4}))?(?![\\d/])");

    /** All time limits of a passage between two places, in their order; documents' dates are none. */
    static List<Deadline> in(String folded, int from, int to, @Nullable Integer planYear) {
        var found = new ArrayList<Deadline>();
        dated(folded, from, to, planYear, found);
        var monthly = MONTHLY.matcher(folded).region(from, to);
        while (monthly.find()) {
            found.add(new Deadline(Operator.RECURRING, null, monthly.start(), monthly.end()));
        }
        spans(folded, from, to, planYear, found);
        found.sort(Comparator.comparingInt(Deadline::from));
        return found;
    }

    private static void dated(String folded, int from, int to, @Nullable Integer planYear, List<Deadline> found) {
        var dated = DATED.matcher(folded).region(from, to);
        while (dated.find()) {
            var date = Dates.read(dated.toMatchResult(), 3, planYear);
            var words = dated.group(1) + dated.group(2);
            if (date == null || folded.startsWith("tính ", Math.max(0, dated.start() - 5))) {
                continue;
            }
            found.add(new Deadline(operator(words), date, dated.start(), dated.end()));
        }
    }

    private static Operator operator(String words) {
        if (words.contains("chậm nhất")
                || words.contains("muộn nhất")
                || words.contains("hết")
                || words.contains("không quá")
                || words.contains("trước và trong")
                || words.startsWith("hạn")) {
            return Operator.ON_OR_BEFORE;
        }
        if (words.contains("trước")) {
            return Operator.BEFORE;
        }
        return words.startsWith("vào") ? Operator.AT : Operator.ON_OR_BEFORE;
    }

    private static void spans(String folded, int from, int to, @Nullable Integer planYear, List<Deadline> found) {
        var quarter = QUARTER.matcher(folded).region(from, to);
        while (quarter.find()) {
            var year = year(quarter.group(3), quarter.group(4), planYear);
            if (year != null) {
                add(found, quarter.group(1), year, 3 * lastQuarter(quarter.group(2)), quarter.start(), quarter.end());
            }
        }
        var month = MONTH.matcher(folded).region(from, to);
        while (month.find()) {
            var year = year(month.group(4), month.group(5), planYear);
            var last = Integer.parseInt(month.group(3) == null ? month.group(2) : month.group(3));
            var named = month.group(4) != null
                    || month.group(5) != null
                    || !month.group(1).isBlank()
                    || from == month.start()
                    || folded.length() - month.end() < 3;
            if (year != null && last >= 1 && last <= 12 && named) {
                add(found, month.group(1), year, last, month.start(), month.end());
            }
        }
    }

    private static void add(List<Deadline> found, String word, int year, int month, int from, int to) {
        var before = word.startsWith("trước");
        var date = before ? LocalDate.of(year, month, 1) : Dates.endOfMonth(year, month);
        found.add(new Deadline(before ? Operator.BEFORE : Operator.WITHIN, date, from, to));
    }

    private static int lastQuarter(String quarters) {
        var last = quarters.replaceAll("quý", " ").strip().split("[\\s,-]+");
        return switch (last[last.length - 1]) {
            case "i", "1" -> 1;
            case "ii", "2" -> 2;
            case "iii", "3" -> 3;
            default -> 4;
        };
    }

    private static @Nullable Integer year(
            @Nullable String slashed, @Nullable String worded, @Nullable Integer otherwise) {
        var year = slashed == null ? worded : slashed;
        return year == null ? otherwise : Integer.valueOf(year);
    }
}
