package vn.tiendo;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.engine.Finding;
import vn.tiendo.modeling.rules.DecisionRules;
import vn.tiendo.modeling.rules.ModelRules;
import vn.tiendo.modeling.rules.Surroundings;

/** One small sound model, broken in one place a test: every rule is seen red. */
class ModelRulesTest {

    @Test
    void aSoundModelHasNoFindings() {
        assertThat(findings(SOUND)).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ${recordDraft} | ${draftIt} | recordDraft: Hệ thống không có bước “${draftIt}”
            ${recordDraft} | ${recordDraft.run()} | recordDraft: Hệ thống không có bước “${recordDraft.run()}”
            camunda:delegateExpression="${recordDraft}" |  | recordDraft: Bước tự động chưa gọi việc nào
            camunda:delegateExpression="${recordDraft}" | \
            camunda:expression="${deadline.tomorrow()}" | \
            recordDraft: Biểu thức gọi “deadline.tomorrow”
            camunda:delegateExpression="${recordDraft}" | camunda:class="vn.tiendo.X" | recordDraft: Gọi lớp
            camunda:delegateExpression="${recordDraft}" | camunda:type="shell" | recordDraft: Gọi lớp hoặc lệnh hệ thống
            camunda:delegateExpression="${recordDraft}" | \
            camunda:type="external" camunda:topic="x" | \
            recordDraft: Chờ một chương trình bên ngoài
            camunda:delegateExpression="${recordDraft}" | \
            xmlns:a="http://activiti.org/bpmn" a:class="vn.tiendo.X" | \
            recordDraft: Dùng cách viết cũ
            recordDraft | Activity_1a2b3c4 | Activity_1a2b3c4: Mã (Id) “Activity_1a2b3c4” do Modeler tự sinh
            "draftReminded" | "Event_0x1y2z3" | Event_0x1y2z3: Mã (Id)
            "planLifecycle" | "Process_1" | Process_1: Mã (Id)
            name="Ghi nhận dự thảo" | name="…" | recordDraft: Chưa có tên
            name="Lưu trữ" | name="archivePlan" | archivePlan: Chưa có tên
            default="again" |  | isDraftedByHead: Chưa có hướng đi mặc định
            ${verdict == 'HEAD'} | ${mood == 'HEAD'} | byHead: Biến “mood” chưa được khai báo
            ${verdict == 'HEAD'} | \
            ${verdict == '}' &amp;&amp; verdict.getClass() != null} | \
            byHead: Biểu thức gọi “verdict.getClass”
            <c:conditionExpression> | \
            <c:conditionExpression xmlns:x="http://www.w3.org/2001/XMLSchema-instance" \
            x:type="c:tFormalExpression" language="javascript"> | \
            byHead: Chứa đoạn mã
            camunda:assignee="${drafter}" | camunda:assignee="${painter}" | draftPlan: Biến “painter” chưa được khai báo
            camunda:assignee="${drafter}" | \
            camunda:candidateUsers="${drafter},${painter}" | \
            draftPlan: Biến “painter” chưa được khai báo
            camunda:assignee="${drafter}" | \
            camunda:candidateGroups="#{units}Head" | \
            draftPlan: Biến “units” chưa được khai báo
            camunda:assignee="${drafter}" | \
            camunda:assignee="${directory.members(unit)}" | \
            draftPlan: Biểu thức gọi “directory.members”
            camunda:assignee="${drafter}" | \
            camunda:assignee="${plans.get(plan)}" | \
            draftPlan: Biểu thức gọi “plans.get”
            camunda:assignee="${drafter}" | \
            camunda:assignee="${drafter.class}" | \
            draftPlan: Biểu thức gọi “drafter.class”
            camunda:assignee="${drafter}" | \
            camunda:assignee="${currentUser()}" | \
            draftPlan: Biểu thức gọi “currentUser”
            camunda:assignee="${drafter}" | \
            camunda:assignee="${directory.positionOf(painter)}" | \
            draftPlan: Biến “painter” chưa được khai báo
            camunda:assignee="${drafter}" | camunda:priority="1" | draftPlan: Chưa giao cho ai
            camunda:formKey="embedded:deployment:draft-plan.html" | \
            camunda:priority="1" | \
            draftPlan: Việc của người dùng chưa có biểu mẫu
            embedded:deployment:draft-plan.html | embedded:app:draft-plan.html | draftPlan: Không mở được biểu mẫu
            propose-plan.html | begin-plan.html | planProposed: Không có biểu mẫu begin-plan.html
            camunda:dueDate="${deadline.workingDays(5)}" | camunda:priority="1" | draftPlan: Chưa có hạn
            camunda:dueDate="${deadline.workingDays(5)}" | \
            camunda:dueDate="${verdict}" | \
            draftPlan: Hạn “${verdict}” không phải là hạn của hệ thống
            >${deadline.workingDays(5)}< | \
            >${deadline.workingDays(6)}< | \
            draftPlan: Hạn là ${deadline.workingDays(5)} nhưng sự kiện hẹn giờ bên cạnh lại là ${deadline.workingDays(6)}
            >${deadline.workingDays(5)}< | \
            >${deadline.tomorrow(plan)}< | \
            draftOverdueTimer: Biểu thức gọi “deadline.tomorrow”
            >${deadline.workingDays(5)}< | >2030-01-01T00:00:00< | draftOverdue: Hẹn giờ “2030-01-01T00:00:00”
            >${deadline.workingDays(5)}< | >${directory.leadersOver(unit)}< | draftOverdue: Hẹn giờ
            <c:timeDate>${deadline.workingDays(5)}</c:timeDate> | \
            <c:timeDuration>3 ngày</c:timeDuration> | \
            draftOverdue: Hẹn giờ “3 ngày”
            <c:timeDate>${deadline.workingDays(5)}</c:timeDate> | \
            <c:timeCycle>0 0 8 * * ?</c:timeCycle> | \
            draftOverdue: Hẹn giờ “0 0 8 * * ?”
            cancelActivity="false" | cancelActivity="true" | draftPlan: Quá hạn sẽ không ai được nhắc
            camunda:historyTimeToLive="P3650D" | \
            camunda:historyTimeToLive="P180D" | \
            planLifecycle: Thời gian lưu lịch sử (History time to live) là P180D
            camunda:historyTimeToLive="P3650D" |  | planLifecycle: Chưa ghi thời gian lưu lịch sử
            id="archivePlan" camunda:asyncBefore="true" | id="archivePlan" | archivePlan: Bước này cấp số, gửi
            <camunda:failedJobRetryTimeCycle>R5/PT5M</camunda:failedJobRetryTimeCycle> | \
            <camunda:properties/> | \
            archivePlan: Bước chạy nền chưa ghi số lần thử lại
            id="recordDraft" | id="recordDraft" camunda:asyncBefore="true" | recordDraft: Bước ghi nhận phải chạy ngay
            <camunda:failedJobRetryTimeCycle> | \
            <camunda:executionListener event="start" delegateExpression="${recordDraft}"/>\
            <camunda:failedJobRetryTimeCycle> | \
            archivePlan: Dùng listener
            <camunda:failedJobRetryTimeCycle> | \
            <camunda:connector/><camunda:failedJobRetryTimeCycle> | \
            archivePlan: Dùng connector
            <camunda:failedJobRetryTimeCycle> | \
            <camunda:inputOutput><camunda:inputParameter name="x">\
            <camunda:script scriptFormat="js">1</camunda:script>\
            </camunda:inputParameter></camunda:inputOutput><camunda:failedJobRetryTimeCycle> | \
            archivePlan: Chứa đoạn mã
            <camunda:failedJobRetryTimeCycle> | \
            <camunda:inputOutput><camunda:outputParameter name="mood">x</camunda:outputParameter>\
            </camunda:inputOutput><camunda:failedJobRetryTimeCycle> | \
            archivePlan: Biến “mood” chưa được khai báo
            <c:endEvent id="draftReminded" name="Đã nhắc"/> | \
            <c:scriptTask id="draftReminded" name="Đã nhắc"/> | \
            draftReminded: Chứa đoạn mã
            <c:endEvent id="draftReminded" name="Đã nhắc"/> | \
            <c:sendTask id="draftReminded" name="Đã nhắc" camunda:delegateExpression="${recordDraft}"/> | \
            draftReminded: Chỉ bước tự động
            <c:endEvent id="draftReminded" name="Đã nhắc"/> | \
            <c:businessRuleTask id="draftReminded" name="Đã nhắc" camunda:resultVariable="mood"/> | \
            draftReminded: Chưa chọn bảng quyết định
            <c:endEvent id="draftReminded" name="Đã nhắc"/> | \
            <c:businessRuleTask id="draftReminded" name="Đã nhắc" camunda:resultVariable="mood"/> | \
            draftReminded: Biến “mood” chưa được khai báo
            <c:endEvent id="draftReminded" name="Đã nhắc"/> | \
            <c:businessRuleTask id="draftReminded" name="Đã nhắc" camunda:decisionRef="rateIt"/> | \
            draftReminded: Không có bảng quyết định “rateIt”
            <c:endEvent id="draftReminded" name="Đã nhắc"/> | \
            <c:callActivity id="draftReminded" name="Đã nhắc" calledElement="askAround"/> | \
            draftReminded: Không có quy trình “askAround”
            <c:endEvent id="draftReminded" name="Đã nhắc"/> | \
            <c:callActivity id="draftReminded" name="Đã nhắc" camunda:caseRef="askAround"/> | \
            draftReminded: Chưa chọn quy trình được gọi
            <c:endEvent id="draftReminded" name="Đã nhắc"/> | \
            <c:callActivity id="draftReminded" name="Đã nhắc" calledElement="workShare" camunda:calledElementBinding="version" \
            camunda:calledElementVersion="7"/> | draftReminded: Không có phiên bản “7” của “workShare”
            <c:endEvent id="draftReminded" name="Đã nhắc"/> | \
            <c:businessRuleTask id="draftReminded" name="Đã nhắc" camunda:decisionRef="rating" \
            camunda:decisionRefBinding="versionTag"/> | draftReminded: Không có phiên bản “” của “rating”
            camunda:formKey="embedded:deployment:draft-plan.html" | \
            camunda:formRef="draftPlan" camunda:formRefBinding="latest" | \
            draftPlan: Camunda Forms (Form reference “draftPlan”) không dùng được
            camunda:formKey="embedded:deployment:propose-plan.html" | \
            camunda:formRef="proposePlan" camunda:formRefBinding="latest" | \
            planProposed: Camunda Forms (Form reference “proposePlan”) không dùng được
            <c:endEvent id="draftReminded" name="Đã nhắc"/> | \
            <c:receiveTask id="draftReminded" name="Đã nhắc"/> | \
            draftReminded: Chưa chọn thông điệp
            name="allRoundsClosed" | name="allHandsOnDeck" | planDone: Không ai gửi thông điệp “allHandsOnDeck”
            <c:endEvent id="draftReminded" name="Đã nhắc"/> | \
            <c:endEvent id="draftReminded" name="Đã nhắc"/><c:endEvent id="lonely"/> | \
            lonely: Không có đường nào đi tới điểm kết thúc này
            sourceRef="draftPlan" targetRef="recordDraft" | \
            sourceRef="draftPlan" targetRef="draftPlan" | \
            recordDraft: Không có đường nào đi tới phần tử này
            "archivePlan" targetRef="planDone" | \
            "archivePlan" targetRef="draftPlan" | \
            planLifecycle: Từ điểm bắt đầu không đi tới được điểm kết thúc nào
            planLifecycle | planLifecircle | draftPlan: Biến “drafter” chưa được khai báo
            """)
    void aBrokenPlaceIsFoundAndNamed(String sound, @Nullable String broken, String finding) {
        assertThat(SOUND).contains(sound);
        assertThat(findings(SOUND.replace(sound, broken == null ? "" : broken)))
                .anyMatch(found -> found.startsWith(finding));
    }

    /** One place of a scope that throws, one that catches; what does not meet is found. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            catch bell              |                    | caught: Không mô hình nào phát tín hiệu “ring”
            throw bell              |                    | thrown: Không mô hình nào chờ tín hiệu “ring”
            throw bell, catch bell  |                    |
            throw link              |                    | thrown: Không có sự kiện Link nào nhận “over”
            throw link, catch link  |                    |
            throw error             |                    | thrown: Không có gì bên ngoài bắt lỗi “late”
            throw error             | border error       |
            throw error             | border any error   |
            throw error             | around error       |
            throw error             | border other error | thrown: Không có gì bên ngoài bắt lỗi “late”
            throw error             | border other error | caught: Không có gì bên trong phát lỗi “never”
                                    | border any error   | caught: Không có gì bên trong phát lỗi “”
                                    | around error       | caught: Không có gì bên trong phát lỗi “late”
            call itself             | border error       | caught: Không có gì bên trong phát lỗi “late”
            call computed           | border error       |
            throw nothing           |                    | thrown: Chưa ghi mã
            throw escalation        |                    | thrown: Không có gì bên ngoài bắt Escalation “up”
            throw escalation        | border escalation  |
            throw escalation        | border error       | thrown: Không có gì bên ngoài bắt Escalation “up”
                                    | border escalation  | caught: Không có gì bên trong phát Escalation “up”
            """)
    void whatIsThrownIsCaughtAndWhatIsCaughtIsThrown(
            @Nullable String inside, @Nullable String around, @Nullable String finding) {
        var found = findings(THROWING.formatted(events(inside), events(around)));
        if (finding == null) {
            assertThat(found)
                    .noneMatch(it ->
                            it.matches("(?s)(caught|thrown): (Không (có gì|mô hình nào|có sự kiện)|Chưa ghi mã).*"));
        } else {
            assertThat(found).anyMatch(it -> it.startsWith(finding));
        }
    }

    /** The called process of another model throws, and its caller catches. */
    @Test
    void whatACalledProcessThrowsIsCaughtWhereItIsCalled() {
        var called = THROWING.formatted(events("throw error"), "");
        var caller =
                THROWING.replace("\"outer\"", "\"caller\"").formatted(events("call itself"), events("border error"));

        assertThat(findings(caller, called)).noneMatch(it -> it.startsWith("caught: Không có gì"));
        assertThat(findings(called, caller)).noneMatch(it -> it.startsWith("thrown: Không có gì"));
        assertThat(findings(caller)).anyMatch(it -> it.startsWith("caught: Không có gì bên trong phát lỗi"));
    }

    private static String events(@Nullable String names) {
        return names == null
                ? ""
                : Stream.of(names.split(",")).map(it -> EVENTS.get(it.strip())).collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ${recordDraft} | ${archivePlan} | recordDraft: delegate expression is ${archivePlan}, not its own id
            "draftPlan-recordDraft" | "Flow_0x1y2z3" | Flow_0x1y2z3: id is not lowerCamelCase
            "laneUnit" | "Lane_0x1y2z3" | Lane_0x1y2z3: id is not lowerCamelCase
            name="Đơn vị soạn thảo" | name="" | laneUnit: has no Vietnamese name
            name="Vòng đời" | name=" " | pool: has no Vietnamese name
            name="Đã nhắc" | name="draftReminded" | draftReminded: has no Vietnamese name
            bpmnElement="recordDraft" | bpmnElement="draftPlan" | recordDraft: is not drawn
            bpmnElement="draftPlan-recordDraft" | bpmnElement="again" | draftPlan-recordDraft: is not drawn
            ${verdict == 'HEAD'} | \
            ${verdict == 'HEAD' &amp;&amp; true} | \
            byHead: condition says more than one word: ${verdict == 'HEAD' && true}
            ${verdict == 'HEAD'} | \
            ${verdict != 'HEAD'} | \
            byHead: condition says more than one word: ${verdict != 'HEAD'}
            draft-plan.html | \
            review-draft.html | \
            draftPlan: form is embedded:deployment:review-draft.html, not draft-plan.html
            <c:timeDate>${deadline.workingDays(5)}</c:timeDate> | \
            <c:timeDuration>P3D</c:timeDuration> | \
            draftOverdue: timer is no date that is computed
            planLifecycle | \
            planLifecircle | \
            [planLifecircle]: a model is one process with its own class and its Variables
            """)
    void ourOwnModelsKeepTheHouseRulesToo(String sound, String broken, String finding) {
        assertThat(SOUND).contains(sound);
        assertThat(HouseRules.findings(model(SOUND), ModelTest.VOCABULARY)).isEmpty();
        assertThat(HouseRules.findings(model(SOUND.replace(sound, broken)), ModelTest.VOCABULARY))
                .contains(finding);
    }

    @Test
    void anAdministratorsOwnProcessNamesItsVariablesAndWaitsForSpansOfTime() {
        var own = SOUND.replace("planLifecycle", "xinYKien")
                .replace("id=\"recordDraft\"", "id=\"ghiDuThao\"")
                .replace("\"recordDraft\"", "\"ghiDuThao\"")
                .replace("P3650D", "4000")
                .replace(
                        "<c:laneSet id=\"lanes\">",
                        "<c:extensionElements><camunda:properties><camunda:property name=\"variables\""
                                + " value=\"drafter, verdict\"/></camunda:properties></c:extensionElements><c:laneSet>")
                .replace("<c:endEvent id=\"draftReminded\" name=\"Đã nhắc\"/>", """
                        <c:intermediateCatchEvent id="draftReminded">
                          <c:timerEventDefinition><c:timeDuration>P3DT12H</c:timeDuration></c:timerEventDefinition>
                        </c:intermediateCatchEvent>""");

        assertThat(findings(own)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "P1", "P10Y", "P3649D", "abc"})
    void whatIsKeptTooShortOrCannotBeRead(String kept) {
        assertThat(findings(SOUND.replace("P3650D", kept)))
                .singleElement()
                .asString()
                .startsWith("planLifecycle: Thời gian lưu lịch sử");
    }

    /** What code sends is what {@code @Sends} says; nobody else compares the two. */
    @Test
    void everyMessageThatIsSentIsSaid() throws IOException {
        var sent = new TreeSet<String>();
        var said = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                var code = ModelTest.read(file);
                if (code.contains("createMessageCorrelation(")) {
                    collect(code, "(?:createMessageCorrelation|correlate|tell)\\(\"(\\w+)\"", sent);
                    collect(code.replaceAll("(?s).*@Sends\\(([^)]*)\\).*", "$1"), "\"(\\w+)\"", said);
                }
            }
        }
        assertThat(said).hasSizeGreaterThan(5).isEqualTo(sent);
    }

    private static void collect(String text, String pattern, Set<String> into) {
        Pattern.compile(pattern).matcher(text).results().forEach(it -> into.add(it.group(1)));
    }

    @Test
    void aStepThatActsMustNotSpoilAPersonsClick() {
        for (var step :
                List.of("issuePlan", "sendDocument", "gatherReport", "issueReminderLetter", "escalateOverdue")) {
            var model = SOUND.replace("archivePlan", step).replace("camunda:asyncBefore=\"true\"", "");

            assertThat(findings(model)).singleElement().asString().startsWith(step + ": Bước này cấp số, gửi");
        }
    }

    @Test
    void tooManyOrStrangeVariablesAreRefused() {
        assertThat(HouseRules.variables("seven", Seven.class)).containsExactly("seven: remembers 7 variables");
        assertThat(HouseRules.variables("strange", Strange.class))
                .containsExactly("strange: variable lines is a List", "strange: variable number is a int");
    }

    @Test
    void allFindingsOfAModelComeAtOnce() {
        var model = SOUND.replace("${recordDraft}", "${draftIt}").replace("P3650D", "P1D");

        assertThat(findings(model))
                .hasSize(2)
                .anyMatch(it -> it.startsWith("planLifecycle: Thời gian lưu lịch sử"))
                .anyMatch(it -> it.startsWith("recordDraft: Hệ thống không có bước"));
    }

    @Test
    void aDecisionThatIsForgottenTooSoonIsRefused() {
        var table = ModelTest.read(ModelTest.MODELS.resolve("signing-authority.dmn"))
                .replace("P3650D", "P30D");

        assertThat(DecisionRules.findings(Dmn.readModelFromStream(stream(table)), List.of()))
                .singleElement()
                .asString()
                .startsWith("signingAuthority: Thời gian lưu lịch sử (History time to live) là P30D");
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

    private List<String> findings(String model, String... others) {
        var beside = new Surroundings() {
            @Override
            public boolean hasForm(String file) {
                return ModelTest.RELEASE.hasForm(file);
            }

            @Override
            public boolean hasDecision(String key) {
                return ModelTest.RELEASE.hasDecision(key);
            }

            @Override
            public boolean isTogether(String key) {
                return ModelTest.RELEASE.isTogether(key);
            }

            @Override
            public boolean hasVersion(String key, boolean isTag, String version) {
                return ModelTest.RELEASE.hasVersion(key, isTag, version);
            }

            @Override
            public List<BpmnModelInstance> models() {
                return Stream.of(others).map(it -> model(it)).toList();
            }
        };
        return ModelRules.findings(model(model), ModelTest.VOCABULARY, beside).stream()
                .map(Finding::toString)
                .toList();
    }

    private BpmnModelInstance model(String source) {
        return Bpmn.readModelFromStream(stream(source));
    }

    private ByteArrayInputStream stream(String model) {
        return new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8));
    }

    record Seven(String a, String b, String c, String d, boolean e, Boolean f, Date g) {}

    record Strange(List<String> lines, int number) {}

    private static final Map<String, String> EVENTS = Map.ofEntries(
            entry("catch bell", caught("intermediateCatchEvent", "<c:signalEventDefinition signalRef=\"bell\"/>")),
            entry("throw bell", thrown("intermediateThrowEvent", "<c:signalEventDefinition signalRef=\"bell\"/>")),
            entry("catch link", caught("intermediateCatchEvent", "<c:linkEventDefinition name=\"over\"/>")),
            entry("throw link", thrown("intermediateThrowEvent", "<c:linkEventDefinition name=\"over\"/>")),
            entry("throw error", thrown("endEvent", "<c:errorEventDefinition errorRef=\"late\"/>")),
            entry("throw nothing", thrown("endEvent", "<c:errorEventDefinition/>")),
            entry("throw escalation", thrown("endEvent", "<c:escalationEventDefinition escalationRef=\"up\"/>")),
            entry("call itself", "<c:callActivity id=\"called\" calledElement=\"outer\"/>"),
            entry("call computed", "<c:callActivity id=\"called\" calledElement=\"${verdict}\"/>"),
            entry("border error", border("<c:errorEventDefinition errorRef=\"late\"/>")),
            entry("border other error", border("<c:errorEventDefinition errorRef=\"never\"/>")),
            entry("border any error", border("<c:errorEventDefinition/>")),
            entry("border escalation", border("<c:escalationEventDefinition escalationRef=\"up\"/>")),
            entry(
                    "around error",
                    "<c:subProcess id=\"beside\" triggeredByEvent=\"true\">"
                            + caught("startEvent", "<c:errorEventDefinition errorRef=\"late\"/>")
                            + "</c:subProcess>"));

    private static String caught(String kind, String definition) {
        return "<c:%1$s id=\"caught\">%2$s</c:%1$s>".formatted(kind, definition);
    }

    private static String thrown(String kind, String definition) {
        return "<c:%1$s id=\"thrown\">%2$s</c:%1$s>".formatted(kind, definition);
    }

    private static String border(String definition) {
        return "<c:boundaryEvent id=\"caught\" attachedToRef=\"inner\">%s</c:boundaryEvent>".formatted(definition);
    }

    private static final String THROWING = """
            <c:definitions xmlns:c="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="tiendo">
              <c:process id="outer" isExecutable="true">
                <c:subProcess id="inner">%s</c:subProcess>%s
              </c:process>
              <c:signal id="bell" name="ring"/>
              <c:error id="late" errorCode="late"/><c:error id="never" errorCode="never"/>
              <c:escalation id="up" escalationCode="up"/>
            </c:definitions>""";

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
                <c:intermediateCatchEvent id="planDone" name="Xong các kỳ">
                  <c:messageEventDefinition id="planDoneDefinition" messageRef="planDoneMessage"/>
                </c:intermediateCatchEvent>
                <c:sequenceFlow id="planProposed-draftPlan" sourceRef="planProposed" targetRef="draftPlan"/>
                <c:sequenceFlow id="draftOverdue-draftReminded" sourceRef="draftOverdue" targetRef="draftReminded"/>
                <c:sequenceFlow id="recordDraft-isDraftedByHead" sourceRef="recordDraft" targetRef="isDraftedByHead"/>
                <c:sequenceFlow id="archivePlan-planDone" sourceRef="archivePlan" targetRef="planDone"/>
                <c:sequenceFlow id="draftPlan-recordDraft" sourceRef="draftPlan" targetRef="recordDraft"/>
                <c:sequenceFlow id="again" sourceRef="isDraftedByHead" targetRef="draftPlan"/>
                <c:sequenceFlow id="byHead" sourceRef="isDraftedByHead" targetRef="archivePlan">
                  <c:conditionExpression>${verdict == 'HEAD'}</c:conditionExpression>
                </c:sequenceFlow>
              </c:process>
              <c:message id="planDoneMessage" name="allRoundsClosed"/>
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
                    "planDone",
                    "archivePlan")
            + drawn(
                    "BPMNEdge",
                    "<dd:waypoint x=\"0\" y=\"0\"/><dd:waypoint x=\"9\" y=\"9\"/>",
                    "planProposed-draftPlan",
                    "draftOverdue-draftReminded",
                    "recordDraft-isDraftedByHead",
                    "archivePlan-planDone",
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
