package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One small sound model, broken in one place a test: every rule is seen red. */
class ModelRulesTest {

    @Test
    void aSoundModelHasNoFindings() {
        assertThat(findings(SOUND)).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ${recordDraft} | ${draftIt} | recordDraft: delegate expression is ${draftIt}, not its own id
            camunda:delegateExpression="${recordDraft}" | \
            camunda:expression="${plan}" | \
            recordDraft: holds code: camunda:expression
            camunda:delegateExpression="${recordDraft}" | \
            camunda:class="vn.tiendo.X" | \
            recordDraft: holds code: camunda:class
            camunda:delegateExpression="${recordDraft}" | \
            camunda:type="external" camunda:topic="x" | \
            recordDraft: holds code: camunda:topic
            recordDraft | recordNothing | recordNothing: no delegate has this name
            recordDraft | Activity_1a2b3c4 | Activity_1a2b3c4: id is not lowerCamelCase
            "draftPlan-recordDraft" | "Flow_0x1y2z3" | Flow_0x1y2z3: id is not lowerCamelCase
            "laneUnit" | "Lane_0x1y2z3" | Lane_0x1y2z3: id is not lowerCamelCase
            name="Đơn vị soạn thảo" | name="" | laneUnit: has no Vietnamese name
            name="Vòng đời" | name=" " | pool: has no Vietnamese name
            name="Ghi nhận dự thảo" | name="…" | recordDraft: has no Vietnamese name
            name="Lưu trữ" | name="archivePlan" | archivePlan: has no Vietnamese name
            bpmnElement="recordDraft" | bpmnElement="draftPlan" | recordDraft: is not drawn
            bpmnElement="draftPlan-recordDraft" | bpmnElement="again" | draftPlan-recordDraft: is not drawn
            default="again" |  | isDraftedByHead: has no default flow
            ${verdict == 'HEAD'} | \
            ${verdict == 'HEAD' &amp;&amp; true} | \
            byHead: condition says more than one word: ${verdict == 'HEAD' && true}
            ${verdict == 'HEAD'} | \
            ${verdict != 'HEAD'} | \
            byHead: condition says more than one word: ${verdict != 'HEAD'}
            ${verdict == 'HEAD'} | ${mood == 'HEAD'} | byHead: variable mood is not declared
            <c:conditionExpression> | \
            <c:conditionExpression xmlns:x="http://www.w3.org/2001/XMLSchema-instance" \
            x:type="c:tFormalExpression" language="javascript"> | \
            byHead: holds code: conditionExpression
            camunda:assignee="${drafter}" | \
            camunda:assignee="${painter}" | \
            draftPlan: variable painter is not declared
            camunda:assignee="${drafter}" | \
            camunda:candidateUsers="${drafter},${painter}" | \
            draftPlan: variable painter is not declared
            camunda:assignee="${drafter}" | \
            camunda:candidateGroups="#{units}Head" | \
            draftPlan: variable units is not declared
            camunda:assignee="${drafter}" | \
            camunda:assignee="${directory.members(unit)}" | \
            draftPlan: calls directory.members, which is not open to models
            camunda:assignee="${drafter}" | \
            camunda:assignee="${plans.get(plan)}" | \
            draftPlan: calls plans.get, which is not open to models
            camunda:assignee="${drafter}" | \
            camunda:assignee="${drafter.class}" | \
            draftPlan: calls drafter.class, which is not open to models
            camunda:assignee="${drafter}" | \
            camunda:assignee="${currentUser()}" | \
            draftPlan: calls currentUser, which is not open to models
            camunda:assignee="${drafter}" | \
            camunda:assignee="${directory.positionOf(painter)}" | \
            draftPlan: variable painter is not declared
            camunda:assignee="${drafter}" | camunda:priority="1" | draftPlan: is nobody's work
            camunda:formKey="embedded:deployment:draft-plan.html" | camunda:priority="1" | draftPlan: has no form
            draft-plan.html | \
            review-draft.html | \
            draftPlan: form is embedded:deployment:review-draft.html, not draft-plan.html
            propose-plan.html | begin-plan.html | planProposed: no such form: embedded:deployment:begin-plan.html
            camunda:dueDate="${deadline.workingDays(5)}" | camunda:priority="1" | draftPlan: has no due date
            >${deadline.workingDays(5)}< | \
            >${deadline.workingDays(6)}< | \
            draftPlan: is due ${deadline.workingDays(5)}, but overdue ${deadline.workingDays(6)}
            >${deadline.workingDays(5)}< | \
            >${deadline.tomorrow(plan)}< | \
            draftOverdueTimer: calls deadline.tomorrow, which is not open to models
            >${deadline.workingDays(5)}< | >2030-01-01T00:00:00< | draftOverdue: timer is no date that is computed
            cancelActivity="false" | cancelActivity="true" | draftPlan: has no overdue timer beside it
            camunda:historyTimeToLive="P3650D" | \
            camunda:historyTimeToLive="P10D" | \
            planLifecycle: history is not kept for P3650D
            id="archivePlan" camunda:asyncBefore="true" | id="archivePlan" | archivePlan: acts, but is not asyncBefore
            <camunda:failedJobRetryTimeCycle>R5/PT5M</camunda:failedJobRetryTimeCycle> | \
            <camunda:properties/> | \
            archivePlan: acts, but says not how often it is retried
            id="recordDraft" | \
            id="recordDraft" camunda:asyncBefore="true" | \
            recordDraft: records, but not in the person's transaction
            <camunda:failedJobRetryTimeCycle> | \
            <camunda:executionListener event="start" delegateExpression="${recordDraft}"/>\
            <camunda:failedJobRetryTimeCycle> | \
            archivePlan: holds code: executionListener
            <camunda:failedJobRetryTimeCycle> | \
            <camunda:connector/><camunda:failedJobRetryTimeCycle> | \
            archivePlan: holds code: connector
            <camunda:failedJobRetryTimeCycle> | \
            <camunda:inputOutput><camunda:inputParameter name="x">\
            <camunda:script scriptFormat="js">1</camunda:script>\
            </camunda:inputParameter></camunda:inputOutput><camunda:failedJobRetryTimeCycle> | \
            archivePlan: holds code: script
            <camunda:failedJobRetryTimeCycle> | \
            <camunda:inputOutput><camunda:outputParameter name="mood">x</camunda:outputParameter>\
            </camunda:inputOutput><camunda:failedJobRetryTimeCycle> | \
            archivePlan: variable mood is not declared
            <c:endEvent id="draftReminded" name="Đã nhắc"/> | \
            <c:scriptTask id="draftReminded" name="Đã nhắc"/> | \
            draftReminded: holds code: scriptTask
            <c:endEvent id="draftReminded" name="Đã nhắc"/> | \
            <c:sendTask id="draftReminded" name="Đã nhắc" camunda:delegateExpression="${recordDraft}"/> | \
            draftReminded: calls a delegate, but is no service task
            <c:endEvent id="draftReminded" name="Đã nhắc"/> | \
            <c:businessRuleTask id="draftReminded" name="Đã nhắc" camunda:resultVariable="mood"/> | \
            draftReminded: asks no decision table
            <c:endEvent id="draftReminded" name="Đã nhắc"/> | \
            <c:businessRuleTask id="draftReminded" name="Đã nhắc" camunda:resultVariable="mood"/> | \
            draftReminded: variable mood is not declared
            planLifecycle | \
            planLifecircle | \
            [planLifecircle]: a model is one process with its own class and its Variables
            """)
    void aBrokenPlaceIsFoundAndNamed(String sound, @Nullable String broken, String finding) {
        assertThat(SOUND).contains(sound);
        assertThat(findings(SOUND.replace(sound, broken == null ? "" : broken))).contains(finding);
    }

    @Test
    void aStepThatActsMustNotSpoilAPersonsClick() {
        for (var step :
                List.of("issuePlan", "sendDocument", "gatherReport", "issueReminderLetter", "escalateOverdue")) {
            var model = SOUND.replace("archivePlan", step).replace("camunda:asyncBefore=\"true\"", "");

            assertThat(findings(model)).containsExactly(step + ": acts, but is not asyncBefore");
        }
    }

    @Test
    void tooManyOrStrangeVariablesAreRefused() {
        assertThat(ExpressionRules.findings("seven", Seven.class)).containsExactly("seven: remembers 7 variables");
        assertThat(ExpressionRules.findings("strange", Strange.class))
                .containsExactly("strange: variable lines is a List", "strange: variable number is a int");
    }

    @Test
    void allFindingsOfAModelComeAtOnce() {
        var model = SOUND.replace("${recordDraft}", "${draftIt}").replace("P3650D", "P1D");

        assertThat(findings(model))
                .containsExactly(
                        "planLifecycle: history is not kept for P3650D",
                        "recordDraft: delegate expression is ${draftIt}, not its own id");
    }

    @Test
    void aDecisionThatIsForgottenTooSoonIsRefused() {
        var table = ModelTest.read(ModelTest.MODELS.resolve("signing-authority.dmn"))
                .replace("P3650D", "P30D");

        assertThat(ModelRules.findings(Dmn.readModelFromStream(stream(table))))
                .containsExactly("signingAuthority: history is not kept for P3650D");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <button onclick="go()">             | handler in markup
            <input type="date">                 | the browser's date input
            <input type='file' name="x">        | the browser's file input
            <input cam-variable-name="verdict"> | variable of the process
            <script>go()</script>              | script of its own
            <p ng-bind-html="plan.subject">     | data as markup
            """)
    void aFormWithAProgramOrTheBrowsersInputsIsRefused(String has, String finding) {
        assertThat(FormRules.ofPage("x.html", FormRules.OPENS + has)).containsExactly("x.html: " + finding);
        assertThat(FormRules.ofPage("x.html", FormRules.OPENS)).isEmpty();
        assertThat(FormRules.ofPage("x.html", "")).containsExactly("x.html: does not open itself");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            node.innerHTML = plan.subject      | data as markup
            eval(text)                         | text as program
            el('input', { type: 'date' })      | the browser's date input
            el('input.td-x', { type: 'file' }) | the browser's file input
            """)
    void aScriptThatWritesMarkupOrUsesTheBrowsersInputsIsRefused(String has, String finding) {
        assertThat(FormRules.ofScript("x.js", has)).containsExactly("x.js: " + finding);
        assertThat(FormRules.ofScript("x.js", "el('input.td-away', { type: 'file' })"))
                .isEmpty();
    }

    private List<String> findings(String model) {
        return ModelRules.findings(Bpmn.readModelFromStream(stream(model)), ModelTest.DELEGATES, ModelTest.FORMS);
    }

    private ByteArrayInputStream stream(String model) {
        return new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8));
    }

    record Seven(String a, String b, String c, String d, boolean e, Boolean f, Date g) {}

    record Strange(List<String> lines, int number) {}

    private static final String SOUND = """
            <c:definitions xmlns:c="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="tiendo"
                xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:dd="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <c:collaboration id="collaboration">
                <c:participant id="pool" name="Vòng đời" processRef="planLifecycle"/>
              </c:collaboration>
              <c:process id="planLifecycle" isExecutable="true" camunda:historyTimeToLive="P3650D">
                <c:laneSet id="lanes"><c:lane id="laneUnit" name="Đơn vị soạn thảo"/></c:laneSet>
                <c:startEvent id="planProposed" name="Có Tờ trình"
                    camunda:formKey="embedded:deployment:propose-plan.html"/>
                <c:userTask id="draftPlan" name="Soạn thảo" camunda:formKey="embedded:deployment:draft-plan.html"
                    camunda:assignee="${drafter}" camunda:dueDate="${deadline.workingDays(5)}"/>
                <c:boundaryEvent id="draftOverdue" name="Quá hạn" attachedToRef="draftPlan" cancelActivity="false">
                  <c:timerEventDefinition id="draftOverdueTimer">
                    <c:timeDate>${deadline.workingDays(5)}</c:timeDate>
                  </c:timerEventDefinition>
                </c:boundaryEvent>
                <c:endEvent id="draftReminded" name="Đã nhắc"/>
                <c:serviceTask id="recordDraft" name="Ghi nhận dự thảo"
                    camunda:delegateExpression="${recordDraft}"/>
                <c:exclusiveGateway id="isDraftedByHead" name="Tự soạn?" default="again"/>
                <c:serviceTask id="archivePlan" camunda:asyncBefore="true" name="Lưu trữ"
                    camunda:delegateExpression="${archivePlan}">
                  <c:extensionElements>
                    <camunda:failedJobRetryTimeCycle>R5/PT5M</camunda:failedJobRetryTimeCycle>
                  </c:extensionElements>
                </c:serviceTask>
                <c:sequenceFlow id="draftPlan-recordDraft" sourceRef="draftPlan" targetRef="recordDraft"/>
                <c:sequenceFlow id="again" sourceRef="isDraftedByHead" targetRef="draftPlan"/>
                <c:sequenceFlow id="byHead" sourceRef="isDraftedByHead" targetRef="archivePlan">
                  <c:conditionExpression>${verdict == 'HEAD'}</c:conditionExpression>
                </c:sequenceFlow>
              </c:process>
              <di:BPMNDiagram><di:BPMNPlane bpmnElement="collaboration">
            """
            + drawn(
                    "BPMNShape",
                    "<dc:Bounds x=\"0\" y=\"0\" width=\"9\" height=\"9\"/>",
                    "planProposed",
                    "draftPlan",
                    "draftOverdue",
                    "draftReminded",
                    "recordDraft",
                    "isDraftedByHead",
                    "archivePlan")
            + drawn(
                    "BPMNEdge",
                    "<dd:waypoint x=\"0\" y=\"0\"/><dd:waypoint x=\"9\" y=\"9\"/>",
                    "draftPlan-recordDraft",
                    "again",
                    "byHead")
            + "</di:BPMNPlane></di:BPMNDiagram></c:definitions>";

    private static String drawn(String kind, String place, String... ids) {
        return Stream.of(ids)
                .map(id -> "<di:%1$s bpmnElement=\"%2$s\">%3$s</di:%1$s>%n".formatted(kind, id, place))
                .reduce("", String::concat);
    }
}
