package vn.tiendo.extraction.parsing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.extraction.parsing.ExtractedPlan.Duty;
import vn.tiendo.extraction.parsing.ExtractedPlan.Operator;
import vn.tiendo.extraction.parsing.ExtractedPlan.OtherDeadline;
import vn.tiendo.extraction.parsing.ExtractedPlan.Period;

/** Sentence by sentence: who reports what to whom until when, and every other date somebody has to keep. */
final class DutyReader {

    private static final Pattern CLAUSE_END = Pattern.compile(";|[.](?=\\s+[\\p{Lu}“\"])|[.]$");
    private static final Pattern REPORT = Pattern.compile("báo cáo(?! viên)(?! chính trị)|phản ánh|sơ kết, tổng kết");
    private static final Pattern NO_REPORT = Pattern.compile("^[^;]{0,40}(?:theo báo cáo|mẫu báo cáo|nghe báo cáo)");
    private static final Pattern BY_RULE = Pattern.compile("theo (?:thẩm quyền |đúng )?(?:quy định|chế độ)");
    private static final Pattern ON_REQUEST =
            Pattern.compile("(?:khi có|theo) yêu cầu[^,.;()]{0,40}|khi cần thiết|đột xuất");
    private static final Pattern AT_ONCE = Pattern.compile("kịp thời|ngay khi|báo cáo ngay");
    private static final Pattern DOUBT = Pattern.compile("vướng mắc|khó khăn|phát sinh|điều chỉnh|bổ sung");
    private static final Pattern DECIDES =
            Pattern.compile("(?:để )?(?:xem xét|được hướng dẫn|giải quyết|quyết định|chỉ đạo)");
    private static final Pattern TIME = Pattern.compile(
            "(?:cả|trong) năm(?: \\d{4})?|thường xuyên|(?:định kỳ )?(?:hằng|hàng) (?:năm|quý|tháng|tuần)|định kỳ");

    private final List<Duty> duties = new ArrayList<>();
    private final List<OtherDeadline> others = new ArrayList<>();
    private final @Nullable Integer year;
    private final @Nullable String self;

    private DutyReader(@Nullable Integer year, @Nullable String self) {
        this.year = year;
        this.self = self;
    }

    static DutyReader read(List<Statement> statements, @Nullable Integer year, @Nullable String self) {
        var reader = new DutyReader(year, self);
        statements.forEach(reader::read);
        return reader;
    }

    List<Duty> duties() {
        return duties;
    }

    List<OtherDeadline> others() {
        return others;
    }

    /** The first words that say when, for a task without a date. */
    static @Nullable String timeIn(Passage words) {
        var limits = Deadline.in(words.folded(), 0, words.text().length(), 2000);
        if (!limits.isEmpty()) {
            return words.text()
                    .substring(limits.get(0).from(), limits.get(0).to())
                    .strip();
        }
        var time = TIME.matcher(words.folded());
        return time.find() ? words.text().substring(time.start(), time.end()) : null;
    }

    private void read(Statement statement) {
        if (statement.row() != null) {
            row(statement, statement.row());
            return;
        }
        var passage = statement.passage();
        var route = statement.opening() == null
                ? Route.NONE
                : Route.in(statement.opening(), 0, statement.opening().text().length(), Route.NONE);
        var ends = CLAUSE_END.matcher(passage.text());
        var reported =
                statement.opening() != null && statement.opening().folded().contains("báo cáo");
        for (int from = 0; from < passage.text().length(); ) {
            var to = ends.find() ? ends.start() : passage.text().length();
            if (to > from) {
                var clause = new Clause(statement, from, to, Deadline.in(passage.folded(), from, to, year));
                var reports = REPORT.matcher(clause.words()).find()
                                && !NO_REPORT.matcher(clause.words()).find()
                        || (reported && startsWithLimit(clause));
                route = Route.in(passage, from, to, route);
                if (reports) {
                    report(clause, route);
                } else {
                    other(clause);
                }
                reported = reports;
            }
            from = to + 1;
        }
    }

    private boolean startsWithLimit(Clause clause) {
        return !clause.limits().isEmpty()
                && (clause.limits().get(0).from() - clause.from() < 45
                        || !Periods.in(clause.words()).isEmpty());
    }

    /** A row of a table: its time is the limit of what the row says. */
    private void row(Statement statement, TaskDraft task) {
        if (task.time == null) {
            return;
        }
        var folded = Letters.fold(task.time);
        var what = Letters.fold(task.text);
        for (var limit : Deadline.in(folded, 0, folded.length(), year)) {
            var who = String.join("; ", task.leads);
            var at = Math.max(0, statement.passage().text().indexOf(task.time));
            var source = statement
                    .passage()
                    .source(at, Math.min(statement.passage().text().length(), at + task.time.length()));
            if (what.matches("(?:[\\d.)\\s-]*)(?:tổng hợp,? |xây dựng |thực hiện |gửi |chế độ )*báo cáo.*")) {
                var periods = Periods.in(what).isEmpty() ? Periods.in(folded) : Periods.in(what);
                duties.add(new Duty(
                        who.isEmpty() ? null : who,
                        null,
                        List.of(),
                        periods.isEmpty() ? guessed(limit.date()) : List.copyOf(new LinkedHashSet<>(periods)),
                        limit.operator(),
                        limit.date(),
                        task.time,
                        source,
                        0.6));
            } else {
                others.add(new OtherDeadline(
                        task.text,
                        who.isEmpty() ? null : who,
                        limit.operator(),
                        limit.date(),
                        task.time,
                        source,
                        0.85));
            }
        }
    }

    private void report(Clause clause, Route route) {
        var reporter = reporter(clause);
        var periods = Periods.placed(clause.words());
        var dated = clause.limits();
        for (int i = 0; i < dated.size(); i++) {
            var limit = dated.get(i);
            var before = i == 0 ? clause.from() : dated.get(i - 1).to();
            var after = i + 1 < dated.size() ? dated.get(i + 1).from() : clause.to();
            var own = Periods.near(periods, clause, limit, before, after);
            var known = !own.isEmpty();
            duties.add(new Duty(
                    reporter,
                    route.recipient(),
                    route.via(),
                    known ? own : inTurn(clause, limit, i, dated.size()),
                    limit.operator(),
                    limit.date(),
                    clause.text(limit.from(), limit.to()),
                    clause.source(),
                    known ? 0.9 : 0.5));
        }
        var onRequest = ON_REQUEST.matcher(clause.words());
        if (!dated.isEmpty()) {
            if (onRequest.find()) {
                duties.add(new Duty(
                        reporter,
                        route.recipient(),
                        route.via(),
                        List.of(Period.AD_HOC),
                        Operator.PER_REQUEST,
                        null,
                        clause.text(clause.from() + onRequest.start(), clause.from() + onRequest.end()),
                        clause.source(),
                        0.8));
            }
            return;
        }
        undated(
                clause,
                route,
                reporter,
                Set.copyOf(periods.stream().map(Periods.Placed::period).toList()));
    }

    private void undated(Clause clause, Route route, @Nullable String reporter, Set<Period> named) {
        var words = clause.words();
        var periods = new LinkedHashSet<Period>();
        for (var period : Period.values()) {
            if (named.contains(period)) {
                periods.add(period);
            }
        }
        var onRequest = ON_REQUEST.matcher(words);
        var byRule = BY_RULE.matcher(words);
        var atOnce = AT_ONCE.matcher(words);
        if (onRequest.find()) {
            periods.add(Period.AD_HOC);
        }
        if (periods.isEmpty() && words.contains("định kỳ")) {
            periods.add(Period.PERIODIC_UNSPECIFIED);
        }
        if (periods.isEmpty()
                && DOUBT.matcher(words).find()
                && (atOnce.find() || DECIDES.matcher(words).find())
                && route.recipient() != null) {
            var prompt = AT_ONCE.matcher(words).find();
            duties.add(new Duty(
                    reporter,
                    route.recipient(),
                    route.via(),
                    List.of(Period.AD_HOC),
                    prompt ? Operator.PROMPTLY : Operator.NOT_STATED,
                    null,
                    prompt ? "kịp thời" : null,
                    clause.source(),
                    0.7));
            return;
        }
        if (periods.isEmpty() || (periods.equals(Set.of(Period.ANNUAL)) && !words.matches(".*(?:báo cáo|chế độ).*"))) {
            return;
        }
        var operator = byRule.find()
                ? Operator.PER_REGULATION
                : periods.equals(Set.of(Period.AD_HOC)) ? Operator.PER_REQUEST : Operator.NOT_STATED;
        var text = switch (operator) {
            case PER_REGULATION -> byRule.group();
            case PER_REQUEST -> clause.text(clause.from() + onRequest.start(), clause.from() + onRequest.end());
            default -> null;
        };
        duties.add(new Duty(
                reporter,
                route.recipient(),
                route.via(),
                List.copyOf(periods),
                operator,
                null,
                text,
                clause.source(),
                0.75));
    }

    private void other(Clause clause) {
        for (var limit : clause.limits()) {
            if (limit.date() == null && limit.operator() != Operator.RECURRING) {
                continue;
            }
            var what = clause.text(clause.from(), limit.from()).replaceAll("[\\s,(]+$", "");
            others.add(new OtherDeadline(
                    what.length() < 20 ? clause.text(0, limit.from()) : what,
                    reporter(clause),
                    limit.operator(),
                    limit.date(),
                    clause.text(limit.from(), limit.to()),
                    clause.source(),
                    0.8));
        }
    }

    private @Nullable String reporter(Clause clause) {
        var leads = clause.statement().leads();
        var named = Route.reporterIn(clause);
        if (named != null
                && (leads.isEmpty() || clause.statement().passage().text().startsWith(named))) {
            return named;
        }
        return leads.isEmpty() ? self : String.join("; ", leads);
    }

    /** "lần 1 … lần 2 …" of two is half a year and a year. */
    private static List<Period> inTurn(Clause clause, Deadline limit, int number, int count) {
        if (count == 2 && clause.words().matches(".*lần (?:thứ )?(?:1|i|nhất|một).*")) {
            return List.of(number == 0 ? Period.SEMI_ANNUAL : Period.ANNUAL);
        }
        return count == 4 ? List.of(Period.QUARTERLY) : guessed(limit.date());
    }

    private static List<Period> guessed(@Nullable LocalDate date) {
        if (date == null) {
            return List.of(Period.PERIODIC_UNSPECIFIED);
        }
        var month = date.getMonthValue();
        return List.of(
                month >= 10
                        ? Period.ANNUAL
                        : month == 5 || month == 6 || month == 7 ? Period.SEMI_ANNUAL : Period.PERIODIC_UNSPECIFIED);
    }
}
