package vn.tiendo.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tasks that are given to a person and not to a group, shown to another person or passed on. */
@Component
public class PersonalTasks {

    private final TaskService tasks;
    private final RuntimeService instances;
    private final Privileged privileged;

    PersonalTasks(TaskService tasks, RuntimeService instances, Privileged privileged) {
        this.tasks = tasks;
        this.instances = instances;
        this.privileged = privileged;
    }

    /**
     * Shows one person's tasks to another too.
     *
     * @return those the other did not see before
     */
    public List<String> share(String owner, String other) {
        return privileged.call(() -> {
            var unseen = new ArrayList<>(of(owner));
            unseen.removeAll(of(other));
            unseen.forEach(task -> tasks.addCandidateUser(task, other));
            return unseen;
        });
    }

    private List<String> of(String login) {
        return tasks.createTaskQuery().taskInvolvedUser(login).list().stream()
                .map(Task::getId)
                .toList();
    }

    /** Undoes {@link #share}; also what the other has begun and not finished is the owner's again. */
    public void takeBack(Collection<String> shared, String owner, String other) {
        privileged.run(() -> {
            if (shared.isEmpty()) {
                return; // the engine refuses to look for nothing
            }
            for (var task : tasks.createTaskQuery()
                    .taskIdIn(shared.toArray(String[]::new))
                    .list()) {
                tasks.deleteCandidateUser(task.getId(), other);
                if (other.equals(task.getAssignee())) {
                    tasks.setAssignee(task.getId(), owner);
                }
            }
        });
    }

    /**
     * Passes on the tasks of a person and those the models will give him.
     *
     * @param roles variables that hold whom a model gives its tasks to
     */
    public void passOn(String giver, String taker, List<String> roles) {
        privileged.run(() -> {
            for (var task : tasks.createTaskQuery().taskInvolvedUser(giver).list()) {
                if (giver.equals(task.getAssignee())) {
                    tasks.setAssignee(task.getId(), taker);
                } else {
                    tasks.addCandidateUser(task.getId(), taker);
                    tasks.deleteCandidateUser(task.getId(), giver);
                }
            }
            for (var role : roles) {
                instances
                        .createProcessInstanceQuery()
                        .variableValueEquals(role, giver)
                        .list()
                        .forEach(instance -> instances.setVariable(instance.getId(), role, taker));
            }
        });
    }
}
