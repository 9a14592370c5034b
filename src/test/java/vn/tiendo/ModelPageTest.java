package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.proposal;
import static vn.tiendo.testing.Samples.with;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.LinkedMultiValueMap;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/** The page Mô hình: where versions come from, what changed, running cases that go over, steps that have stopped. */
@ProcessTest
class ModelPageTest {

    /** Somebody's, deployed along with the process. */
    private static final String TABLE =
            ModelTest.read(ModelTest.MODELS.resolve("rating.dmn")).replace("&gt;= 95", "&gt;= 96");

    private static final String LIFE = ModelTest.read(ModelTest.MODELS.resolve("plan-lifecycle.bpmn"));

    /** After the head's consent somebody is asked for an opinion. */
    private static final String LONGER_LIFE = LIFE.replace(
                    "sourceRef=\"isDraftReviewed\" targetRef=\"checkForm\"",
                    "sourceRef=\"isDraftReviewed\" targetRef=\"askOpinion\"")
            .replaceFirst("(<bpmn:sequenceFlow )", """
                    <bpmn:userTask id="askOpinion" name="Xin ý kiến" camunda:assignee="\\${drafter}"
                        camunda:formKey="embedded:deployment:check-form.html"
                        camunda:dueDate="\\${deadline.workingDays(2)}" />
                    <bpmn:boundaryEvent id="opinionOverdue" cancelActivity="false" attachedToRef="askOpinion">
                      <bpmn:timerEventDefinition id="opinionOverdueTimer">
                        <bpmn:timeDate>\\${deadline.workingDays(2)}</bpmn:timeDate>
                      </bpmn:timerEventDefinition>
                    </bpmn:boundaryEvent>
                    <bpmn:sequenceFlow id="askOpinion-checkForm" sourceRef="askOpinion" targetRef="checkForm" />
                    <bpmn:sequenceFlow id="opinionOverdue-remindOverdue" sourceRef="opinionOverdue"
                        targetRef="remindOverdue" />
                    $1""");

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService instances;

    @Autowired
    ManagementService jobs;

    @Autowired
    IdentityService identities;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Journey journey;

    @BeforeEach
    void anEmptyOffice() {
        journey.beginsAt("2023-02-10T09:00");
    }

    @AfterEach
    void ourModelsAreTheOnlyOnesAgain() {
        journey.beginsAt("2023-02-10T09:00");
        repository.createDeploymentQuery().list().stream()
                .filter(deployment -> !"bundle".equals(deployment.getSource()))
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void thePageSaysWhoDeployedWhichVersionFromWhereAndWhatChanged() {
        deploys(LONGER_LIFE);

        assertThat(page("/mo-hinh"))
                .contains("Vòng đời kế hoạch", "Camunda Modeler", "Mẫu Văn Hải", "Có bản kèm theo bản phát hành");
        assertThat(page("/mo-hinh/planLifecycle?version=" + newest() + "&against=" + (newest() - 1)))
                .contains("askOpinion:added", "draftAgreed:changed", "<del>checkForm</del>", "<ins>askOpinion</ins>")
                .contains("Dùng bản kèm theo bản phát hành");
        assertThat(page("/mo-hinh/tep/" + definition(newest()))).isEqualTo(LONGER_LIFE);
        var table = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("rating")
                .latestVersion()
                .singleResult()
                .getVersion();
        assertThat(page("/mo-hinh/rating?version=" + table + "&against=" + (table - 1)))
                .contains("class=\"mark removed\"", "class=\"mark added\"", "<td>&gt;= 95</td>", "<td>&gt;= 96</td>");
    }

    @Test
    void aRunningPlanGoesOverWithItsTimersAndLivesToItsEnd() {
        var plan =
                String.valueOf(journey.propose("cbvhxh", proposal()).getBody().get("businessKey"));
        journey.until("2023-02-13T09:00");
        var due = timer(plan);
        var before = newest();
        deploys(LONGER_LIFE);

        assertThat(page("/mo-hinh/planLifecycle/chuyen?from=" + before))
                .contains("1 hồ sơ chuyển được, 0 hồ sơ chưa chuyển được");
        assertThat(version(plan)).isEqualTo(before);
        posts("/mo-hinh/planLifecycle/chuyen", Map.of("from", "" + before, "to", "" + newest()));
        assertThat(page("/mo-hinh")).contains("0 / 1 hồ sơ");
        journey.until("2023-02-13T10:00");

        assertThat(version(plan)).isEqualTo(newest());
        assertThat(timer(plan)).isEqualTo(due);
        assertThat(page("/mo-hinh")).doesNotContain("0 / 1 hồ sơ");
        journey.does("cbvhxh", plan, "draftPlan", with(draft(), "duties", List.of()));
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        assertThat(journey.waitsAt(plan)).containsExactly("askOpinion");
        journey.does("cbvhxh", plan, "askOpinion", Map.of());
        journey.does("chuyenvien", plan, "checkForm", approved());
        journey.does("phochutich1", plan, "approvePlan", approved());
        journey.does("vanthu", plan, "numberPlan", Map.of("sequence", "1", "issuedOn", "13/02/2023"));
        journey.does("cbvhxh", plan, "closePlan", Map.of("remark", "Đã xong"));
        assertThat(journey.ended(plan)).isTrue();
    }

    @Test
    void aCaseWhoseStepIsGoneStaysAndThePageSaysWhy() {
        deploys(LONGER_LIFE);
        var longer = newest();
        var plan =
                String.valueOf(journey.propose("cbvhxh", proposal()).getBody().get("businessKey"));
        journey.does("cbvhxh", plan, "draftPlan", with(draft(), "duties", List.of()));
        journey.does("truongvhxh", plan, "reviewDraft", approved());

        posts("/mo-hinh/planLifecycle/trien-khai-lai", Map.of("version", "" + (longer - 1)));

        assertThat(newest()).isEqualTo(longer + 1);
        var tables = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("rating")
                .count();
        posts("/mo-hinh/planLifecycle/trien-khai-lai", Map.of("version", "" + longer));
        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("rating")
                        .count())
                .isEqualTo(tables);
        posts("/mo-hinh/planLifecycle/trien-khai-lai", Map.of("version", "" + (longer - 1)));
        assertThat(page("/mo-hinh/planLifecycle/chuyen?from=" + longer))
                .contains("0 hồ sơ chuyển được, 1 hồ sơ chưa chuyển được", "không có bước “Xin ý kiến” (askOpinion)");
        posts("/mo-hinh/planLifecycle/chuyen", Map.of("from", "" + longer, "to", "" + (longer - 1)));
        assertThat(jobs.createBatchQuery().count()).isZero();
        assertThat(version(plan)).isEqualTo(longer);
        assertThat(page("/mo-hinh/planLifecycle")).contains("triển khai lại từ trang này");
        posts("/mo-hinh/planLifecycle/kem-theo", Map.of());
        assertThat(newest()).isEqualTo(longer + 4);
        assertThat(page("/mo-hinh/planLifecycle")).doesNotContain("Dùng bản kèm theo bản phát hành");
        repository.deleteDeployment(
                repository.getProcessDefinition(definition(newest())).getDeploymentId(), true);
    }

    @Test
    void aFileIsCheckedAndNotDeployed() {
        var before = repository.createDeploymentQuery().count();

        assertThat(checks(LIFE)).contains("plan-lifecycle.bpmn: không có điểm nào phải sửa");
        assertThat(checks(LIFE.replace("P3650D", "P30D").replace("${issuePlan}", "${issueAll}")))
                .contains("plan-lifecycle.bpmn: 2 điểm phải sửa", "<code>issuePlan</code>", "${issueAll}");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aStepThatStoppedIsListedWithItsCauseAndTriesAgain() {
        var plan =
                String.valueOf(journey.propose("cbvhxh", proposal()).getBody().get("businessKey"));
        journey.does("cbvhxh", plan, "draftPlan", with(draft(), "duties", List.of()));
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.does("chuyenvien", plan, "checkForm", approved());
        journey.does("phochutich1", plan, "approvePlan", approved());
        journey.tries("vanthu", plan, "numberPlan", Map.of("sequence", "1", "issuedOn", "10/02/2023"));
        var issue = jobs.createJobQuery().executable().singleResult().getId();
        numbered(null);
        for (var time = 0; time < 5; time++) {
            assertThatThrownBy(() -> jobs.executeJob(issue)).isNotNull();
        }

        assertThat(page("/mo-hinh")).contains("Sự cố (1)");
        assertThat(page("/mo-hinh/su-co")).contains(plan, "không làm xong. Máy chủ báo:", issue);
        numbered("01/KH-UBND");
        posts("/mo-hinh/su-co", Map.of("job", issue));
        jobs.executeJob(issue);
        assertThat(page("/mo-hinh/su-co")).contains("Không có sự cố.");
    }

    /** Without its number a plan cannot be issued. */
    private void numbered(@Nullable String code) {
        journey.database().sql("update plan set code = ?").param(code).update();
    }

    private int newest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("planLifecycle")
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private String definition(int version) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("planLifecycle")
                .processDefinitionVersion(version)
                .singleResult()
                .getId();
    }

    private int version(String plan) {
        return repository
                .getProcessDefinition(instances
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(plan)
                        .singleResult()
                        .getProcessDefinitionId())
                .getVersion();
    }

    private Date timer(String plan) {
        return jobs.createJobQuery()
                .timers()
                .processInstanceId(instances
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(plan)
                        .singleResult()
                        .getId())
                .singleResult()
                .getDuedate();
    }

    private void deploys(String model) {
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("deployment-name", "Mô hình của phường");
        form.add("deployment-source", "Camunda Modeler");
        form.add("cua-phuong.bpmn", file("cua-phuong.bpmn", model));
        form.add("rating.dmn", file("rating.dmn", TABLE));
        var answer = administrator().postForEntity("/engine-rest/deployment/create", form, String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
    }

    private String checks(String model) {
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("file", file("plan-lifecycle.bpmn", model));
        return administrator().postForObject("/mo-hinh/kiem-tra", form, String.class);
    }

    /** And reads the page it is led to. */
    private String posts(String path, Map<String, String> fields) {
        var form = new LinkedMultiValueMap<String, Object>();
        fields.forEach(form::add);
        var answer = administrator().postForEntity(path, form, String.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        return String.valueOf(answer.getBody());
    }

    private String page(String path) {
        return administrator().getForObject(path, String.class);
    }

    private TestRestTemplate administrator() {
        return http.withBasicAuth("quantri", Journey.PASSWORD);
    }

    private static ByteArrayResource file(String name, String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }
}
