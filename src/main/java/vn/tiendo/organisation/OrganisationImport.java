package vn.tiendo.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;

/** Takes units and people out of a file, all or nothing. A dry run is the same act, undone at its end. */
@Component
class OrganisationImport {

    private final OrganisationChange change;
    private final Units units;
    private final Staff staff;
    private final Directory directory;
    private final TransactionTemplate transaction;

    OrganisationImport(
            OrganisationChange change, Units units, Staff staff, Directory directory, TransactionTemplate transaction) {
        this.change = change;
        this.units = units;
        this.staff = staff;
        this.directory = directory;
        this.transaction = transaction;
    }

    /** What the file would change, and everything that is wrong with it. */
    Outcome tries(Sheets sheets) {
        return run(sheets, true);
    }

    /** Changes it, unless something is wrong with it by now. */
    Outcome takes(Sheets sheets) {
        return run(sheets, false);
    }

    private Outcome run(Sheets sheets, boolean dry) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                change.alone();
                var outcome = new Outcome(new ArrayList<>(sheets.refusals()), new ArrayList<>(), new ArrayList<>());
                var newUnits = takeUnits(sheets.units(), outcome);
                var newPeople = takePeople(sheets.people(), outcome);
                if (dry || !outcome.findings().isEmpty()) {
                    status.setRollbackOnly();
                } else {
                    newUnits.forEach(units::follow);
                    newPeople.forEach(staff::follow);
                }
                return outcome;
            }));
        } finally {
            directory.forget();
        }
    }

    private List<String> takeUnits(List<Sheets.Row> rows, Outcome outcome) {
        var lines = new HashMap<String, Integer>();
        var changed = new ArrayList<String>();
        for (var row : parentsFirst(rows)) {
            var cells = row.as(UnitEntry.Column.class);
            var code = cells.getOrDefault(UnitEntry.Column.CODE, "");
            var known = units.entry(code);
            take("import.unitLine", row, code, lines, outcome, () -> {
                var written = units.put(known.orElse(UnitEntry.NOTHING).with(cells), known.isEmpty());
                var now = units.entry(written);
                if (!now.equals(known)) {
                    changed.add(written);
                    (known.isEmpty() ? outcome.added() : outcome.changed())
                            .add(now.map(UnitEntry::name).orElse(written));
                }
            });
        }
        return changed;
    }

    /** A unit may stand above the one it belongs to. */
    private static List<Sheets.Row> parentsFirst(List<Sheets.Row> rows) {
        var waiting = new ArrayList<>(rows);
        var ordered = new ArrayList<Sheets.Row>();
        while (!waiting.isEmpty()) {
            var ready = waiting.stream()
                    .filter(row -> waiting.stream()
                            .noneMatch(other -> other != row
                                    && Objects.equals(
                                            other.cells().get(UnitEntry.Column.CODE.name()),
                                            row.cells().get(UnitEntry.Column.PARENT.name()))))
                    .toList();
            // who stand above each other in a circle are refused one by one
            var next = ready.isEmpty() ? List.copyOf(waiting) : ready;
            ordered.addAll(next);
            waiting.removeAll(next);
        }
        return ordered;
    }

    private Map<String, String> takePeople(List<Sheets.Row> rows, Outcome outcome) {
        var lines = new HashMap<String, Integer>();
        var changed = new LinkedHashMap<String, String>();
        for (var row : chairLast(rows)) {
            var cells = row.as(PersonEntry.Column.class);
            var login = cells.getOrDefault(PersonEntry.Column.LOGIN, "");
            var known = staff.entry(login);
            take("import.personLine", row, login, lines, outcome, () -> {
                var written = staff.put(known.orElse(PersonEntry.NOTHING).with(cells), known.isEmpty());
                var now = staff.entry(written);
                if (!now.equals(known)) {
                    changed.put(written, known.isEmpty() ? cells.getOrDefault(PersonEntry.Column.PASSWORD, "") : "");
                    (known.isEmpty() ? outcome.added() : outcome.changed())
                            .add(now.map(PersonEntry::name).orElse(written));
                }
            });
        }
        return changed;
    }

    /** One follows the other in the same file: the post is free when its next holder comes. */
    private static List<Sheets.Row> chairLast(List<Sheets.Row> rows) {
        var ordered = new ArrayList<>(rows);
        ordered.sort(java.util.Comparator.comparing(row -> {
            var position = row.cells().getOrDefault(PersonEntry.Column.POSITION.name(), "");
            return position.equals(Position.CHAIR.name())
                            || position.equalsIgnoreCase(Words.of("position", Position.CHAIR))
                    ? 2
                    : position.equals(Position.ADMINISTRATOR.name())
                                    || position.equalsIgnoreCase(Words.of("position", Position.ADMINISTRATOR))
                            ? 0
                            : 1;
        }));
        return ordered;
    }

    private static void take(
            String line, Sheets.Row row, String key, Map<String, Integer> lines, Outcome outcome, Runnable put) {
        try {
            var before = key.isEmpty() ? null : lines.putIfAbsent(key, row.line());
            if (before != null) {
                throw Refusal.because("import.twice", key, before);
            }
            put.run();
        } catch (Refusal refusal) {
            outcome.findings().add(Sentences.of(line, row.line(), refusal.sentence()));
        }
    }

    /**
     * @param findings a sentence with its line for everything that is wrong; if there is one, nothing was taken
     * @param added names of new units and people
     * @param changed names of those that are different now
     */
    record Outcome(List<String> findings, List<String> added, List<String> changed) {

        public boolean changesNothing() {
            return added.isEmpty() && changed.isEmpty();
        }
    }
}
