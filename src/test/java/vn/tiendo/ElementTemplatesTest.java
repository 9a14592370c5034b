package vn.tiendo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.junit.jupiter.api.Test;

/** What Modeler offers beside the models: every step of ours can be picked, and nothing that is not there. */
class ElementTemplatesTest {

    private static final Path FOLDER = ModelTest.MODELS.resolve(".camunda/element-templates");

    private final List<JsonNode> templates = templates();

    @Test
    void everyStepOfOursHasOneTemplateThatCallsIt() {
        var called = templates.stream()
                .flatMap(it -> value(it, "camunda:delegateExpression").stream())
                .map(it -> it.substring(2, it.length() - 1))
                .toList();

        assertThat(called).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ModelTest.VOCABULARY.steps());
    }

    @Test
    void aTemplateIsFilledInAsOurOwnModelsDoIt() {
        var models = ModelTest.processes()
                .map(it -> Bpmn.readModelFromFile(it.toFile()))
                .toList();
        for (var step : models.stream()
                .flatMap(it -> it.getModelElementsByType(ServiceTask.class).stream())
                .toList()) {
            var template = templates.stream()
                    .filter(it -> value(it, "camunda:delegateExpression")
                            .equals(Optional.of(step.getCamundaDelegateExpression())))
                    .findFirst()
                    .orElseThrow();
            assertThat(value(template, "camunda:asyncBefore").isPresent())
                    .as(step.getId())
                    .isEqualTo(step.isCamundaAsyncBefore());
            isShownBy(template, step);
        }
        var tables = models.stream()
                .flatMap(it -> it.getModelElementsByType(BusinessRuleTask.class).stream())
                .toList();
        for (var table : tables) {
            var decision = Optional.of(table.getCamundaDecisionRef());
            isShownBy(
                    templates.stream()
                            .filter(it -> value(it, "camunda:decisionRef").equals(decision))
                            .findFirst()
                            .orElseThrow(),
                    table);
        }
        var asked = tables.stream().map(BusinessRuleTask::getCamundaDecisionRef).collect(toSet());
        var offered = templates.stream()
                .flatMap(it -> value(it, "camunda:decisionRef").stream())
                .collect(toSet());
        assertThat(offered).isEqualTo(asked);
    }

    /** Or Modeler shows a bare service task, with every field open. */
    private static void isShownBy(JsonNode template, Task step) {
        assertThat(step.getAttributeValueNs(CAMUNDA_NS, "modelerTemplate"))
                .as(step.getId())
                .isEqualTo(template.path("id").asText());
        assertThat(step.getAttributeValueNs(CAMUNDA_NS, "modelerTemplateVersion"))
                .as(step.getId())
                .isEqualTo(template.path("version").asText());
    }

    /** Modeler hides every field that is not the template's own, and the retry cycle cannot be one. */
    @Test
    void aStepThatIsTriedAgainLetsItsRetryCycleBeFilledIn() {
        assertThat(templates)
                .filteredOn(it -> value(it, "camunda:asyncBefore").isPresent())
                .isNotEmpty()
                .allMatch(it -> it.path("entriesVisible").asBoolean());
    }

    @Test
    void everyTemplateHasItsOwnIdAndName() {
        assertThat(templates).extracting(it -> it.path("id").asText()).doesNotHaveDuplicates();
        assertThat(templates)
                .extracting(it -> it.path("name").asText())
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    private static Optional<String> value(JsonNode template, String property) {
        for (var one : template.path("properties")) {
            if (property.equals(one.path("binding").path("name").asText())) {
                return Optional.of(one.path("value").asText());
            }
        }
        return Optional.empty();
    }

    private static List<JsonNode> templates() {
        var all = new ArrayList<JsonNode>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.toList()) {
                new ObjectMapper().readTree(file.toFile()).forEach(all::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
