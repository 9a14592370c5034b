package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiendo.mail.Letter;
import vn.tiendo.mail.Mails;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Visitor;

/** Code in what is only data: filters, decision tables, forms, models, names of files, addresses. Models are GuardTest's. */
@ProcessTest
class InjectionTest {

    private static final String JSON = "application/json";

    @Autowired
    Journey journey;

    @Autowired
    RepositoryService repository;

    @Autowired
    DecisionService decisions;

    @Autowired
    FilterService filters;

    @Autowired
    Mails mails;

    @Autowired
    ObjectMapper json;

    @LocalServerPort
    int port;

    @BeforeEach
    void anEmptyOffice() {
        journey.beginsAt("2023-02-10T09:00");
    }

    @AfterEach
    void nothingOfItIsLeft() {
        repository
                .createDeploymentQuery()
                .deploymentName("attack")
                .list()
                .forEach(one -> repository.deleteDeployment(one.getId(), true));
        filters.createTaskFilterQuery().filterName("attack").list().forEach(one -> filters.deleteFilter(one.getId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${''.getClass().forName('java.lang.Runtime')}", "${environment}", "${9973*83}"})
    void anExpressionInAQueryIsNotRun(String expression) throws Exception {
        var query = json.writeValueAsString(Map.of("assigneeExpression", expression));
        var list = filters.createTaskFilterQuery().list().get(0).getId();
        for (var login : List.of("cbvhxh", "quantri")) {
            var visitor = new Visitor(port, login);
            for (var path :
                    List.of("/engine-rest/task", "/engine-rest/task/count", "/engine-rest/filter/" + list + "/list")) {
                var answer = visitor.send("POST", path, JSON, query);
                assertThat(answer.statusCode()).as(login + path + answer.body()).isGreaterThanOrEqualTo(400);
                assertThat(answer.body()).doesNotContain("827759", "java.lang.Runtime@");
            }
        }
        var asked = new Visitor(port, "cbvhxh")
                .send(
                        "GET",
                        "/engine-rest/task?assigneeExpression="
                                + java.net.URLEncoder.encode(expression, StandardCharsets.UTF_8),
                        JSON,
                        "");
        assertThat(asked.statusCode()).as(asked.body()).isGreaterThanOrEqualTo(400);
    }

    /** Administrators may keep filters with expressions, but only with what is open to models. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${dataSource}",
                "${environment.getProperty('PATH')}"
            })
    void aKeptFilterReachesForNothing(String expression) throws Exception {
        var administrator = new Visitor(port, "quantri");
        var kept = administrator.send(
                "POST",
                "/engine-rest/filter/create",
                JSON,
                json.writeValueAsString(Map.of(
                        "resourceType", "Task", "name", "attack", "query", Map.of("assigneeExpression", expression))));
        assertThat(kept.statusCode()).isEqualTo(200);
        var id = json.readTree(kept.body()).get("id").asText();
        var answer = administrator.send("GET", "/engine-rest/filter/" + id + "/list", JSON, "");
        assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            feel       | {f: function(a) external {java: {class: "java.lang.System", method signature: "getProperty(java.lang.String)"}}, r: f("java.version")}.r
            juel       | ${''.getClass().forName('java.lang.System').getProperty('java.version')}
            juel       | ${dataSource}
            javascript | java.lang.System.getProperty('java.version')
            groovy     | System.getProperty('java.version')""")
    void aDecisionReachesForNothing(String language, String expression) {
        Object loot;
        try {
            loot = decided(language, expression);
        } catch (RuntimeException refused) {
            loot = null;
        }
        assertThat(loot).isNull();
    }

    @Test
    void whatATableNeedsStillWorks() {
        assertThat(decided("feel", "1 + 1")).hasToString("2");
    }

    private Object decided(String language, String expression) {
        repository
                .createDeployment()
                .name("attack")
                .addString("attack.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                    id="d" name="d" namespace="attack">
                  <decision id="attack" name="Mẫu" camunda:historyTimeToLive="P3650D"><variable id="v" name="loot"/>
                    <literalExpression id="l" expressionLanguage="%s"><text><![CDATA[%s]]></text></literalExpression>
                  </decision>
                </definitions>""".formatted(language, expression))
                .deploy();
        return decisions.evaluateDecisionByKey("attack").evaluate().getSingleEntry();
    }

    @Test
    void aFieldOfAFormReachesForNothing() {
        var model = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                        targetNamespace="attack">
                    <process id="attack" isExecutable="true" camunda:historyTimeToLive="P3650D">
                        <startEvent id="start"/><sequenceFlow id="flow" sourceRef="start" targetRef="form"/>
                        <userTask id="form"><extensionElements><camunda:formData>
                            <camunda:formField id="loot" type="string" defaultValue="${dataSource}"/>
                        </camunda:formData></extensionElements></userTask>
                    </process>
                </definitions>""";
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .name("attack")
                        .addString("attack.bpmn", model)
                        .deploy())
                .hasStackTraceContaining("dataSource");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attack.bpmn", "attack.dmn"})
    void aModelReadsNoFile(String name, @TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "bi-mat-" + name);
        var bpmn = name.endsWith("bpmn");
        var model = """
                <!DOCTYPE x [<!ENTITY e SYSTEM "%s">]>
                <definitions xmlns="%s" id="d" name="&e;" %s="attack"/>""".formatted(
                secret.toUri(),
                bpmn ? "http://www.omg.org/spec/BPMN/20100524/MODEL" : "https://www.omg.org/spec/DMN/20191111/MODEL/",
                bpmn ? "targetNamespace" : "namespace");
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .name("attack")
                        .addString(name, model)
                        .deploy())
                .satisfies(refused -> assertThat(refused.toString()).doesNotContain("bi-mat"))
                .hasStackTraceContaining("DOCTYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/cron.txt",
                "..\\..\\khoi-dong.txt",
                "/etc/passwd.txt",
                "C:\\x.txt",
                "\u202Etxt.exe.txt",
                "ke-hoach\u2066\u200F.txt",
                "a\u0000.txt",
                "a\u0085b.txt",
                ".txt"
            })
    void aNameOfAFileIsOnlyAName(String name) {
        assertThat(journey.upload("cbvhxh", name, "x".getBytes(StandardCharsets.UTF_8))
                        .getStatusCode()
                        .value())
                .isIn(400, 422);
        assertThat(journey.database()
                        .sql("select count(*) from stored_file")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aMailGoesToOneAddressWhateverItsWordsSay() throws Exception {
        var more = "\r\nBcc: la@mau.example\r\n\r\nnội dung khác";
        mails.post(new Letter(
                "a",
                null,
                "Khu phố 1" + more,
                "khupho1@phuong.mau.example",
                "Chủ đề" + more,
                List.of("Đoạn" + more),
                "/ke-hoach",
                "Vì" + more,
                null));
        mails.post(new Letter(
                "b",
                null,
                "Khu phố 2",
                "khupho2@phuong.mau.example\r\nBcc: la@mau.example",
                "Chủ đề",
                List.of("Đoạn"),
                null,
                "Vì",
                null));
        mails.post(new Letter(
                "c",
                null,
                "Khu phố 3",
                "khupho3@phuong.mau.example, la@mau.example",
                "Chủ đề",
                List.of("Đoạn"),
                null,
                "Vì",
                null));
        journey.settle();

        var received = journey.received().toList();
        assertThat(received).hasSize(1);
        assertThat(received.get(0).getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("khupho1@phuong.mau.example");
        assertThat(received.get(0).getHeader("Bcc")).isNull();
        assertThat(received.get(0).getSubject()).doesNotContain("\n").contains("Bcc: la@mau.example");
    }
}
