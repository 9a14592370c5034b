package vn.tiendo.scoring;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The process {@code assessmentOpening}: a plan's duty to score oneself waits for its time. */
@Component
class AssessmentOpening {

    private static final String KEY = "assessmentOpening";

    private final RuntimeService instances;
    private final HistoryService history;

    AssessmentOpening(RuntimeService instances, HistoryService history) {
        this.instances = instances;
        this.history = history;
    }

    /** Once for a plan, however often it is asked for. */
    void start(String plan, Date opensAt) {
        var key = plan + "-T";
        var started = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey(KEY)
                .count();
        if (started == 0) {
            instances.startProcessInstanceByKey(KEY, key, Map.of("plan", plan, "opensAt", opensAt));
        }
    }

    record Variables(String plan, Date opensAt) {

        static Variables of(DelegateExecution execution) {
            return new Variables((String) execution.getVariable("plan"), (Date) execution.getVariable("opensAt"));
        }
    }
}
