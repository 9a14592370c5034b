package vn.tiendo.extraction.parsing;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** To whom and through whom: "về UBND xã (qua Văn phòng)". */
record Route(@Nullable String recipient, List<String> via) {

    static final Route NONE = new Route(null, List.of());

    private static final Pattern TO = Pattern.compile(
            "(?<!\\p{L})(?:gửi(?: báo cáo)?(?: về| đến| cho)?|báo cáo(?: về| cho| với| lên)?|về|trình|đến|nộp về)\\s+");
    private static final Pattern THROUGH = Pattern.compile("(?<!\\p{L})(?:qua|thông qua)\\s+");
    private static final Pattern DIRECTED = Pattern.compile("(?<!\\p{L})(?:yêu cầu|giao|đề nghị)\\s+");

    /** @param otherwise what the sentence before said */
    static Route in(Passage passage, int from, int to, Route otherwise) {
        var through = new java.util.ArrayList<String>();
        var found = THROUGH.matcher(passage.folded()).region(from, to);
        while (found.find()) {
            var name = name(passage, found.end(), to);
            if (name != null) {
                through.addAll(Units.split(name));
            }
        }
        String recipient = null;
        String passedOn = null;
        found = TO.matcher(passage.folded()).region(from, to);
        while (found.find()) {
            var name = name(passage, found.end(), to);
            if (name == null
                    || Letters.fold(name).matches("(?:ban|hội|cán bộ|người|công chức|hộ)(?: .*)?")
                            && !name.matches("(?:Ban|BAN) .*")) {
                continue;
            }
            if (recipient == null) {
                recipient = beside(passage, found.end(), name, to);
            } else if (passedOn == null
                    && found.group().startsWith("báo cáo")
                    && passage.folded().substring(from, found.start()).contains("để")) {
                passedOn = name;
            }
        }
        if (passedOn != null && recipient != null && through.isEmpty()) {
            return new Route(passedOn, Units.split(recipient));
        }
        if (recipient == null) {
            return through.isEmpty() ? otherwise : new Route(otherwise.recipient(), through);
        }
        return new Route(recipient, through);
    }

    /** "báo cáo A (qua B), C": both receive it. */
    private static String beside(Passage passage, int at, String name, int to) {
        var behind =
                Pattern.compile("\\G\\s*\\((?:thông )?qua[^)]*\\)\\s*,\\s*").matcher(passage.folded());
        if (behind.find(at + name.length())) {
            var other = name(passage, behind.end(), to);
            return other == null ? name : name + "; " + other;
        }
        return name;
    }

    private static @Nullable String name(Passage passage, int at, int to) {
        var end = Math.min(Units.end(passage, at), to);
        return end > at
                ? passage.text()
                        .substring(at, end)
                        .replaceAll("\\s+tổng hợp$", "")
                        .strip()
                : null;
    }

    /** Who is told to report, in the paragraph up to this clause's end. */
    static @Nullable String reporterIn(Clause clause) {
        var passage = clause.statement().passage();
        var order = DIRECTED.matcher(passage.folded()).region(0, clause.to());
        while (order.find()) {
            var name = Units.at(passage, order.end());
            if (name != null) {
                return name;
            }
        }
        int at = clause.from();
        while (at < clause.to() && !Character.isLetterOrDigit(passage.folded().charAt(at))) {
            at++;
        }
        var marker = at == 0 ? Marker.of(passage.text()) : null;
        var first = Units.at(passage, marker == null ? at : marker.length());
        if (first != null) {
            return first;
        }
        var comma = Pattern.compile("[,:]\\s+").matcher(passage.folded()).region(clause.from(), clause.to());
        while (comma.find()) {
            var name = Units.at(passage, comma.end());
            if (name != null && comma.start() - clause.from() < 120) {
                return name;
            }
        }
        return null;
    }
}
