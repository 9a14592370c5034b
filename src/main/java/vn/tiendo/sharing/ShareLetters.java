package vn.tiendo.sharing;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.tiendo.assignment.Assignment;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.mail.Letter;
import vn.tiendo.mail.Notices;

/** Whoever gets a part of an assignment is told at once, politely if his unit is only asked. */
@Component
class ShareLetters {

    private final Directory directory;
    private final Notices notices;

    ShareLetters(Directory directory, Notices notices) {
        this.directory = directory;
        this.notices = notices;
    }

    void post(Share share, Assignment owed, Official giver) {
        var unit = directory.unit(share.unit());
        var readers =
                share.person() == null ? directory.members(unit.code()) : List.of(directory.official(share.person()));
        notices.post(readers.stream()
                .map(reader -> new Notices.Notice(
                        reader.login(),
                        new Letter(
                                String.join("/", "share", share.id(), reader.login()),
                                owed.plan(),
                                reader.name(),
                                reader.email(),
                                share.person() == null
                                        ? Sentences.of("share.asked.subject", owed.title())
                                        : Sentences.of("share.given.subject", owed.title()),
                                List.of(
                                        share.person() == null
                                                ? Sentences.of(
                                                        "share.asked.body",
                                                        directory
                                                                .unit(owed.answerable())
                                                                .name(),
                                                        unit.name())
                                                : Sentences.of("share.given.body", giver.name()),
                                        Sentences.of("share.line", share.work(), Entries.print(share.lastDay()))),
                                "/camunda/app/tasklist/default/",
                                Sentences.of("assignment.why", unit.name()),
                                null),
                        false))
                .toList());
    }
}
