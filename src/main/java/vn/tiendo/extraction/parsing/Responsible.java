package vn.tiendo.extraction.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.extraction.parsing.ExtractedPlan.Assignment.Kind;

/** Who is meant: by the heading above, by the sentence's first words, by "giao …", "yêu cầu …" or "đề nghị …". */
record Responsible(List<String> names, boolean asked) {

    private static final Pattern LEAD_IN = Pattern.compile(
            "^(?:(?:đối với|giao|phân công|yêu cầu|trách nhiệm của|nhiệm vụ của|(?<asked>đề nghị))\\s+(?:cho\\s+)?)");
    private static final Pattern BEHIND =
            Pattern.compile("^\\s*(?:\\([^)]*\\)\\s*)?(?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm)?[\\s:.;,]*$");
    private static final Pattern ORDER = Pattern.compile("(?<!\\p{L})(yêu cầu|giao|đề nghị|phân công)(?: cho)?\\s+");
    private static final Pattern WITH =
            Pattern.compile("(?<!công tác |chế |kế hoạch |trình )phối hợp(?: chặt chẽ)?(?: với| cùng với| cùng)?\\s+");
    private static final Pattern SHARE = Pattern.compile("\\d+(?:[.,]\\d+)?\\s?%\\s+(?:số\\s+)?");

    /** The words are nothing but a name, perhaps with "Đề nghị" before or "có trách nhiệm:" behind. */
    static boolean isNamedBy(Passage title) {
        var from = leadIn(title);
        var to = Units.end(title, from);
        return to > from && BEHIND.matcher(title.folded().substring(to)).matches();
    }

    static @Nullable Responsible of(Passage title) {
        if (!isNamedBy(title)) {
            return title.text().endsWith(":") ? subject(title) : null;
        }
        var from = leadIn(title);
        return new Responsible(
                Units.split(title.text().substring(from, Units.end(title, from))),
                title.folded().startsWith("đề nghị"));
    }

    private static int leadIn(Passage words) {
        var found = LEAD_IN.matcher(words.folded());
        return found.find() ? found.end() : 0;
    }

    /**
     * @param own the sentence may name somebody other than the heading does
     * @param objective it stands among the plan's objectives
     */
    static void assign(TaskDraft task, Passage words, @Nullable Responsible above, boolean own, boolean objective) {
        task.coordinators = coordinators(words);
        var subject = own ? subject(words) : null;
        var inside = subject == null && !own ? inside(words) : subject;
        if (inside != null) {
            task.leads = inside.names();
            task.kind = inside.asked() ? Kind.REQUEST : Kind.EXPLICIT;
            task.confidence = 0.8;
            if (task.coordinators.isEmpty()) {
                task.coordinators = askedBeside(words, inside);
            }
        } else if (above != null) {
            task.leads = above.names();
            task.kind = above.asked() ? Kind.REQUEST : Kind.EXPLICIT;
            task.confidence = 0.9;
        } else if (isTarget(words, objective)) {
            task.leads = share(words);
            task.kind = Kind.TARGET;
            task.confidence = objective ? 0.85 : 0.6;
        } else {
            task.kind = task.coordinators.isEmpty() ? Kind.NONE : Kind.IMPLICIT;
        }
    }

    /** "a) Phòng Nội vụ: chủ trì …" below a heading that names somebody else. */
    private static @Nullable Responsible inside(Passage words) {
        var end = Units.end(words, 0);
        return end > 0 && words.folded().startsWith(":", end)
                ? new Responsible(Units.split(words.text().substring(0, end)), false)
                : null;
    }

    private static @Nullable Responsible subject(Passage words) {
        var from = leadIn(words);
        var end = Units.end(words, from);
        if (end <= from) {
            return null;
        }
        var name = words.text().substring(from, end);
        if (from > 0) {
            return new Responsible(Units.split(name), words.folded().startsWith("đề nghị"));
        }
        var rest = words.folded().substring(end).strip();
        if (rest.matches("(?:đề nghị|yêu cầu|giao|phân công)\\s.*")) {
            return ordered(words, end);
        }
        var orders = rest.matches("(?:[:\\-]|\\(|chủ trì|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ).*")
                || !rest.isEmpty() && Character.isLetter(rest.charAt(0));
        return orders && !isOnlyATopic(rest) ? new Responsible(Units.split(name), false) : null;
    }

    /** "Cán bộ, công chức … được", "Ban … là": something is said of them, nothing given to them to do. */
    private static boolean isOnlyATopic(String rest) {
        return rest.matches("(?:được|là|đã|từ)\\s.*");
    }

    private static @Nullable Responsible ordered(Passage words, int from) {
        Responsible asked = null;
        var order = ORDER.matcher(words.folded()).region(from, words.text().length());
        while (order.find()) {
            var name = Units.at(words, order.end());
            if (name != null && !order.group(1).equals("đề nghị")) {
                return new Responsible(Units.split(name), false);
            }
            if (name != null && asked == null) {
                asked = new Responsible(Units.split(name), true);
            }
        }
        return asked;
    }

    private static List<String> askedBeside(Passage words, Responsible lead) {
        var order = Pattern.compile("(?<!\\p{L})đề nghị\\s+").matcher(words.folded());
        while (order.find()) {
            var name = Units.at(words, order.end());
            if (name != null && !lead.asked()) {
                return Units.split(name);
            }
        }
        return List.of();
    }

    static List<String> coordinators(Passage words) {
        var names = new ArrayList<String>();
        var with = WITH.matcher(words.folded());
        while (with.find()) {
            var name = Units.at(words, with.end());
            if (name != null) {
                names.addAll(Units.split(name));
            }
        }
        return names;
    }

    private static boolean isTarget(Passage words, boolean objective) {
        var share = SHARE.matcher(words.folded());
        return share.find() && (objective || share.start() < 60);
    }

    private static List<String> share(Passage words) {
        List<String> names = List.of();
        var share = SHARE.matcher(words.folded());
        while (share.find()) {
            var name = Units.at(words, share.end());
            if (name != null
                    && (names.isEmpty()
                            || Letters.fold(name)
                                    .matches(
                                            "(?:các )?(?:cơ quan|đơn vị|phòng|ubnd|sở|xã|phường|thôn|khu phố|ấp|trường).*"))) {
                names = Units.split(name);
            }
        }
        return names;
    }
}
