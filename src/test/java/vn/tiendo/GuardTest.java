package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/** Models and filters run no code of their authors. */
@ProcessTest
class GuardTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService instances;

    @Autowired
    Journey journey;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${issuePlan.getClass().forName('java.lang.Runtime')}",
                "${issuePlan.class.classLoader}",
                "${execution.processEngineServices.identityService}",
                "${execution.getProcessEngine().getIdentityService()}",
                "${dataSource}",
                "${environment.getProperty('spring.datasource.password')}",
                "${directory.officials()}",
                "${''.getClass()}",
                "${deadline.toString().getClass()}",
            })
    void anExpressionThatReachesForTheMachineFails(String expression) {
        var model = Bpmn.createExecutableProcess("attack")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask()
                .camundaExpression(expression)
                .camundaResultVariable("loot")
                .endEvent()
                .done();

        assertThatThrownBy(() -> run(model))
                .hasStackTraceContaining(expression.substring(0, 8).replace("${''", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy", "juel", "feel", "python"})
    void noScriptRuns(String language) {
        var model = Bpmn.createExecutableProcess("attack")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .scriptTask()
                .scriptFormat(language)
                .scriptText("1 + 1")
                .endEvent()
                .done();

        assertThatThrownBy(() -> run(model)).hasStackTraceContaining("Mô hình không được chứa đoạn mã");
    }

    @ParameterizedTest
    @CsvSource({"class, java.lang.Runtime, ''", "type, shell, command"})
    void noClassAndNoShell(String attribute, String value, String fields) {
        var model = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                        targetNamespace="attack">
                    <process id="attack" isExecutable="true" camunda:historyTimeToLive="P1D">
                        <startEvent id="start"/><sequenceFlow id="flow" sourceRef="start" targetRef="loot"/>
                        <serviceTask id="loot" camunda:%s="%s"><extensionElements>%s</extensionElements></serviceTask>
                    </process>
                </definitions>""".formatted(
                        attribute,
                        value,
                        Stream.of(fields.split(" "))
                                .filter(field -> !field.isEmpty())
                                .map(field -> "<camunda:field name=\"" + field + "\" stringValue=\"x\"/>")
                                .collect(Collectors.joining()));

        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("attack.bpmn", model)
                        .deploy())
                .hasStackTraceContaining("Phần tử loot gọi lớp hoặc lệnh hệ thống");
    }

    @Test
    void whatModelsNeedStillWorks() {
        var model = Bpmn.createExecutableProcess("harmless")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask()
                .camundaExpression("${deadline.workingDays(3)}")
                .camundaResultVariable("due")
                .endEvent()
                .done();
        run(model);
    }

    @Test
    void anOfficialSavesNoFilterAndDeploysNothing() {
        assertThat(journey.call(
                                HttpMethod.POST,
                                "cbvhxh",
                                "/engine-rest/filter/create",
                                Map.of(
                                        "resourceType",
                                        "Task",
                                        "name",
                                        "x",
                                        "query",
                                        Map.of("assigneeExpression", "${dataSource}")))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(repository.createDeploymentQuery().deploymentName("x").count())
                .isZero();
    }

    private void run(BpmnModelInstance model) {
        var deployment = repository
                .createDeployment()
                .addModelInstance("attack.bpmn", model)
                .deploy();
        try {
            instances.startProcessInstanceByKey(repository
                    .createProcessDefinitionQuery()
                    .deploymentId(deployment.getId())
                    .singleResult()
                    .getKey());
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }
}
