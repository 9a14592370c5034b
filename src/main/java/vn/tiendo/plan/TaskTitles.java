package vn.tiendo.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tiendo.engine.Privileged;

/** Which plan a task is about, for Tasklist's list, which knows only the name of the step. */
@RestController
class TaskTitles {

    /** Business keys of deliveries, rounds and reports begin with their plan's id. */
    private static final Pattern PLAN = Pattern.compile("KH-\\d{4}-\\d{4,}");

    private final TaskService tasks;
    private final RuntimeService instances;
    private final Privileged privileged;
    private final Plans plans;

    TaskTitles(TaskService tasks, RuntimeService instances, Privileged privileged, Plans plans) {
        this.tasks = tasks;
        this.instances = instances;
        this.privileged = privileged;
        this.plans = plans;
    }

    /** Titles by task; tasks that this person may not see are left out. */
    @GetMapping("/api/task-titles")
    Map<String, String> titles(@RequestParam(defaultValue = "") List<String> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        var visible = tasks.createTaskQuery().taskIdIn(of.toArray(String[]::new)).list().stream()
                .filter(task -> task.getProcessInstanceId() != null)
                .collect(Collectors.toMap(Task::getId, Task::getProcessInstanceId));
        if (visible.isEmpty()) {
            return Map.of();
        }
        var planOf = privileged.call(() ->
                instances.createProcessInstanceQuery().processInstanceIds(Set.copyOf(visible.values())).list().stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, TaskTitles::plan)));
        var titles = plans.titles(planOf.values());
        return visible.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> titles.getOrDefault(planOf.getOrDefault(entry.getValue(), ""), "")));
    }

    private static String plan(ProcessInstance instance) {
        var plan = PLAN.matcher(String.valueOf(instance.getBusinessKey()));
        return plan.lookingAt() ? plan.group() : "";
    }
}
