package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tiendo.testing.ProcessTest;

/** After all other tests: every flow node of every bundled model was passed by some instance. Means nothing alone. */
@ProcessTest
@Tag("coverage")
@Order(Integer.MAX_VALUE)
class FlowNodeCoverageTest {

    private static final List<String> MODELS = List.of(
            "planLifecycle",
            "planDistribution",
            "reportRound",
            "periodicReport",
            "deadlineDecision",
            "adHocReport",
            "selfAssessment",
            "assessmentOpening");

    @Autowired
    RepositoryService repository;

    @Autowired
    HistoryService history;

    @Test
    void everyFlowNodeWasPassed() {
        for (var key : MODELS) {
            var definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            Set<String> missed =
                    repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class).stream()
                            .map(FlowNode::getId)
                            .collect(Collectors.toCollection(TreeSet::new));
            missed.removeAll(
                    history
                            .createHistoricActivityInstanceQuery()
                            .processDefinitionId(definition.getId())
                            .finished()
                            .list()
                            .stream()
                            .map(HistoricActivityInstance::getActivityId)
                            .collect(Collectors.toSet()));
            assertThat(missed).as("flow nodes of %s that no test passed", key).isEmpty();
        }
    }
}
