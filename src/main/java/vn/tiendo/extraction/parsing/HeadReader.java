package vn.tiendo.extraction.parsing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.extraction.parsing.ExtractedPlan.Found;
import vn.tiendo.extraction.parsing.ExtractedPlan.Source;

/** Everything above the text: who issues it, number, place and date, title and trích yếu. */
final class HeadReader {

    private static final Pattern NUMBER = Pattern.compile(
            "Số\\s*:?\\s*(" + DocumentNames.CODE + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PLACE_AND_DATE = Pattern.compile(
            "(?:^|\\t|\\s{2,}|(?<=[\\p{Lu}]\\s)|(?<=phúc\\s))(\\p{Lu}[\\p{L}. ]{1,40}?)\\s?,?\\s?ngày\\s?([\\d.… _]*)\\s?tháng\\s?([\\d.… _]*)\\s?năm\\s?(\\d{4})");
    private static final Pattern SUPERIOR = Pattern.compile("cộng h.a x. h.i|độc lập|tự do|hạnh phúc");
    private static final Pattern ORGANISATION = Pattern.compile(
            "(?:ủy ban nhân dân|ubnd|sở|phòng|ban|văn phòng|trung tâm|chi cục|cục|hđnd|hội đồng|đảng ủy|hội|trường|công an|bộ chỉ huy|liên đoàn|ubmttq|ủy ban)(?!\\p{L}).*");
    private static final String LEVEL = "xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tp\\.?|tỉnh";
    private static final Pattern SELF = Pattern.compile(
            "(?:^|[;.,:]\\s)((?:ubnd|ủy ban nhân dân|sở|phòng|ban|văn phòng|trung tâm|chi cục|hội|liên đoàn)(?:\\s[\\p{L}&.\\-]+){1,9}?)(?:\\s+\\([^)]*\\))?\\s+(?:xây dựng|ban hành|lập|đề ra|triển khai|thống nhất)\\s+(?:và ban hành\\s+|triển khai\\s+|thực hiện\\s+)?(?:bản\\s+)?kế hoạch");
    private static final Pattern BARE_LEVEL = Pattern.compile("(?:ubnd|ủy ban nhân dân)\\s+(" + LEVEL + ")");
    private static final Pattern YEAR = Pattern.compile("năm\\s+(20\\d\\d)(?!\\s*[-–])");

    private final List<Passage> passages;
    private final Pattern title;
    private final List<Found> found = new ArrayList<>();
    private int titleAt = -1;
    private int bodyAt;

    @Nullable
    String issuingBody;

    @Nullable
    String selfName;

    @Nullable
    String code;

    @Nullable
    String place;

    @Nullable
    LocalDate date;

    @Nullable
    String subject;

    @Nullable
    Integer year;

    private HeadReader(List<Passage> passages, String title) {
        this.passages = passages;
        this.title = Pattern.compile("^\\s*" + title + "(?![\\p{L}])\\s*");
    }

    static HeadReader plan(List<Passage> passages) {
        return new HeadReader(passages, "K\\s?[ẾÉỀÊE]\\s?\\s*H\\s?O\\s?[ẠAÀ]\\s?C\\s?H").read();
    }

    static HeadReader proposal(List<Passage> passages) {
        return new HeadReader(passages, "T\\s?[ỜÒƠO]\\s?\\s*T\\s?R\\s?[ÌIỈ]\\s?N\\s?H").read();
    }

    private HeadReader read() {
        for (int i = 0; i < passages.size() && i < 60 && titleAt < 0; i++) {
            titleAt = title.matcher(passages.get(i).text()).find()
                            && Marker.of(passages.get(i).text()) == null
                    ? i
                    : -1;
        }
        numberAndDate();
        readSubject();
        readYear();
        readIssuer();
        return this;
    }

    boolean hasTitle() {
        return titleAt >= 0;
    }

    /** The first passage that belongs to the bases. */
    int bodyAt() {
        return bodyAt;
    }

    List<Found> found() {
        return found;
    }

    private void numberAndDate() {
        var end = titleAt < 0 ? Math.min(12, passages.size()) : titleAt;
        for (int i = 0; i < end; i++) {
            var line = passages.get(i);
            var number = NUMBER.matcher(line.text());
            if (code == null && number.find()) {
                code = DocumentNames.compact(number.group(1));
                note("code", line, number.start(1), number.end(1), 0.95);
            }
            var dated = PLACE_AND_DATE.matcher(line.text());
            if (place == null && dated.find()) {
                place = dated.group(1).strip();
                note("place", line, dated.start(1), dated.end(1), 0.9);
                date = day(dated);
                year = Integer.valueOf(dated.group(4));
                if (date != null) {
                    note("date", line, dated.start(2), dated.end(4), 0.95);
                }
            }
        }
    }

    private static @Nullable LocalDate day(Matcher dated) {
        try {
            return LocalDate.of(
                    Integer.parseInt(dated.group(4)),
                    Integer.parseInt(dated.group(3).strip()),
                    Integer.parseInt(dated.group(2).strip()));
        } catch (NumberFormatException | java.time.DateTimeException blank) {
            return null;
        }
    }

    private void readSubject() {
        if (titleAt < 0) {
            for (bodyAt = 0; bodyAt < Math.min(12, passages.size()) && !startsBody(passages.get(bodyAt)); ) {
                bodyAt++;
            }
            return;
        }
        var head = passages.get(titleAt);
        var behind = title.matcher(head.text());
        behind.find();
        Passage whole = behind.end() < head.text().length()
                ? head.trimmed(behind.end(), head.text().length())
                : null;
        int i = titleAt + 1;
        while (i < passages.size() && i < titleAt + 8) {
            var line = passages.get(i);
            if (line.text().matches("[\\W_]+")) {
                i++;
                continue;
            }
            if (whole != null
                            && (startsBody(line)
                                    || whole.text().matches("(?s).*[.;:]$")
                                    || line.text().length() > 260
                                    || line.isRow())
                    || opensChapter(line)) {
                break;
            }
            whole = whole == null ? line : whole.and(line);
            i++;
        }
        bodyAt = i;
        if (whole != null) {
            subject = whole.text()
                    .replaceAll("^\\s*(?:V/v|Về việc)\\s*:?\\s*", "")
                    .replaceAll("[.;]+$", "")
                    .strip();
            note("subject", whole, 0, whole.text().length(), whole.text().length() > 20 ? 0.9 : 0.6);
        }
    }

    private static boolean startsBody(Passage line) {
        return BasisReader.OPENS.matcher(line.folded()).find()
                || line.folded().startsWith("kính gửi")
                || line.folded().contains(" như sau")
                || Letters.fold(line.text()).matches("\\(?kèm theo.*|\\(?ban hành kèm.*")
                || opensChapter(line);
    }

    private static boolean opensChapter(Passage line) {
        var marker = Marker.of(line.text());
        return marker != null && marker.level() == Marker.Level.CHAPTER;
    }

    private void readYear() {
        Matcher named = YEAR.matcher(subject == null ? "" : Letters.fold(subject));
        Integer last = null;
        while (named.find()) {
            last = Integer.valueOf(named.group(1));
        }
        if (last == null && year == null) {
            named = YEAR.matcher(String.join(
                    " ",
                    passages.subList(bodyAt, Math.min(passages.size(), bodyAt + 8)).stream()
                            .map(Passage::folded)
                            .toList()));
            last = named.find() ? Integer.valueOf(named.group(1)) : null;
        }
        year = last == null ? year : last;
        if (year != null) {
            var at = titleAt >= 0 ? passages.get(Math.min(titleAt + 1, passages.size() - 1)) : passages.get(0);
            note("planYear", at, 0, at.text().length(), last == null ? 0.6 : 0.9);
        }
    }

    private void readIssuer() {
        fromLetterhead();
        fromText();
    }

    /** The last organisation above the number; its name may go over two lines. */
    private void fromLetterhead() {
        var end = titleAt < 0 ? 0 : titleAt;
        Passage body = null;
        for (int i = 0; i < end; i++) {
            for (var cell : passages.get(i).cells()) {
                var folded = cell.folded();
                if (folded.startsWith("số")) {
                    break;
                }
                if (SUPERIOR.matcher(folded).find() || folded.contains("ngày") || !Letters.isCapital(cell.text())) {
                    continue;
                }
                if (ORGANISATION.matcher(folded).matches()) {
                    body = cell;
                } else if (body != null && folded.matches("(?:" + LEVEL + ")\\s.*|[\\p{L} \\-]{2,40}")) {
                    body = body.and(cell);
                }
            }
        }
        if (body != null && !body.folded().matches("ủy ban nhân dân|ubnd")) {
            issuingBody = asInText(body.text());
            note("issuingBody", body, 0, body.text().length(), 0.9);
        }
    }

    /** In the letters of the text, where the text names it: the letterhead is all capitals. */
    private String asInText(String capitals) {
        var wanted = Letters.fold(capitals);
        var shorter = wanted.replace("ủy ban nhân dân", "ubnd");
        for (var passage : passages.subList(bodyAt, passages.size())) {
            for (var name : List.of(wanted, shorter)) {
                var at = passage.folded().indexOf(name);
                if (at >= 0 && !Letters.isCapital(passage.text().substring(at, at + name.length()))) {
                    return passage.text().substring(at, at + name.length());
                }
            }
        }
        return capitals;
    }

    /** "UBND xã … xây dựng kế hoạch"; a name without its place is completed from the date line or the text. */
    private void fromText() {
        for (int i = titleAt + 1; i < Math.min(passages.size(), bodyAt + 15); i++) {
            var passage = passages.get(i);
            var self = SELF.matcher(passage.folded());
            if (!self.find()) {
                continue;
            }
            selfName = passage.text().substring(self.start(1), self.end(1));
            if (issuingBody == null) {
                var bare = BARE_LEVEL.matcher(Letters.fold(selfName));
                var name = bare.matches() ? nameOf(bare.group(1)) : "";
                issuingBody = selfName + (name.isEmpty() ? "" : " " + name);
                note("issuingBody", passage, self.start(1), self.end(1), bare.matches() ? 0.6 : 0.85);
            }
            return;
        }
    }

    private String nameOf(String level) {
        if (place != null) {
            return place.replaceAll("^(?:" + LEVEL + ")\\s+", "");
        }
        var named = Pattern.compile("(?<!\\p{L}|thị )" + level + "\\s+((?:\\p{Lu}\\p{Ll}+)(?:\\s\\p{Lu}\\p{Ll}+)+)");
        return passages.stream()
                .flatMap(it -> named.matcher(it.text()).results())
                .collect(Collectors.groupingBy(it -> it.group(1), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private void note(String field, Passage passage, int from, int to, double confidence) {
        Source source = passage.source(from, to);
        found.add(new Found(field, source, confidence));
    }
}
