package vn.tiendo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

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
        }
        var asked = models.stream()
                .flatMap(it -> it.getModelElementsByType(BusinessRuleTask.class).stream())
                .map(BusinessRuleTask::getCamundaDecisionRef)
                .collect(toSet());
        var offered = templates.stream()
                .flatMap(it -> value(it, "camunda:decisionRef").stream())
                .collect(toSet());
        assertThat(offered).isEqualTo(asked);
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
