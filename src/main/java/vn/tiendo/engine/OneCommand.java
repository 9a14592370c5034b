package vn.tiendo.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Several calls to the engine as one command: one transaction, and what one call loaded the next need not load again. */
@Component
public class OneCommand {

    private final ProcessEngineConfigurationImpl engine;

    OneCommand(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    public <T> T call(Supplier<T> calls) {
        return engine.getCommandExecutorTxRequired().execute(context -> calls.get());
    }

    void run(Runnable calls) {
        call(() -> {
            calls.run();
            return true;
        });
    }

    /** Of the case that a task belongs to; whoever may see the task may know it. */
    public String businessKey(Task task) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            var executions = context.getExecutionManager();
            // all of the case in one question: completing the task asks the same one and finds it answered
            executions.findExecutionsByProcessInstanceId(task.getProcessInstanceId());
            return executions.findExecutionById(task.getProcessInstanceId()).getBusinessKey();
        });
    }
}
