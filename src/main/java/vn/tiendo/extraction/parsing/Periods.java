package vn.tiendo.extraction.parsing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.tiendo.extraction.parsing.ExtractedPlan.Period;

/** How often: "hằng tháng", "quý", "06 tháng đầu năm", "9 tháng", "báo cáo năm", "đột xuất". */
final class Periods {

    private static final Map<Period, Pattern> WORDS = new EnumMap<>(Map.of(
            Period.MONTHLY, Pattern.compile("(?:hằng|hàng|mỗi|từng) tháng|báo cáo tháng(?! \\d)"),
            Period.QUARTERLY,
                    Pattern.compile(
                            "(?:hằng|hàng|mỗi|từng) quý|báo cáo (?:kết quả )?quý|(?<=, )quý(?=[,\\s)])|(?<=tháng và )quý|(?<![\\p{L}])quý (?:i|ii|iii|iv|1|2|3|4)(?![\\p{L}\\d])"),
            Period.SEMI_ANNUAL, Pattern.compile("(?<!\\d)(?:0?6|sáu) tháng(?! \\d)|sơ kết(?!,)|giữa năm|bán niên"),
            Period.NINE_MONTH, Pattern.compile("(?<!\\d)(?:0?9|chín) tháng(?! \\d)"),
            Period.ANNUAL,
                    Pattern.compile(
                            "(?:hằng|hàng|mỗi) năm|(?<!\\d)(?:0?1|một) năm|(?<!tháng )cuối năm|cả năm|tổng kết(?: năm)?(?= )|(?:báo cáo|kết quả)(?:(?! tháng|,|;|\\.|báo cáo).){0,45}? (?<!đầu |cuối )năm(?=\\s*(?:[(:,;]|gửi|trước|chậm|về|\\d{4}|$))|(?<=, )năm(?= (?:gửi|trước|về|chậm|theo|và))|(?<=và )năm(?=[ ,;.(]|$)(?! 20)|báo cáo (?:tổng kết )?năm"),
            Period.AD_HOC, Pattern.compile("đột xuất|(?:theo|khi có) yêu cầu")));

    private Periods() {}

    /** @param at place in the clause */
    record Placed(Period period, int at, int to) {}

    static List<Period> in(String folded) {
        return placed(folded).stream().map(Placed::period).distinct().toList();
    }

    static List<Placed> placed(String folded) {
        var found = new ArrayList<Placed>();
        WORDS.forEach((period, words) -> {
            var word = words.matcher(folded);
            while (word.find()) {
                found.add(new Placed(period, word.start(), word.end()));
            }
        });
        found.sort(Comparator.comparingInt(Placed::to));
        return found;
    }

    /** The period a limit belongs to: named behind it with "đối với", else last before it, else behind it. */
    static List<Period> near(List<Placed> periods, Clause clause, Deadline limit, int before, int after) {
        var rest = clause.statement().passage().folded().substring(limit.to(), Math.max(limit.to(), after));
        var behind = periods.stream()
                .filter(it -> it.period() != Period.AD_HOC
                        && it.at() + clause.from() >= limit.to()
                        && it.at() + clause.from() < after)
                .toList();
        if (!behind.isEmpty() && rest.matches("(?s)^\\s*(?:đối với|cho|là|[(:]\\s*(?:đối với )?báo cáo).*")) {
            return List.of(behind.get(0).period());
        }
        var words = clause.statement().passage().folded().substring(limit.from(), limit.to());
        if (limit.date() == null && words.contains("tháng")) {
            return List.of(words.contains("quý") ? Period.QUARTERLY : Period.MONTHLY);
        }
        var ahead = periods.stream()
                .filter(it -> it.period() != Period.AD_HOC
                        && it.to() + clause.from() <= limit.from()
                        && it.to() + clause.from() > before)
                .toList();
        if (!ahead.isEmpty()) {
            return List.of(ahead.get(ahead.size() - 1).period());
        }
        return behind.isEmpty() ? List.of() : List.of(behind.get(0).period());
    }
}
