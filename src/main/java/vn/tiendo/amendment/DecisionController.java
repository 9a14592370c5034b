package vn.tiendo.amendment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import vn.tiendo.form.Entries;
import vn.tiendo.plan.PlanAccess;

/** Asking for more time, and what the leader sees when he decides. */
@RestController
class DecisionController {

    private final Decisions decisions;
    private final PlanAccess access;
    private final DeadlineHistory deadlines;
    private final Directory directory;
    private final CurrentOfficial current;

    DecisionController(
            Decisions decisions,
            PlanAccess access,
            DeadlineHistory deadlines,
            Directory directory,
            CurrentOfficial current) {
        this.decisions = decisions;
        this.access = access;
        this.deadlines = deadlines;
        this.directory = directory;
        this.current = current;
    }

    @PostMapping({"/api/reports/{id}/extension", "/api/assignments/{id}/extension"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(@PathVariable String id, @RequestBody Wish wish) {
        access.readable(Objects.requireNonNull(decisions.owed(id).debt().plan()));
        decisions.askExtension(id, wish.wanted(), wish.reason());
    }

    @GetMapping("/api/decisions/{id}")
    Content decision(@PathVariable String id) {
        var question = decisions.get(id);
        var owed = decisions.owed(question.debt());
        var debt = owed.debt();
        var plan = access.readable(Objects.requireNonNull(debt.plan()));
        if (!current.get().seesAllReports()) {
            throw new NotFound("decision " + id);
        }
        return new Content(
                id,
                plan.id(),
                plan.code(),
                plan.subject(),
                debt.what(),
                debt.source(),
                debt.unitName(),
                print(debt.lastDay()),
                debt.late(),
                print(question.wanted()),
                question.askedBy() == null
                        ? null
                        : directory.official(question.askedBy()).name(),
                question.reason(),
                deadlines.of(debt.key(), owed.stage().deadlineName()));
    }

    private static @Nullable String print(@Nullable LocalDate day) {
        return day == null ? null : Entries.print(day);
    }

    record Wish(@Nullable String wanted, @Nullable String reason) {}

    record Content(
            String id,
            String planId,
            @Nullable String planCode,
            String planSubject,
            String dutyName,
            String source,
            String unitName,
            @Nullable String due,
            boolean late,
            @Nullable String wanted,
            @Nullable String askedBy,
            @Nullable String reason,
            List<DeadlineHistory.Change> changes) {}
}
