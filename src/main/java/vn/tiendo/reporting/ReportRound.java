package vn.tiendo.reporting;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Sends;

/** The process {@code reportRound}: one duty, one period. */
@Component
@Sends("allReportsIn")
public class ReportRound {

    private final RuntimeService instances;

    ReportRound(RuntimeService instances) {
        this.instances = instances;
    }

    void start(String round, Variables first) {
        instances.startProcessInstanceByKey(
                "reportRound",
                round,
                Map.of(
                        "plan", first.plan(),
                        "signer", first.signer(),
                        "opensAt", first.opensAt(),
                        "due", first.due(),
                        "sendDue", first.sendDue()));
    }

    /** Nobody waits for it once the office has gone on without the late ones; that is no error. */
    void allReportsIn(String round) {
        instances
                .createMessageCorrelation("allReportsIn")
                .processInstanceBusinessKey(round)
                .correlateAll();
    }

    /** What the timers and gateways ask for. */
    public record Variables(
            String plan,
            String signer,
            Date opensAt,
            Date due,
            Date sendDue,
            @Nullable String verdict) {

        public static Variables of(DelegateExecution execution) {
            return new Variables(
                    (String) execution.getVariable("plan"),
                    (String) execution.getVariable("signer"),
                    (Date) execution.getVariable("opensAt"),
                    (Date) execution.getVariable("due"),
                    (Date) execution.getVariable("sendDue"),
                    (String) execution.getVariable("verdict"));
        }

        public static void signer(DelegateExecution execution, String login) {
            execution.setVariable("signer", login);
        }

        public static void verdict(DelegateExecution execution, Enum<?> verdict) {
            execution.setVariable("verdict", verdict.name());
        }
    }
}
