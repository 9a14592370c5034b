package vn.tiendo.deadline;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.Sentences;
import vn.tiendo.mail.Letter;
import vn.tiendo.mail.Mails;

/** Open tasks of a case that are past their due date: who holds them up is reminded once, then the next above is told. */
@Component
class OverdueWork {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(OfficeTime.ZONE);

    private final TaskService tasks;
    private final RuntimeService instances;
    private final Directory directory;
    private final Mails mails;
    private final Clock clock;

    OverdueWork(TaskService tasks, RuntimeService instances, Directory directory, Mails mails, Clock clock) {
        this.tasks = tasks;
        this.instances = instances;
        this.directory = directory;
        this.mails = mails;
        this.clock = clock;
    }

    void remind(String instance) {
        post(
                instance,
                (task, plan) ->
                        holders(task).stream().map(holder -> letter("overdue.reminder", task, plan, holder, holder)));
    }

    /** Tells nobody if the work was done meanwhile; above the Chủ tịch there is nobody to tell. */
    void escalate(String instance) {
        post(
                instance,
                (task, plan) -> holders(task).stream()
                        .flatMap(holder -> directory.above(holder).stream()
                                .map(above -> letter("overdue.escalation", task, plan, holder, above))));
    }

    private void post(String instance, BiFunction<Task, String, Stream<Letter>> letters) {
        var plan = (String) instances.getVariable(instance, "plan");
        mails.post(overdue(instance).stream()
                .flatMap(task -> letters.apply(task, plan))
                .toList());
    }

    private List<Task> overdue(String instance) {
        // the timer fires at the due date itself
        var now = Date.from(clock.instant().plusSeconds(1));
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .dueBefore(now)
                .list();
    }

    private Collection<Official> holders(Task task) {
        if (task.getAssignee() != null) {
            return directory.find(task.getAssignee()).stream().toList();
        }
        Set<Official> holders = new LinkedHashSet<>();
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
            if (!IdentityLinkType.CANDIDATE.equals(link.getType())) {
                continue;
            }
            if (link.getGroupId() != null) {
                holders.addAll(directory.members(link.getGroupId()));
            } else {
                directory.find(link.getUserId()).ifPresent(holders::add);
            }
        }
        return holders;
    }

    private static Letter letter(String kind, Task task, String plan, Official holder, Official reader) {
        var due = DAY.format(task.getDueDate().toInstant());
        return new Letter(
                kind + "/" + task.getId() + "/" + reader.login(),
                plan,
                reader.name(),
                reader.email(),
                Sentences.of(kind + ".subject", task.getName(), plan),
                List.of(Sentences.of(kind + ".body", task.getName(), plan, due, holder.name())),
                "/camunda/app/tasklist/default/#/?task=" + task.getId(),
                Sentences.of(kind + ".why", holder.name()),
                null);
    }
}
