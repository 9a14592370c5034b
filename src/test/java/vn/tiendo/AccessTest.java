package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Visitor;

/**
 * Every endpoint as anonymous, official and administrator; the answers are held in {@code access.csv}, those of the engine's
 * REST API in the table of {@link EngineRestTest}.
 */
@ProcessTest
class AccessTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Autowired
    Journey journey;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @LocalServerPort
    int port;

    @BeforeEach
    void anEmptyOffice() {
        journey.beginsAt("2023-02-10T09:00");
    }

    @AfterEach
    void whatTheAdministratorMadeIsGone() {
        for (var table : List.of("act_ru_filter", "act_ru_task", "act_id_group")) {
            journey.database()
                    .sql("delete from " + table + " where name_ = 'kiem-tra'")
                    .update();
        }
        journey.database().sql("delete from act_id_user where id_ = 'kiem-tra'").update();
        journey.database()
                .sql("delete from act_ru_authorization where 'kiem-tra' in (user_id_, group_id_, resource_id_)")
                .update();
    }

    @TestFactory
    Stream<DynamicTest> everyEndpointAnswersAsTheTableSays() throws IOException {
        var visitors = List.of(new Visitor(port, null), new Visitor(port, "cbvhxh"), new Visitor(port, "quantri"));
        return rows().map(row -> DynamicTest.dynamicTest(row.method() + " " + row.path(), () -> {
            journey.beginsAt("2023-02-10T09:00");
            assertThat(visitors.stream().map(visitor -> answer(row, visitor)))
                    .as("anonymous, official, administrator")
                    .containsExactlyElementsOf(row.answers());
        }));
    }

    @Test
    void theTableKnowsEveryMappedEndpoint() throws IOException {
        var mapped = new TreeSet<String>();
        for (var mapping : mappings) {
            mapping.getHandlerMethods().keySet().forEach(info -> {
                var methods = info.getMethodsCondition().getMethods();
                info.getPatternValues().forEach(path -> {
                    if (methods.isEmpty()) {
                        mapped.add("GET " + path);
                    }
                    methods.forEach(method -> mapped.add(method + " " + path));
                });
            });
        }
        assertThat(mapped).isNotEmpty();
        assertThat(rows().map(row -> row.method() + " " + row.path())).containsAll(mapped);
    }

    /** The web applications share one nonce among all requests; ours must not, or Tasklist stays blank. */
    @Test
    void everyPageOfTasklistCarriesTheNonceItsHeaderAllows() {
        var credentials =
                Base64.getEncoder().encodeToString(("cbvhxh:" + Journey.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/camunda/app/tasklist/default/"))
                .header("Authorization", "Basic " + credentials)
                .build();
        var pages = Stream.generate(() -> HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .limit(40)
                .toList();
        for (var page : pages) {
            var answer = page.join();
            var allowed = answer.headers()
                    .firstValue("Content-Security-Policy")
                    .orElseThrow()
                    .replaceAll(".*'nonce-([^']+)'.*", "$1");
            assertThat(answer.body()).contains("nonce=\"" + allowed + "\"");
        }
    }

    private static Stream<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/access.csv")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(", ", 6))
                .map(cells -> new Row(
                        cells[0].strip(),
                        cells[1].strip(),
                        List.of(cells[2].strip(), cells[3].strip(), cells[4].strip()),
                        cells.length > 5 ? cells[5] : "{}"));
    }

    private static String answer(Row row, Visitor visitor) {
        var path = row.path()
                .replaceAll(
                        "\\{id}",
                        row.path().matches(".*(files|thu-di).*") ? "00000000-0000-0000-0000-000000000000" : "x")
                .replaceAll("\\{[^/]*}", "x")
                .replace("**", "x");
        var type = row.path().equals("/dong-ho") ? "application/x-www-form-urlencoded" : "application/json";
        return visitor.answerTo(row.method(), path, type, row.body());
    }

    private record Row(String method, String path, List<String> answers, String body) {}
}
