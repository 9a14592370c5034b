package vn.tiendo;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.core.annotation.AnnotatedElementUtils.findMergedAnnotation;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Visitor;

/**
 * Every call the engine's REST API has, read from its annotations, as anonymous, official and administrator, by all three
 * ways to it; the answers are held in {@code engine-rest.csv}.
 */
@ProcessTest
class EngineRestTest {

    private static final List<String> WAYS =
            List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default");

    /** The list of engines, above all of them. */
    private static final String ENGINES = "/engine";

    @Autowired
    Journey journey;

    @Autowired
    LoggingSystem logging;

    @LocalServerPort
    int port;

    @BeforeEach
    void anEmptyOffice() {
        journey.beginsAt("2023-02-10T09:00");
        logging.setLogLevel("org.camunda.bpm.engine.rest", LogLevel.OFF);
    }

    @AfterEach
    void errorsAreLoggedAgain() {
        logging.setLogLevel("org.camunda.bpm.engine.rest", null);
    }

    @Test
    void theTableKnowsEveryCall() throws IOException {
        var calls = calls();
        var known = new TreeSet<String>();
        for (var row : rows()) {
            known.add(row.method() + " " + row.path());
            if (!row.path().equals(ENGINES)) {
                known.add(row.method() + " /engine/{name}" + row.path());
            }
        }
        assertThat(known).as("in the table only").isSubsetOf(calls);
        calls.removeAll(known);
        assertThat(calls).as("missing in the table").isEmpty();
    }

    @Test
    void everyCallAnswersAsTheTableSays() throws IOException {
        var rows = rows();
        var anonymous = new Visitor(port, null);
        var official = new Visitor(port, "cbvhxh").opensTasklist();
        var administrator = new Visitor(port, "quantri");
        var wrong = new ConcurrentLinkedQueue<String>();
        // beside each other, each in the order of the table
        CompletableFuture.allOf(
                        runAsync(() -> rows.forEach(row -> tries(anonymous, row, ways(row), row.anonymous(), wrong))),
                        runAsync(() -> rows.forEach(row -> tries(official, row, ways(row), row.official(), wrong))),
                        // what the first way lets an administrator do, he does once
                        runAsync(() -> rows.stream()
                                .filter(row -> !row.administrator().equals("-"))
                                .forEach(row ->
                                        tries(administrator, row, WAYS.subList(0, 1), row.administrator(), wrong))))
                .join();
        assertThat(wrong).isEmpty();
    }

    private static List<String> ways(Row row) {
        return row.path().equals(ENGINES) ? WAYS.subList(0, 1) : WAYS;
    }

    private static String address(String way, Row row) {
        return way + row.path().replaceAll("\\{[^}]*}", "x");
    }

    private static void tries(Visitor visitor, Row row, List<String> ways, String expected, Collection<String> wrong) {
        for (var way : ways) {
            var answer = visitor.answerTo(row.method(), address(way, row));
            if (!answer.equals(expected)) {
                wrong.add("%s %s: %s instead of %s".formatted(row.method(), address(way, row), answer, expected));
            }
        }
    }

    private static Set<String> calls() {
        var calls = new TreeSet<String>();
        assertThat(CamundaRestResources.getResourceClasses()).contains(DefaultProcessEngineRestServiceImpl.class);
        for (var type : CamundaRestResources.getResourceClasses()) {
            collect(type, path(findMergedAnnotation(type, Path.class)), calls);
        }
        return calls;
    }

    /** A method with a path but without an HTTP method leads on to another resource. */
    private static void collect(Class<?> type, String base, Set<String> calls) {
        for (var method : type.getMethods()) {
            var path = findMergedAnnotation(method, Path.class);
            var verb = findMergedAnnotation(method, HttpMethod.class);
            if (method.isBridge()) {
                // its twin without bridge says the same
            } else if (verb != null) {
                calls.add(verb.value() + " " + base + path(path));
            } else if (path != null) {
                collect(method.getReturnType(), base + path(path), calls);
            }
        }
    }

    private static String path(@Nullable Path path) {
        var plain = path == null ? "" : path.value().replaceAll("^/|/$", "");
        return plain.isEmpty() ? "" : "/" + plain;
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(java.nio.file.Path.of("src/test/resources/engine-rest.csv")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(", ", 5))
                .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3], cells[4]))
                .toList();
    }

    private record Row(String method, String path, String anonymous, String official, String administrator) {}
}
