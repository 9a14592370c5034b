package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/** What Camunda Modeler 5 sends when an administrator presses Deploy, and what it is answered. */
@ProcessTest
class ModelerTest {

    private static final String SHARE = ModelTest.read(ModelTest.MODELS.resolve("work-share.bpmn"));
    private static final String TABLE = ModelTest.read(ModelTest.MODELS.resolve("rating.dmn"));
    private static final String FORM = ModelTest.read(ModelTest.FORMS.resolve("do-share.html"));

    @Autowired
    RepositoryService repository;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Journey journey;

    @BeforeEach
    void anEmptyOffice() {
        journey.beginsAt("2023-02-10T09:00");
    }

    @AfterEach
    void ourModelsAreTheNewestAgain() {
        repository
                .createDeploymentQuery()
                .deploymentSource("Camunda Modeler")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void aDiagramWithItsFormAndATableIsDeployedOnce() {
        assertThat(http.withBasicAuth("quantri", Journey.PASSWORD)
                        .getForEntity("/engine-rest/deployment?maxResults=0", String.class)
                        .getBody())
                .isEqualTo("[]");
        var files = Map.of(
                "work-share.bpmn", SHARE.replace("Từ chối?", "Không nhận?"),
                "do-share.html", FORM + "<!-- sửa -->",
                "rating.dmn", TABLE.replace("&gt;= 95", "&gt;= 96"));

        var answer = deploys("quantri", files);
        var again = deploys("quantri", files);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat((Map<?, ?>) answer.getBody().get("deployedProcessDefinitions"))
                .hasSize(1);
        assertThat((Map<?, ?>) answer.getBody().get("deployedDecisionDefinitions"))
                .hasSize(1);
        assertThat(again.getBody()).containsEntry("id", answer.getBody().get("id"));
        assertThat(resources(answer)).containsEntry("do-share.html", FORM + "<!-- sửa -->");
    }

    @Test
    void aFormThatWasNotSentComesFromTheNewestVersion() {
        deploys("quantri", Map.of("work-share.bpmn", SHARE + "<!-- 1 -->", "do-share.html", FORM + "<!-- sửa -->"));

        var second = deploys("quantri", Map.of("work-share.bpmn", SHARE + "<!-- 2 -->"));

        assertThat(resources(second)).containsEntry("do-share.html", FORM + "<!-- sửa -->");
    }

    @Test
    void everythingThatIsWrongComesAtOnceAndNothingOfItIsKept() {
        var before = repository.createDeploymentQuery().count();
        var wrong = SHARE.replace("P3650D", "P180D")
                .replace("${recordShare}", "${guiThu}")
                .replace(" default=\"shareDone\"", "");

        var answer = deploys(
                "quantri",
                Map.of(
                        "work-share.bpmn", wrong,
                        "rating.dmn", TABLE.replace("P3650D", "P30D"),
                        "do-share.html", FORM));

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat((String) answer.getBody().get("message"))
                .startsWith(
                        "Chưa triển khai tệp nào; hãy sửa 4 chỗ sau rồi triển khai lại:\nrating.dmn\n  rating: Thời")
                .contains(
                        "\nwork-share.bpmn\n  workShare: Thời gian lưu lịch sử (History time to live) là P180D",
                        "\n  recordShare: Hệ thống không có bước “${guiThu}”",
                        "\n  isShareDeclined: Chưa có hướng đi mặc định");
        assertThat(((Map<?, ?>) answer.getBody().get("details")).keySet())
                .isEqualTo(Set.of("rating.dmn", "work-share.bpmn"));
        assertThat(answer.getBody().get("details").toString()).contains("mainElementId=isShareDeclined");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aFileThatIsNoModelIsRefusedWithASentence() {
        assertThat((String)
                        deploys("quantri", Map.of("x.bpmn", "<a>")).getBody().get("message"))
                .contains("x.bpmn: Tệp không đọc được (");
        assertThat(journey.call(HttpMethod.POST, "cbvhxh", "/engine-rest/deployment/create", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    /** The fields and the order of Modeler 5: no tenant, duplicates filtered, the diagram first, attachments after it. */
    @SuppressWarnings("unchecked")
    private ResponseEntity<Map<String, Object>> deploys(String login, Map<String, String> files) {
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("deployment-name", "Mô hình của phường");
        form.add("deployment-source", "Camunda Modeler");
        form.add("enable-duplicate-filtering", "true");
        files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((a, b) -> Boolean.compare(b.endsWith(".bpmn"), a.endsWith(".bpmn"))))
                .forEach(file -> form.add(
                        file.getKey(), new ByteArrayResource(file.getValue().getBytes(StandardCharsets.UTF_8)) {
                            @Override
                            public String getFilename() {
                                return file.getKey();
                            }
                        }));
        var headers = new HttpHeaders();
        headers.setAccept(List.of(MediaType.APPLICATION_JSON));
        return (ResponseEntity<Map<String, Object>>) (ResponseEntity<?>) http.withBasicAuth(login, Journey.PASSWORD)
                .postForEntity("/engine-rest/deployment/create", new HttpEntity<>(form, headers), Map.class);
    }

    private Map<String, String> resources(ResponseEntity<Map<String, Object>> answer) {
        var resources = new LinkedHashMap<String, String>();
        for (Resource resource :
                repository.getDeploymentResources((String) answer.getBody().get("id"))) {
            resources.put(resource.getName(), new String(resource.getBytes(), StandardCharsets.UTF_8));
        }
        return resources;
    }
}
