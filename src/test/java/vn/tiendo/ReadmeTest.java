package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README and docs name only what exists, and the README all of it: every package, every step. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path DOCS = Path.of("docs");
    private static final Path SOURCES = Path.of("src", "main", "java", "vn", "tiendo");
    private static final Pattern PATH =
            Pattern.compile("(?<![\\w/.-])(?:docs|docker|bpmn|forms|src)/[\\w./-]*[\\w/](?![\\w*{<…])");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
    private static final Pattern STEP = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

    /** Made by whoever runs the containers. */
    private static final String OWN_SETTINGS = "docker/.env";

    @Test
    void theReadmeIsShortAndShowsBothCommands() throws IOException {
        assertThat(Files.readAllLines(README))
                .hasSizeLessThanOrEqualTo(150)
                .contains("    mvn spring-boot:run", "    mvn verify");
    }

    @Test
    void everyFileThatIsNamedExists() throws IOException {
        for (var document : documents()) {
            var text = Files.readString(document);
            var named = new TreeSet<Path>();
            PATH.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .filter(path -> !path.equals(OWN_SETTINGS))
                    .forEach(path -> named.add(Path.of(path)));
            LINK.matcher(text)
                    .results()
                    .map(found -> document.resolveSibling(found.group(1)))
                    .forEach(named::add);

            assertThat(named).as("named in %s", document).allMatch(Files::exists);
        }
        assertThat(PATH.matcher(Files.readString(README)).results()).hasSizeGreaterThan(10);
    }

    @Test
    void theReadmeNamesEveryPackage() throws IOException {
        var readme = Files.readString(README);
        try (var files = Files.list(SOURCES)) {
            assertThat(files.filter(Files::isDirectory).toList())
                    .isNotEmpty()
                    .allSatisfy(stage -> assertThat(readme).contains("`" + stage.getFileName() + "`"));
        }
    }

    @Test
    void theReadmeNamesEveryStep() throws IOException {
        var readme = Files.readString(README);
        var steps = new TreeSet<String>();
        try (var models = Files.newDirectoryStream(Path.of("bpmn"), "*.bpmn")) {
            for (var model : models) {
                STEP.matcher(Files.readString(model)).results().forEach(found -> steps.add(found.group(1)));
            }
        }

        assertThat(steps).isNotEmpty().allSatisfy(step -> assertThat(readme).containsPattern("\\b" + step + "\\b"));
    }

    @Test
    void aDecisionFitsOnAPage() throws IOException {
        try (var decisions = Files.list(DOCS.resolve("decisions"))) {
            assertThat(decisions.toList()).isNotEmpty().allSatisfy(decision -> {
                assertThat(decision.getFileName().toString()).matches("\\d{4}-[a-z0-9-]+\\.md");
                assertThat(Files.readAllLines(decision)).as("%s", decision).hasSizeLessThanOrEqualTo(25);
            });
        }
    }

    private static List<Path> documents() throws IOException {
        try (var docs = Files.walk(DOCS)) {
            var documents = new java.util.ArrayList<>(
                    docs.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            documents.add(README);
            return documents;
        }
    }
}
