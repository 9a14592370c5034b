package vn.tiendo.extraction.parsing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.extraction.parsing.ExtractedPlan.Assignment.Kind;

/** A table of tasks, its columns in whatever order its head names them. */
final class TaskTable {

    private enum Column {
        REF(Pattern.compile("(?:s?tt|số tt|số thứ tự)\\.?")),
        BOTH(Pattern.compile(".*chủ trì.*phối hợp.*")),
        LEAD(Pattern.compile(".*(?:chủ trì|phụ trách|chịu trách nhiệm|đầu mối|phân công).*")),
        COORDINATORS(Pattern.compile(".*phối hợp.*")),
        TIME(Pattern.compile("(?!.*nội dung).*(?:thời gian|tiến độ|thời hạn|hoàn thành|thời điểm|^hạn).*")),
        DOER(Pattern.compile(".*(?:(?:đơn vị|cơ quan|bộ phận|người|nơi)(?: \\p{L}+)? thực hiện|^đơn vị$|^cơ quan$).*")),
        TARGET(Pattern.compile(".*chỉ tiêu.*")),
        TEXT(Pattern.compile(".*(?:nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|việc phải làm|đầu việc).*"));

        private final Pattern words;

        Column(Pattern words) {
            this.words = words;
        }
    }

    private final Map<Column, Integer> columns;
    private final @Nullable Integer year;
    private String group = "";
    private String parent = "";
    private final List<TaskDraft> tasks = new ArrayList<>();

    private TaskTable(Map<Column, Integer> columns, @Nullable Integer year) {
        this.columns = columns;
        this.year = year;
    }

    /** @return a table if this row is the head of one that says what is to be done */
    static @Nullable TaskTable headedBy(Passage row, @Nullable Integer year) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        var cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            var head = cells.get(i).folded();
            if (head.length() > 60) {
                return null;
            }
            for (var column : Column.values()) {
                if (!columns.containsKey(column) && column.words.matcher(head).matches()) {
                    columns.put(column, i);
                    break;
                }
            }
        }
        if (columns.containsKey(Column.TARGET)) {
            columns.putIfAbsent(Column.TEXT, columns.get(Column.TARGET));
        }
        if (columns.containsKey(Column.DOER)) {
            columns.putIfAbsent(columns.containsKey(Column.BOTH) ? Column.DOER : Column.LEAD, columns.get(Column.DOER));
        }
        return columns.containsKey(Column.TEXT) && columns.size() >= 2 ? new TaskTable(columns, year) : null;
    }

    List<TaskDraft> tasks() {
        return tasks;
    }

    void add(Passage row) {
        var cells = row.cells();
        var ref = cell(cells, Column.REF);
        var text = cell(cells, Column.TEXT);
        var lead = cell(cells, Column.LEAD);
        var both = cell(cells, Column.BOTH);
        var with = cell(cells, Column.COORDINATORS);
        var time = cell(cells, Column.TIME);
        var label = ref == null ? "" : ref.text().replaceAll("[.)]+$", "").strip();
        if (text == null || headedBy(row, year) != null) {
            group(label);
            return;
        }
        var assigned = lead != null || both != null || with != null || time != null;
        if (!assigned && hasAssigningColumns() && (Letters.isCapital(text.text()) || !label.isEmpty())) {
            group(label);
            return;
        }
        var task = new TaskDraft(reference(label), row, text.text());
        task.kind = columns.containsKey(Column.TARGET) && lead == null ? Kind.TARGET : Kind.NONE;
        if (lead != null) {
            task.leads = Units.split(lead.text());
            task.kind = Kind.EXPLICIT;
            task.confidence = 0.95;
        }
        if (with != null) {
            task.coordinators = Units.split(with.text());
        }
        if (both != null) {
            shared(task, both);
        }
        if (time != null) {
            task.time = time.text();
            task.due = TaskDraft.dueOf(time.text(), year);
        }
        tasks.add(task);
    }

    /** One cell for those who lead and those who help. */
    private void shared(TaskDraft task, Passage cell) {
        var labels = Labels.of(cell);
        if (labels != null) {
            task.label(labels, cell, year);
            return;
        }
        var halves = Pattern.compile("[;,.]?\\s*phối hợp(?: với)?\\s*:?").split(cell.folded(), 2);
        task.leads = Units.split(cell.text().substring(0, halves[0].length()));
        task.coordinators = halves.length == 1
                ? List.of()
                : Units.split(cell.text().substring(cell.text().length() - halves[1].length()));
        task.kind = Kind.EXPLICIT;
        task.confidence = 0.8;
    }

    private boolean hasAssigningColumns() {
        return columns.containsKey(Column.LEAD) || columns.containsKey(Column.BOTH) || columns.containsKey(Column.TIME);
    }

    private void group(String label) {
        if (label.matches("[IVX]+|[A-Z]")) {
            group = label + ".";
            parent = "";
        } else if (!label.isEmpty()) {
            parent = label;
        }
    }

    private String reference(String label) {
        if (label.matches("[a-zđ]")) {
            return group + parent + label;
        }
        if (!label.isEmpty()) {
            parent = label;
        }
        return label.isEmpty() ? group + parent + "-" : group + label;
    }

    private @Nullable Passage cell(List<Passage> cells, Column column) {
        var at = columns.get(column);
        var cell = at == null || at >= cells.size() ? null : cells.get(at);
        return cell == null || cell.isEmpty() || cell.text().matches("[-–_. ]+") ? null : cell;
    }
}
