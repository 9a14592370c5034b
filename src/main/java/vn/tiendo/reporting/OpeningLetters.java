package vn.tiendo.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.mail.Letter;
import vn.tiendo.mail.Notices;

/** When a round opens, everybody of its units learns it: those of the committee are ordered, bodies beside it are asked. */
@Component
class OpeningLetters {

    private final Directory directory;
    private final Notices notices;

    OpeningLetters(Directory directory, Notices notices) {
        this.directory = directory;
        this.notices = notices;
    }

    void post(Round round, List<Unit> units, String source) {
        var people = directory.officials().stream().collect(Collectors.groupingBy(Official::unit));
        var asked = new ArrayList<Notices.Notice>();
        for (var unit : units) {
            people.getOrDefault(unit.code(), List.of()).stream()
                    .filter(person -> person.groups().contains(unit.code()))
                    .map(person -> new Notices.Notice(person.login(), letter(round, unit, person, source), false))
                    .forEach(asked::add);
        }
        notices.post(asked);
    }

    private static Letter letter(Round round, Unit unit, Official reader, String source) {
        var due = Entries.print(round.lastDay());
        return new Letter(
                String.join("/", "asked", round.id(), unit.code(), reader.login()),
                round.plan(),
                reader.name(),
                reader.email(),
                unit.isOrdered()
                        ? Sentences.of("report.asked.subject", round.title())
                        : Sentences.of("report.requested.subject", round.title()),
                List.of(
                        unit.isOrdered()
                                ? Sentences.of("report.asked.body", unit.name(), round.title(), due)
                                : Sentences.of("report.requested.body", unit.name(), round.title(), due),
                        source),
                "/camunda/app/tasklist/default/",
                unit.isOrdered()
                        ? Sentences.of("told.HOLDER", unit.name())
                        : Sentences.of("ladder.requested", unit.name(), Sentences.of("owed.REPORT")),
                null);
    }
}
