package vn.tiendo.extraction.parsing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.extraction.parsing.ExtractedPlan.Assignment;
import vn.tiendo.extraction.parsing.Marker.Level;

/** Walks the body from heading to heading: what is to be done under which, and by whom. */
final class TaskReader {

    private static final Pattern PURPOSE = Pattern.compile(
            "^(?:mục đích|yêu cầu|quan điểm|đặt vấn đề|sự cần thiết|tình hình|đặc điểm|phạm vi|đối tượng|nguyên tắc|đánh giá)|mục đích,? (?:và )?yêu cầu");
    private static final Pattern OBJECTIVE = Pattern.compile("mục tiêu|chỉ tiêu");
    private static final Pattern CLOSING = Pattern.compile(
            "^(?:trên đây là|(?:trong quá trình|quá trình) (?:tổ chức |triển khai )?|căn cứ (?:kế hoạch|nội dung) |nhận được)|kế hoạch này có hiệu lực|kế hoạch này thay thế");

    private static final Pattern ANNEX = Pattern.compile("^phụ lục(?: [\\divx]+)?(?!\\p{L})");

    /** An open heading; {@code depth} as Marker's levels, numbers one deeper with every dot. */
    private record Heading(
            int depth,
            String label,
            Passage passage,
            @Nullable Responsible responsible,
            boolean skipped,
            boolean objective) {}

    private final List<Passage> body;
    private final @Nullable Integer year;
    private final Deque<Heading> headings = new ArrayDeque<>();
    private final List<TaskDraft> tasks = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private @Nullable Heading untold;
    private @Nullable TaskTable table;
    private int unnumbered;

    private TaskReader(List<Passage> body, @Nullable Integer year) {
        this.body = body;
        this.year = year;
    }

    static TaskReader read(List<Passage> body, @Nullable Integer year) {
        var reader = new TaskReader(body, year);
        for (int i = 0; i < body.size(); i++) {
            reader.read(i);
        }
        reader.endTable();
        return reader;
    }

    List<Assignment> tasks() {
        return tasks.stream().map(TaskDraft::done).toList();
    }

    List<Statement> statements() {
        return statements;
    }

    private void read(int at) {
        var passage = body.get(at);
        if (passage.isRow()) {
            row(passage);
            return;
        }
        var marker = Marker.of(passage.text());
        if (table != null && isBetweenRows(at, marker)) {
            return;
        }
        endTable();
        var depth = depth(marker);
        if (marker != null) {
            while (!headings.isEmpty() && headings.peek().depth() >= depth) {
                headings.pop();
            }
            if (isHeading(at, marker, depth)) {
                open(passage, marker, depth);
                return;
            }
        } else if (ANNEX.matcher(passage.folded()).find()) {
            headings.clear();
            untold = null;
            return;
        } else if (opensList(at)) {
            headings.removeIf(it -> it.depth() >= 5 || (it.depth() > 0 && Responsible.isNamedBy(passage)));
            open(passage, new Marker(Level.NUMBER, "", 0), 5);
            return;
        }
        leaf(passage, marker);
    }

    /** Footnotes stand in the middle of tables that go over several pages. */
    private boolean isBetweenRows(int at, @Nullable Marker marker) {
        if (marker != null && marker.level() == Level.CHAPTER) {
            return false;
        }
        for (int i = at + 1; i < Math.min(body.size(), at + 8); i++) {
            var next = Marker.of(body.get(i).text());
            if (body.get(i).isRow()) {
                return TaskTable.headedBy(body.get(i), year) == null;
            }
            if (next != null && next.level() == Level.CHAPTER) {
                return false;
            }
        }
        return false;
    }

    private void row(Passage row) {
        var head = TaskTable.headedBy(row, year);
        if (head != null && table == null) {
            table = head;
        } else if (table != null) {
            table.add(row);
        }
    }

    private void endTable() {
        if (table != null) {
            for (var task : table.tasks()) {
                tasks.add(task);
                statements.add(new Statement(task.passage, task.leads, null, task));
            }
            table = null;
            untold = null;
        }
    }

    private static int depth(@Nullable Marker marker) {
        if (marker == null) {
            return 9;
        }
        return switch (marker.level()) {
            case CHAPTER -> marker.label().matches("[A-E]") ? -1 : 0;
            case NUMBER ->
                1 + (int) marker.label().chars().filter(it -> it == '.').count();
            case LETTER -> 6;
            case DASH -> 7;
        };
    }

    private boolean isHeading(int at, Marker marker, int depth) {
        var passage = body.get(at);
        var rest = passage.trimmed(marker.length(), passage.text().length());
        if (marker.level() == Level.CHAPTER || Letters.isCapital(rest.text())) {
            return true;
        }
        var next = at + 1 < body.size() ? body.get(at + 1) : null;
        var nextMarker = next == null ? null : Marker.of(next.text());
        var deeper = next != null
                && (next.isRow() || depth(nextMarker) > depth)
                && !(nextMarker == null && CLOSING.matcher(next.folded()).find());
        if (rest.text().endsWith(":")) {
            return deeper;
        }
        if (!deeper || depth >= 7 && nextMarker == null) {
            return false;
        }
        return Responsible.isNamedBy(rest)
                || (rest.text().length() <= 240 && !rest.text().matches("(?s).*[.;]$"));
    }

    /** "Phòng Nội vụ có trách nhiệm:", "Các đơn vị báo cáo như sau:" without any number. */
    private boolean opensList(int at) {
        var passage = body.get(at);
        if (at + 1 == body.size()
                || !passage.text().endsWith(":")
                || body.get(at + 1).isRow()) {
            return false;
        }
        var next = Marker.of(body.get(at + 1).text());
        return Responsible.isNamedBy(passage) || (next != null && depth(next) >= 6);
    }

    private void open(Passage passage, Marker marker, int depth) {
        var title = passage.trimmed(marker.length(), passage.text().length());
        var above = headings.peek();
        var skipped = (above != null && above.skipped())
                || PURPOSE.matcher(title.folded()).find()
                        && !OBJECTIVE.matcher(title.folded()).find();
        var objective = OBJECTIVE.matcher(title.folded()).find() || (above != null && above.objective() && depth > 0);
        var named = marker.level() == Level.CHAPTER && !Responsible.isNamedBy(title) ? null : Responsible.of(title);
        var heading = new Heading(depth, marker.label(), passage, named, skipped, objective);
        headings.push(heading);
        untold = heading;
        unnumbered = 0;
    }

    private void leaf(Passage passage, @Nullable Marker marker) {
        var above = headings.peek();
        if (above == null || above.skipped()) {
            return;
        }
        var labels = Labels.of(passage);
        if (labels != null && labels.isAll(passage)) {
            var task = untold != null ? fromHeading(untold) : tasks.isEmpty() ? null : tasks.get(tasks.size() - 1);
            if (task != null) {
                task.label(labels, passage, year);
                if (labels.time() != null && task.due != null) {
                    statements.add(new Statement(passage, task.leads, null, task));
                }
            }
            return;
        }
        if (CLOSING.matcher(passage.folded()).find()) {
            statements.add(new Statement(passage, List.of(), null, null));
            return;
        }
        unnumbered = marker == null || marker.level() == Level.DASH ? unnumbered + 1 : 0;
        var from = marker == null ? 0 : marker.length();
        var task = new TaskDraft(reference(marker), passage, passage.text());
        assign(task, passage.trimmed(from, passage.text().length()), marker);
        if (labels != null) {
            task.text = passage.text().substring(0, labels.from()).replaceAll("[\\s(\\-–]+$", "");
            task.label(labels, passage, year);
        }
        untold = null;
        tasks.add(task);
        var timed = labels != null && labels.time() != null ? task : null;
        statements.add(new Statement(passage, task.leads, opening(), timed));
    }

    private TaskDraft fromHeading(Heading heading) {
        var task = new TaskDraft(
                reference(null), heading.passage(), heading.passage().text());
        untold = null;
        tasks.add(task);
        return task;
    }

    private void assign(TaskDraft task, Passage words, @Nullable Marker marker) {
        var above = headings.stream()
                .filter(it -> it.responsible() != null)
                .findFirst()
                .map(Heading::responsible)
                .orElse(null);
        var objective = headings.peek() != null && headings.peek().objective();
        Responsible.assign(task, words, above, marker == null || above == null, objective);
        task.time = DutyReader.timeIn(words);
        var limits = Deadline.in(words.folded(), 0, words.text().length(), year);
        if (limits.size() == 1 && !words.folded().contains("báo cáo")) {
            task.due = limits.get(0).date();
        }
    }

    private @Nullable Passage opening() {
        return headings.stream()
                .map(Heading::passage)
                .filter(it -> it.text().endsWith(":"))
                .findFirst()
                .orElse(null);
    }

    private String reference(@Nullable Marker marker) {
        var labels = new ArrayList<String>();
        headings.descendingIterator().forEachRemaining(it -> {
            if (!it.label().isEmpty()) {
                labels.add(it.label());
            }
        });
        if (marker != null && !marker.label().isEmpty()) {
            labels.add(marker.label());
        } else if (unnumbered > 0) {
            labels.add(String.valueOf(unnumbered));
        }
        return String.join(".", labels);
    }
}
