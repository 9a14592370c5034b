package vn.tiendo.reporting;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The process {@code periodicReport}: one unit's report in one round. */
@Component
class PeriodicReport {

    private final RuntimeService instances;

    PeriodicReport(RuntimeService instances) {
        this.instances = instances;
    }

    void start(String report, String plan, String unit, Date due) {
        instances.startProcessInstanceByKey(
                "periodicReport", report, Map.of("report", report, "plan", plan, "unit", unit, "due", due));
    }

    void roundClosed(String report) {
        instances
                .createMessageCorrelation("roundClosed")
                .processInstanceBusinessKey(report)
                .correlateAll();
    }

    record Variables(
            String report,
            String plan,
            String unit,
            Date due,
            @Nullable String verdict) {

        static Variables of(DelegateExecution execution) {
            return new Variables(
                    execution.getProcessBusinessKey(),
                    (String) execution.getVariable("plan"),
                    (String) execution.getVariable("unit"),
                    (Date) execution.getVariable("due"),
                    (String) execution.getVariable("verdict"));
        }

        static void verdict(DelegateExecution execution, Enum<?> verdict) {
            execution.setVariable("verdict", verdict.name());
        }
    }
}
