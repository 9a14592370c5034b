package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.tiendo.testing.PassedFlowNodes;

/** After the other tests: every flow node of every bundled model was passed by some instance. Means nothing alone. */
@Tag("coverage")
class FlowNodeCoverageTest {

    @Test
    void everyFlowNodeWasPassed() throws Exception {
        var missed = new TreeSet<String>();
        try (var models = Files.newDirectoryStream(Path.of("bpmn"), "*.bpmn")) {
            for (var file : models) {
                for (var node : Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(FlowNode.class)) {
                    missed.add(processOf(node).getId() + "/" + node.getId());
                }
            }
        }
        assertThat(missed).hasSizeGreaterThan(100);
        missed.removeAll(PassedFlowNodes.ofThisRun());

        assertThat(missed).as("flow nodes that no test passed").isEmpty();
    }

    private static Process processOf(FlowNode node) {
        var scope = node.getParentElement();
        while (!(scope instanceof Process)) {
            scope = scope.getParentElement();
        }
        return (Process) scope;
    }
}
