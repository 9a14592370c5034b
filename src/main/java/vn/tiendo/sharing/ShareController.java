package vn.tiendo.sharing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tiendo.assignment.Assignment;
import vn.tiendo.assignment.Assignments;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.PlanAccess;

/** The parts of an assignment as its unit sees them, and one part as who does it sees it. */
@RestController
class ShareController {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(OfficeTime.ZONE);

    private final Shares shares;
    private final Sharing sharing;
    private final Assignments assignments;
    private final PlanAccess access;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    ShareController(
            Shares shares,
            Sharing sharing,
            Assignments assignments,
            PlanAccess access,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.shares = shares;
        this.sharing = sharing;
        this.assignments = assignments;
        this.access = access;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/api/assignments/{id}/shares")
    Parts parts(@PathVariable String id) {
        var owed = readable(id);
        var me = current.get();
        if (!me.seesAllReports() && !me.isOf(owed.answerable())) {
            throw new NotFound("assignment " + id);
        }
        var coordinators = sharing.coordinators(owed);
        return new Parts(
                shares.of(id).stream().map(this::part).toList(),
                me.leads(owed.answerable()),
                !coordinators.isEmpty() && me.isOf(owed.answerable()),
                sharing.colleagues(owed).stream()
                        .map(one -> new Choice(one.login(), one.name()))
                        .toList(),
                coordinators.stream()
                        .map(unit -> new Choice(unit.code(), unit.name()))
                        .toList());
    }

    @PostMapping("/api/assignments/{id}/shares")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(@PathVariable String id, @RequestBody Sharing.SplitInput input) {
        readable(id);
        sharing.giveToOfficial(id, input);
    }

    @PostMapping("/api/assignments/{id}/coordination")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(@PathVariable String id, @RequestBody Sharing.AskInput input) {
        readable(id);
        sharing.askCoordinator(id, input);
    }

    @GetMapping("/api/shares/{id}")
    Content share(@PathVariable String id) {
        var share = shares.get(id);
        var owed = assignments.get(share.assignment());
        var plan = access.readable(owed.plan());
        var me = current.get();
        if (!me.seesAllReports() && !me.isOf(share.unit()) && !me.isOf(owed.answerable())) {
            throw new NotFound("share " + id);
        }
        return new Content(
                id,
                plan.id(),
                plan.code(),
                plan.subject(),
                owed.text(),
                directory.unit(owed.answerable()).name(),
                directory.official(share.givenBy()).name(),
                share.work(),
                Entries.print(share.lastDay()),
                share.lateBy(OffsetDateTime.now(clock)),
                share.person() == null);
    }

    private Assignment readable(String id) {
        var owed = assignments.get(id);
        access.readable(owed.plan());
        return owed;
    }

    private Part part(Share share) {
        return new Part(
                share.person() == null
                        ? directory.unit(share.unit()).name()
                        : directory.official(share.person()).name(),
                share.work(),
                Entries.print(share.lastDay()),
                share.lateBy(OffsetDateTime.now(clock)),
                Sentences.of("shareState." + share.state()),
                share.answer(),
                share.answeredBy() == null
                        ? null
                        : directory.official(share.answeredBy()).name(),
                share.answeredAt() == null ? null : MOMENT.format(share.answeredAt()),
                shares.filesOf(share.id()));
    }

    /** @param leads this person may split the work; {@code asks}: he may ask the units that take part */
    record Parts(List<Part> parts, boolean leads, boolean asks, List<Choice> colleagues, List<Choice> coordinators) {}

    record Choice(String value, String label) {}

    record Part(
            String who,
            String work,
            String due,
            boolean late,
            String stateText,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable String answeredAt,
            List<Drafts.FileLine> files) {}

    record Content(
            String id,
            String planId,
            @Nullable String planCode,
            String planSubject,
            String text,
            String unitName,
            String givenBy,
            String work,
            String due,
            boolean late,
            boolean declinable) {}
}
