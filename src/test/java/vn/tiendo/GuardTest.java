package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.testing.Samples.proposal;

import java.util.ArrayList;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
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
    ProcessEngineConfigurationImpl engine;

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
                .name("Thử")
                .camundaHistoryTimeToLiveString("P3650D")
                .startEvent("begun")
                .serviceTask("loot")
                .name("Lấy")
                .camundaExpression(expression)
                .endEvent("ended")
                .done();

        assertThatThrownBy(() -> deploy("attack.bpmn", Bpmn.convertToString(model)))
                .hasMessageContaining("attack.bpmn\n  loot: ");
        assertThatThrownBy(() -> evaluate(expression))
                .hasStackTraceContaining(expression.substring(0, 8).replace("${''", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy", "juel", "feel", "python"})
    void noScriptRuns(String language) {
        var model = Bpmn.createExecutableProcess("attack")
                .camundaHistoryTimeToLiveString("P3650D")
                .startEvent("begun")
                .scriptTask("loot")
                .scriptFormat(language)
                .scriptText("1 + 1")
                .endEvent("ended")
                .done();

        assertThatThrownBy(() -> deploy("attack.bpmn", Bpmn.convertToString(model)))
                .hasMessageContaining("loot: Chứa đoạn mã");
        assertThatThrownBy(() -> engine.getScriptEngineResolver().getScriptEngine(language, false))
                .hasStackTraceContaining("Mô hình không được chứa đoạn mã");
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

        assertThatThrownBy(() -> deploy("attack.bpmn", model)).hasMessageContaining("loot: Gọi lớp hoặc lệnh hệ thống");
    }

    /** Called processes, tables and signals: the newest versions count, and what comes along. */
    @Test
    void whatAModelAsksOfOthersIsDeployedBeforeOrTogether() {
        var rings = Bpmn.convertToString(begun("rings")
                .intermediateThrowEvent("bell")
                .signal("chuông")
                .endEvent("ended")
                .done());
        var hears = Bpmn.convertToString(begun("hears")
                .intermediateCatchEvent("bell")
                .signal("chuông")
                .endEvent("ended")
                .done());
        assertThatThrownBy(() -> deploy("asks.bpmn", asking("askAround", "rateIt")))
                .hasMessageContaining("called: Không có quy trình “askAround”")
                .hasMessageContaining("asked: Không có bảng quyết định “rateIt”");
        assertThatThrownBy(() -> deploy("rings.bpmn", rings))
                .hasMessageContaining("bell: Không mô hình nào chờ tín hiệu “chuông”");
        assertThatThrownBy(() -> deploy("hears.bpmn", hears))
                .hasMessageContaining("bell: Không mô hình nào phát tín hiệu “chuông”");
        var sound = new ArrayList<Deployment>();
        try {
            sound.add(deploy("asks.bpmn", asking("workShare", "rating")));
            sound.add(repository
                    .createDeployment()
                    .addString("rings.bpmn", rings)
                    .addString("hears.bpmn", hears)
                    .deploy());
            sound.add(deploy("hears.bpmn", hears + "<!-- 2 -->"));
            var silent = Bpmn.convertToString(begun("rings").endEvent("ended").done());
            assertThatThrownBy(() -> deploy("rings.bpmn", silent))
                    .as("those who still wait")
                    .hasMessageContaining("hears.bpmn\n  bell: Mô hình này đang dùng")
                    .hasMessageContaining("Không mô hình nào phát tín hiệu “chuông”");
        } finally {
            sound.forEach(it -> repository.deleteDeployment(it.getId(), true));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "deployment, '', called: “workShare” không có trong lần triển khai này",
        "version, 1, ''",
        "version, 9, called: Không có phiên bản “9” của “workShare”",
        "version, last, called: Không có phiên bản “last” của “workShare”",
        "versionTag, spring, called: Không có phiên bản “spring” của “workShare”",
        "latest, '', ''"
    })
    void theVersionThatAModelMeansIsThere(String binding, String version, String finding) {
        var model = begun("asks").callActivity("called").name("Gọi").calledElement("workShare");
        model.camundaCalledElementBinding(binding);
        if (binding.equals("version")) {
            model.camundaCalledElementVersion(version);
        } else if (binding.equals("versionTag")) {
            model.camundaCalledElementVersionTag(version);
        }
        var source = Bpmn.convertToString(model.endEvent("ended").done());
        if (finding.isEmpty()) {
            repository.deleteDeployment(deploy("asks.bpmn", source).getId(), true);
        } else {
            assertThatThrownBy(() -> deploy("asks.bpmn", source)).hasMessageContaining(finding);
        }
    }

    @Test
    void whatIsBoundToItsDeploymentOrATagComesAlong() {
        var caller = begun("asks")
                .callActivity("called")
                .name("Gọi")
                .calledElement("answers")
                .camundaCalledElementBinding("deployment")
                .callActivity("calledAgain")
                .name("Gọi lại")
                .calledElement("answers")
                .camundaCalledElementBinding("versionTag")
                .camundaCalledElementVersionTag("spring")
                .endEvent("ended")
                .done();
        var called = Bpmn.createExecutableProcess("answers")
                .name("Trả lời")
                .camundaHistoryTimeToLiveString("P3650D")
                .camundaVersionTag("spring")
                .startEvent("begun")
                .endEvent("ended")
                .done();
        repository.deleteDeployment(
                repository
                        .createDeployment()
                        .addString("asks.bpmn", Bpmn.convertToString(caller))
                        .addString("answers.bpmn", Bpmn.convertToString(called))
                        .deploy()
                        .getId(),
                true);
    }

    private static String asking(String process, String table) {
        return Bpmn.convertToString(begun("asks")
                .callActivity("called")
                .name("Gọi")
                .calledElement(process)
                .businessRuleTask("asked")
                .name("Hỏi")
                .camundaDecisionRef(table)
                .endEvent("ended")
                .done());
    }

    private static StartEventBuilder begun(String process) {
        return Bpmn.createExecutableProcess(process)
                .name("Thử")
                .camundaHistoryTimeToLiveString("P3650D")
                .startEvent("begun");
    }

    /** Each would be read by the engine, and none is checked: cases, old file endings, programs of a page. */
    @ParameterizedTest
    @ValueSource(strings = {"attack.cmmn", "attack.bpmn20.xml", "attack.dmn11.xml", "attack.js", "attack.form"})
    void noFileThatNobodyChecks(String name) {
        assertThatThrownBy(() -> deploy(name, "x")).hasMessageContaining(name + ": Hệ thống không nhận loại tệp này");
    }

    @Test
    void nobodyPassesHisModelOffAsOurs() {
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .source("bundle")
                        .addString("rating.dmn", ModelTest.read(ModelTest.MODELS.resolve("rating.dmn")) + " ")
                        .deploy())
                .hasMessageContaining("Nguồn “bundle” chỉ dành cho mô hình kèm theo bản phát hành");
    }

    @Test
    void whatModelsNeedStillWorks() {
        assertThat(evaluate("${deadline.workingDays(3)}")).isInstanceOf(Date.class);
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

    private Deployment deploy(String name, String content) {
        return repository.createDeployment().addString(name, content).deploy();
    }

    /** As a step of a running case would. */
    private Object evaluate(String expression) {
        journey.beginsAt("2023-02-10T09:00");
        var plan =
                String.valueOf(journey.propose("cbvhxh", proposal()).getBody().get("businessKey"));
        var instance = instances
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(plan)
                .singleResult()
                .getId();
        return engine.getCommandExecutorTxRequired()
                .execute(context -> engine.getExpressionManager()
                        .createExpression(expression)
                        .getValue(context.getExecutionManager().findExecutionById(instance)));
    }
}
