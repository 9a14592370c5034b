package vn.tiendo.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The words of the web applications' English texts that are no Vietnamese words too. */
public final class English {

    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
    private static final Set<String> WORDS = words();

    private English() {}

    public static Set<String> wordsIn(String text) {
        var found = split(text);
        found.retainAll(WORDS);
        return found;
    }

    private static Set<String> words() {
        var english = new TreeSet<String>();
        var vietnamese = new TreeSet<String>();
        for (var app : List.of("tasklist", "welcome", "admin")) {
            english.addAll(texts(app, "en"));
            vietnamese.addAll(texts(app, "vi"));
        }
        english.removeAll(vietnamese);
        // unaccented Vietnamese syllables that English happens to have
        english.removeAll(Set.of("than", "hang", "them", "sang"));
        return english;
    }

    private static Set<String> texts(String app, String language) {
        var file = new ClassPathResource(
                "META-INF/resources/webjars/camunda/app/" + app + "/locales/" + language + ".json");
        try (var stream = file.getInputStream()) {
            return split(leaves(new ObjectMapper().readTree(stream)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String leaves(JsonNode node) {
        if (node.isValueNode()) {
            return node.asText();
        }
        var all = new StringBuilder();
        node.forEach(child -> all.append(' ').append(leaves(child)));
        return all.toString();
    }

    private static Set<String> split(String text) {
        var words = new TreeSet<String>();
        var matcher =
                WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
