package vn.tiendo.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code docker/} gives the application is what the application reads, and nothing has a password of its own. */
class ComposeTest {

    private static final Path COMPOSE = Path.of("docker", "compose.yaml");
    private static final Path DOCKERFILE = Path.of("docker", "Dockerfile");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Set<String> OF_THE_PLATFORM = Set.of("SPRING_PROFILES_ACTIVE", "TZ", "JAVA_TOOL_OPTIONS");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?=[:}])");
    private static final Pattern DEMANDED = Pattern.compile("\\$\\{([A-Z0-9_]+):\\?}");

    @Test
    void theApplicationReadsEveryVariableItIsGiven() throws IOException {
        assertThat(environment("application"))
                .isNotEmpty()
                .allSatisfy((name, value) -> assertThat(read()).contains(name));
    }

    @Test
    void whatProductionDemandsIsGiven() throws IOException {
        var environment = environment("application");

        assertThat(environment).containsKeys(ProductionSettings.REQUIRED.toArray(String[]::new));
        assertThat(environment).allSatisfy((name, value) -> {
            if (ProductionSettings.REQUIRED.contains(name)) {
                assertThat(value).as(name).isNotBlank();
            }
        });
        assertThat(environment).containsEntry("SPRING_PROFILES_ACTIVE", "production");
        assertThat(environment).containsEntry("TZ", "Asia/Ho_Chi_Minh");
    }

    @Test
    void noPasswordIsWrittenDown() throws IOException {
        for (var service : services().keySet()) {
            assertThat(environment(service)).allSatisfy((name, value) -> {
                if (name.contains("PASSWORD")) {
                    assertThat(value).as("%s of %s", name, service).matches("\\$\\{[A-Z_]+(:\\?|:-)}");
                }
                assertThat(value).as("%s of %s", name, service).doesNotContainPattern("(?i)password=|//[^/]*:[^/]*@");
            });
        }
        assertThat(environment("application"))
                .containsEntry("TIENDO_DB_PASSWORD", "${TIENDO_DB_PASSWORD:?}")
                .containsEntry("TIENDO_ADMIN_PASSWORD", "${TIENDO_ADMIN_PASSWORD:?}");
    }

    @Test
    void theExampleNamesWhatMustBeFilledInAndFillsInNothing() throws IOException {
        var demanded = DEMANDED.matcher(Files.readString(COMPOSE))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var lines = Files.readAllLines(Path.of("docker", ".env.example")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertThat(lines).allMatch(line -> line.endsWith("="));
        assertThat(lines).extracting(line -> line.replace("=", "")).containsExactlyInAnyOrderElementsOf(demanded);
    }

    @Test
    void everyServiceTellsWhetherItIsWell() throws IOException {
        assertThat(services().get("database")).containsKeys("healthcheck", "volumes");
        assertThat(services().get("mail")).containsKey("healthcheck");
        assertThat(map(services().get("application").get("depends_on")))
                .containsOnlyKeys("database", "mail")
                .allSatisfy((name, dependency) ->
                        assertThat(map(dependency).get("condition")).isEqualTo("service_healthy"));
        assertThat(Files.readString(DOCKERFILE))
                .contains("HEALTHCHECK", "/actuator/health", "USER 10001", "EXPOSE 8080");
    }

    @Test
    void theImageRunsTheJarThatMavenBuilds() throws Exception {
        var project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getDocumentElement();
        var own = new HashMap<String, String>();
        for (var node = project.getFirstChild(); node != null; node = node.getNextSibling()) {
            own.put(node.getNodeName(), node.getTextContent());
        }
        var jar = own.get("artifactId") + "-" + own.get("version") + ".jar";

        assertThat(Files.readString(DOCKERFILE)).contains("/target/" + jar);
        assertThat(Files.readString(Path.of("README.md"))).contains("java -jar target/" + jar);
        assertThat(services().get("application"))
                .containsEntry("image", own.get("artifactId") + ":" + own.get("version"));
    }

    private static Set<String> read() {
        var names = new TreeSet<>(OF_THE_PLATFORM);
        names.addAll(ProductionSettings.REQUIRED);
        try (var files = Files.newDirectoryStream(RESOURCES, "application*.yaml")) {
            for (var file : files) {
                PLACEHOLDER
                        .matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(names::add);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return names;
    }

    private static Map<String, String> environment(String service) throws IOException {
        var environment = new HashMap<String, String>();
        map(services().get(service).get("environment"))
                .forEach((name, value) -> environment.put(name, String.valueOf(value)));
        return environment;
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        var compose = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(COMPOSE)));
        var services = new HashMap<String, Map<String, Object>>();
        map(compose.get("services")).forEach((name, service) -> services.put(name, map(service)));
        return services;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
