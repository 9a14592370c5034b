package vn.tiendo.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Several calls to the engine as one command: one transaction, and what one call loaded the next need not load again. */
@Component
public class OneCommand {

    private final ProcessEngineConfigurationImpl engine;

    OneCommand(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    public void run(Runnable calls) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            calls.run();
            return null;
        });
    }
}
