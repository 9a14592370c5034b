package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The engine's own pages speak Vietnamese and nothing else, label by label. */
class LocaleTest {

    private static final String APPS = "META-INF/resources/webjars/camunda/app/";
    private static final Path OURS = Path.of("src/main/resources", APPS);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}");

    /** Patterns of dates and times that are written alike in both languages. */
    private static final Set<String> ALIKE = Set.of("L", "DD/MM/YYYY", "HH:mm");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void everyLabelOfTheEngineHasAVietnameseOne(String app) throws IOException {
        var english = english(app);

        assertThat(english).hasSizeGreaterThan(150);
        assertThat(without(english, vietnamese(app).keySet()))
                .as("not translated")
                .isEmpty();
        assertThat(without(vietnamese(app), english.keySet()))
                .as("no longer shown")
                .isEmpty();
        assertThat(vietnamese(app)).hasSameSizeAs(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void everyLabelIsFilledWithTheSameValues(String app) throws IOException {
        var vietnamese = vietnamese(app);

        assertThat(english(app))
                .allSatisfy((key, label) -> assertThat(placeholders(vietnamese.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(placeholders(label)));
    }

    /** Whatever has no letter (signs, empty labels, the numbers of the calendar) is no word of any language. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void noWordStayedEnglish(String app) throws IOException {
        var english = english(app);
        var untranslated = vietnamese(app).entrySet().stream()
                .filter(label -> label.getValue().equals(english.get(label.getKey())))
                .filter(label -> label.getValue().codePoints().anyMatch(Character::isLetter))
                .filter(label -> !ALIKE.contains(label.getValue()));

        assertThat(untranslated).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void noOtherLanguageIsOffered(String app) throws IOException {
        assertThat(Files.readString(OURS.resolve(app + "/scripts/config.js")))
                .containsPattern("availableLocales: \\['vi']")
                .containsPattern("fallbackLocale: 'vi'");
    }

    private static List<String> without(Map<String, String> labels, Set<String> keys) {
        return labels.keySet().stream().filter(it -> !keys.contains(it)).toList();
    }

    private static List<String> placeholders(String label) {
        return PLACEHOLDER
                .matcher(label)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Map<String, String> english(String app) throws IOException {
        try (var file = new ClassPathResource(APPS + app + "/locales/en.json").getInputStream()) {
            return flat(new ObjectMapper().readTree(file));
        }
    }

    private static Map<String, String> vietnamese(String app) throws IOException {
        return flat(new ObjectMapper()
                .readTree(OURS.resolve(app + "/locales/vi.json").toFile()));
    }

    private static Map<String, String> flat(JsonNode root) {
        var labels = new TreeMap<String, String>();
        collect("", root, labels);
        return labels;
    }

    private static void collect(String path, JsonNode node, Map<String, String> labels) {
        if (node.isObject()) {
            node.properties().forEach(it -> collect(path + "/" + it.getKey(), it.getValue(), labels));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), labels);
            }
        } else {
            labels.put(path, node.asText());
        }
    }
}
