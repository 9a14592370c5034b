package vn.tiendo.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tiendo.deadline.DeadlineHistory;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.PlanAccess;
import vn.tiendo.plan.PlanHistory;

/** What the forms around assignments show, and how it goes with them. */
@RestController
class AssignmentController {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(OfficeTime.ZONE);

    private final Assignments assignments;
    private final CarryingOut carryingOut;
    private final PlanAccess access;
    private final PlanHistory history;
    private final DeadlineHistory deadlines;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    AssignmentController(
            Assignments assignments,
            CarryingOut carryingOut,
            PlanAccess access,
            PlanHistory history,
            DeadlineHistory deadlines,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.assignments = assignments;
        this.carryingOut = carryingOut;
        this.access = access;
        this.history = history;
        this.deadlines = deadlines;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/api/assignments/{id}")
    Content assignment(@PathVariable String id) {
        var assignment = assignments.get(id);
        var plan = access.readable(assignment.plan());
        var me = current.get();
        if (!me.seesAllReports() && !me.isOf(assignment.answerable())) {
            throw new NotFound("assignment " + id);
        }
        var names = directory.names();
        var partners = assignments.partnersOf(plan.id()).stream()
                .filter(partner -> partner.task() == assignment.task())
                .toList();
        return new Content(
                id,
                plan.id(),
                plan.code(),
                plan.subject(),
                assignment.task(),
                assignment.text(),
                Sentences.of("taskKind." + assignment.kind()),
                Sentences.of("assignmentState." + assignment.state()),
                names.getOrDefault(assignment.answerable(), assignment.answerable()),
                named(names, partners, Assignments.Partner.Role.CO_LEAD),
                named(names, partners, Assignments.Partner.Role.COORDINATOR),
                print(assignment.lastDay()),
                assignment.lateBy(OffsetDateTime.now(clock)),
                carryingOut.mustExplain(assignment),
                assignment.workPlan(),
                assignment.percent(),
                assignment.progress(),
                assignment.difficulties(),
                assignment.result(),
                assignment.explanation(),
                assignment.handedInAt() == null ? null : MOMENT.format(assignment.handedInAt()),
                assignments.filesOf(id),
                assignments.progressOf(id),
                deadlines.of(id, Sentences.of("assignment.deadline")),
                history.remarks(id));
    }

    @PostMapping("/api/assignments/{id}/progress")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tell(@PathVariable String id, @RequestBody CarryingOut.ProgressInput input) {
        access.readable(assignments.get(id).plan());
        carryingOut.tell(id, input);
    }

    private static List<String> named(
            Map<String, String> names, List<Assignments.Partner> partners, Assignments.Partner.Role role) {
        return partners.stream()
                .filter(partner -> partner.role() == role)
                .map(partner -> names.getOrDefault(partner.unit(), partner.unit()))
                .toList();
    }

    private static @Nullable String print(@Nullable LocalDate day) {
        return day == null ? null : Entries.print(day);
    }

    record Content(
            String id,
            String planId,
            @Nullable String planCode,
            String planSubject,
            int number,
            String text,
            String kindText,
            String stateText,
            String unitName,
            List<String> coLeads,
            List<String> coordinators,
            @Nullable String due,
            boolean late,
            boolean mustExplain,
            @Nullable String workPlan,
            int percent,
            @Nullable String progress,
            @Nullable String difficulties,
            @Nullable String result,
            @Nullable String explanation,
            @Nullable String handedInAt,
            List<Drafts.FileLine> files,
            List<Assignments.Progress> told,
            List<DeadlineHistory.Change> changes,
            List<PlanHistory.Remark> remarks) {}
}
