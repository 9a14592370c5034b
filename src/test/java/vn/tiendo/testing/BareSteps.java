package vn.tiendo.testing;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Every step of our models, doing no more than what the model itself waits for: a verdict, other cases, a message. */
final class BareSteps {

    static final int RECIPIENTS = 10;
    static final int ROUNDS = 2;
    static final int UNITS = 5;

    private static final Map<String, String> VERDICTS = Map.of(
            "recordDraft", "OFFICIAL",
            "recordReview", "APPROVED",
            "recordFormCheck", "APPROVED",
            "recordApproval", "APPROVED",
            "sendDocument", "SENT",
            "openRounds", "ROUNDS",
            "recordAcceptance", "APPROVED",
            "recordConsolidationVerdict", "APPROVED");

    private final Answers answers = new Answers();
    private final Map<String, Integer> finished = new HashMap<>();

    void execute(DelegateExecution execution) {
        var step = execution.getCurrentActivityId();
        var key = execution.getProcessBusinessKey();
        if (VERDICTS.containsKey(step)) {
            execution.setVariable("verdict", VERDICTS.get(step));
        }
        switch (step) {
            case "recordDraft" -> execution.setVariable("signer", "signer");
            case "distributePlan" ->
                below(key, RECIPIENTS)
                        .forEach(it -> start(execution, "planDistribution", it, Map.of("plan", "P", "delivery", it)));
            case "openRounds" ->
                below(key, ROUNDS).forEach(it -> start(execution, "reportRound", it, round(1 + it.charAt(1) - 'a')));
            case "askUnits" -> below(key, UNITS).forEach(it -> start(execution, "periodicReport", it, report()));
            case "gatherReport" -> tellAbove(execution, UNITS, "allReportsIn");
            case "closeRound" -> tellAbove(execution, ROUNDS, "allRoundsClosed");
            default -> {
                // the others have nothing to tell the model
            }
        }
    }

    /** One letter for each level: plan P, its round Pa, the report Pab. */
    static List<String> below(String key, int count) {
        return IntStream.range(0, count).mapToObj(n -> key + (char) ('a' + n)).toList();
    }

    private Map<String, Object> round(int number) {
        return Map.of(
                "plan", "P",
                "signer", "signer",
                "opensAt", answers.workingDays(100 * number),
                "due", answers.workingDays(100 * number + 20),
                "sendDue", answers.workingDays(100 * number + 30));
    }

    private Map<String, Object> report() {
        return Map.of("plan", "P", "unit", "unit", "relation", "ORDER", "due", answers.workingDays(20));
    }

    private static void start(DelegateExecution execution, String process, String key, Map<String, Object> variables) {
        execution.getProcessEngineServices().getRuntimeService().startProcessInstanceByKey(process, key, variables);
    }

    /** The last of them tells the case above. */
    private void tellAbove(DelegateExecution execution, int all, String message) {
        var key = execution.getProcessBusinessKey();
        var above = key.substring(0, key.length() - 1);
        if (finished.merge(above, 1, Integer::sum) % all == 0) {
            execution
                    .getProcessEngineServices()
                    .getRuntimeService()
                    .createMessageCorrelation(message)
                    .processInstanceBusinessKey(above)
                    .correlateAll();
        }
    }

    /** What the models ask of our beans, with no calendar and no people behind it. */
    public static final class Answers {

        public Date workingDays(int days) {
            return new Date(ClockUtil.getCurrentTime().getTime() + days * 86_400_000L);
        }

        public Date endOfYear() {
            return workingDays(300);
        }

        public Date gatheringEnds(Date due, Date sendDue) {
            return sendDue.before(due) ? sendDue : due;
        }

        public Date next(String kind, String relation, Date due) {
            return due;
        }

        public boolean answersFor(String login, String unit) {
            return true;
        }

        public String positionOf(String login) {
            return "VICE_CHAIR";
        }
    }
}
