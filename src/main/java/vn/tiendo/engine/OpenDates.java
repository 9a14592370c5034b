package vn.tiendo.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The due dates of open tasks and the timers, which the engine computes once, follow what they were computed from.
 *
 * <p>Each expression is asked before and after a change as of the moment its task or timer came to be. Only a date that
 * was what its expression said, and for which it now says another, moves; a date that somebody set by hand stays.
 */
@Component
public class OpenDates {

    private static final Logger LOG = LoggerFactory.getLogger(OpenDates.class);

    private final OneCommand oneCommand;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final RuntimeService instances;

    OpenDates(OneCommand oneCommand, TaskService tasks, ManagementService jobs, RuntimeService instances) {
        this.oneCommand = oneCommand;
        this.tasks = tasks;
        this.jobs = jobs;
        this.instances = instances;
    }

    /**
     * Makes the change and moves what depends on it, all in one command.
     *
     * @param businessKey of the only case that may move; null for all
     * @param each is told of every date that moved, inside the command
     * @return what moved, by case and old date
     */
    public List<Moved> follow(@Nullable String businessKey, Runnable change, Consumer<Moved> each) {
        var moved = new ArrayList<Moved>();
        oneCommand.run(() -> {
            var command = Context.getCommandContext();
            var before = command.runWithoutAuthorization(() -> {
                var dates = new LinkedHashMap<OpenDate, Date>();
                open(businessKey).forEach(open -> ask(open).ifPresent(said -> dates.put(open, said)));
                dates.entrySet().removeIf(date -> !isSame(date.getKey().due(), date.getValue()));
                return dates;
            });
            change.run();
            command.runWithoutAuthorization(() -> {
                before.forEach((open, due) -> ask(open)
                        .filter(now -> !isSame(now, due))
                        .ifPresent(now -> {
                            open.moveTo(now);
                            moved.add(new Moved(open.subject(), open.what(), due.toInstant(), now.toInstant()));
                        }));
                return null;
            });
            moved.sort(Comparator.comparing(Moved::subject).thenComparing(Moved::oldDue));
            moved.forEach(each);
        });
        return moved;
    }

    private List<OpenDate> open(@Nullable String businessKey) {
        var open = new ArrayList<OpenDate>();
        var taskQuery = tasks.createTaskQuery();
        var jobQuery = jobs.createJobQuery().timers();
        if (businessKey != null) {
            taskQuery.processInstanceBusinessKey(businessKey);
            var instance = instances
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(businessKey)
                    .singleResult();
            if (instance == null) {
                return open;
            }
            jobQuery.processInstanceId(instance.getId());
        }
        taskQuery.list().forEach(task -> {
            if (task instanceof TaskEntity entity
                    && entity.getDueDate() != null
                    && entity.getTaskDefinition() != null
                    && entity.getTaskDefinition().getDueDateExpression() != null) {
                open.add(new OpenTask(entity, tasks));
            }
        });
        jobQuery.list().forEach(job -> {
            // a locked one is just firing
            if (job instanceof TimerEntity timer && timer.getExecution() != null && timer.getLockOwner() == null) {
                var activity = timer.getExecution().getProcessDefinition().findActivity(timer.getActivityId());
                var declaration = activity == null
                        ? null
                        : TimerDeclarationImpl.getDeclarationsForScope(activity.getEventScope())
                                .get(activity.getId());
                if (declaration != null && declaration.getJobConfiguration().startsWith("DATE: ")) {
                    open.add(new OpenTimer(timer, declaration, String.valueOf(activity.getProperty("name")), jobs));
                }
            }
        });
        return open;
    }

    private static Optional<Date> ask(OpenDate open) {
        try {
            return Optional.ofNullable(OfficeTime.asOf(open.created(), open::said));
        } catch (ProcessEngineException e) {
            LOG.warn("{} of {} keeps its date: its expression gives none", open.what(), open.subject(), e);
            return Optional.empty();
        }
    }

    private static boolean isSame(Date one, Date other) {
        return one.getTime() == other.getTime();
    }

    /** @param what the Vietnamese name of the task or event in its model */
    public record Moved(String subject, String what, Instant oldDue, Instant newDue) {}
}
