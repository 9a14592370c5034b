package vn.tiendo.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** A task that waits, with the due date of its model. */
final class OpenTask implements OpenDate {

    private final TaskEntity task;
    private final TaskService tasks;

    OpenTask(TaskEntity task, TaskService tasks) {
        this.task = task;
        this.tasks = tasks;
    }

    @Override
    public String subject() {
        return OpenDate.subject(task.getExecution());
    }

    @Override
    public String what() {
        return task.getName();
    }

    @Override
    public Instant created() {
        return task.getCreateTime().toInstant();
    }

    @Override
    public Date due() {
        return task.getDueDate();
    }

    @Override
    public @Nullable Date said() {
        var said = task.getTaskDefinition().getDueDateExpression().getValue(task.getExecution());
        return said instanceof Date date ? date : null;
    }

    @Override
    public void moveTo(Date due) {
        tasks.setDueDate(task.getId(), due);
    }
}
