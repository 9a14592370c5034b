package vn.tiendo.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.OneCommand;
import vn.tiendo.engine.Privileged;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;

/** One open task of the person who is signed in: its saved content, saving it while typing, handing it in or giving it back. */
@RestController
@RequestMapping("/api/work/{task:(?!start).*}")
class WorkController {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(OfficeTime.ZONE);

    private final TaskService tasks;
    private final HistoryService history;
    private final FormInputs inputs;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Privileged privileged;
    private final OneCommand oneCommand;
    private final Clock clock;

    WorkController(
            TaskService tasks,
            HistoryService history,
            FormInputs inputs,
            Directory directory,
            CurrentOfficial current,
            Privileged privileged,
            OneCommand oneCommand,
            Clock clock) {
        this.tasks = tasks;
        this.history = history;
        this.inputs = inputs;
        this.directory = directory;
        this.current = current;
        this.privileged = privileged;
        this.oneCommand = oneCommand;
        this.clock = clock;
    }

    @GetMapping
    Work work(@PathVariable String task) {
        var open = open(task);
        var key = oneCommand.businessKey(open);
        return new Work(
                open.getId(),
                open.getTaskDefinitionKey(),
                open.getName(),
                open.getDueDate() == null ? null : DAY.format(open.getDueDate().toInstant()),
                open.getDueDate() != null && open.getDueDate().toInstant().isBefore(clock.instant()),
                key,
                open.getAssignee(),
                current.login().equals(open.getAssignee()),
                isReturnable(open),
                inputs.saved(key, open.getTaskDefinitionKey()).orElse(null));
    }

    @PutMapping("/input")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(@PathVariable String task, @RequestBody JsonNode content) {
        var open = open(task);
        mine(open);
        inputs.save(oneCommand.businessKey(open), open.getTaskDefinitionKey(), content);
    }

    /** What was typed stays also when the step refuses it. */
    @PostMapping
    Done handIn(@PathVariable String task, @RequestBody JsonNode content) {
        return inputs.handIn(() -> oneCommand.call(() -> {
            var open = open(task);
            mine(open);
            inputs.hold(oneCommand.businessKey(open), open.getTaskDefinitionKey(), content);
            var me = current.get();
            var absent = absent(open, me);
            take(open, me);
            current.actFor(absent, () -> tasks.complete(task));
            return new Done(Sentences.of("work.done", open.getName()));
        }));
    }

    /** Back to its group; what was typed stays with the one who typed it. */
    @PostMapping("/release")
    Done release(@PathVariable String task) {
        var open = open(task);
        if (!isReturnable(open)) {
            throw Refusal.because("work.notReturnable");
        }
        // the engine's own unclaim wants the right to assign tasks; claiming for nobody does the same
        tasks.claim(task, null);
        return new Done(Sentences.of("work.released", open.getName()));
    }

    /** Claimed by this person, and there is a group to return it to. */
    private boolean isReturnable(Task task) {
        return current.login().equals(task.getAssignee())
                && tasks.getIdentityLinksForTask(task.getId()).stream()
                        .anyMatch(
                                link -> link.getGroupId() != null && IdentityLinkType.CANDIDATE.equals(link.getType()));
    }

    private Task open(String id) {
        var task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null) {
            throw privileged.call(() -> ended(id));
        }
        return task;
    }

    private Refusal ended(String id) {
        var ended =
                history.createHistoricTaskInstanceQuery().taskId(id).finished().singleResult();
        if (ended == null || ended.getAssignee() == null) {
            return Refusal.because("work.notFound");
        }
        var who = directory.find(ended.getAssignee()).map(Official::name).orElse(ended.getAssignee());
        return Refusal.because("work.alreadyDone", ended.getName(), who);
    }

    /** In whose place this person does a task. */
    private Optional<Official> absent(Task task, Official me) {
        if (task.getAssignee() == null) {
            return me.actingAs(tasks.getIdentityLinksForTask(task.getId()).stream()
                    .map(IdentityLink::getGroupId)
                    .filter(Objects::nonNull)
                    .toList());
        }
        return Optional.of(task.getAssignee())
                .filter(assignee -> !assignee.equals(me.login()))
                .map(directory::official);
    }

    private void take(Task task, Official me) {
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), me.login());
        } else if (!task.getAssignee().equals(me.login())) {
            // nobody may assign what another has; a substitute may do it
            privileged.run(() -> tasks.setAssignee(task.getId(), me.login()));
        }
    }

    private void mine(Task task) {
        if (task.getAssignee() != null && !current.get().mayDoFor(task.getAssignee())) {
            throw Refusal.because(
                    "work.claimedByOther",
                    directory.official(task.getAssignee()).name());
        }
    }

    record Work(
            String taskId,
            String step,
            String name,
            @Nullable String due,
            boolean overdue,
            String businessKey,
            @Nullable String assignee,
            boolean mine,
            boolean returnable,
            @Nullable JsonNode input) {}

    record Done(String message) {}
}
