package vn.tiendo.directory;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Abbreviations.Abbreviation;

/** Which units and groups a line of Nơi nhận may mean. A person links them: nothing here is linked or printed by itself. */
@Component
class MeantUnits {

    /** Share of a name's neighbouring words that must stand side by side in the line too. */
    private static final double LIKE_ENOUGH = 0.65;

    private static final int MOST = 8;
    private static final Pattern MARK = Pattern.compile("\\([^)]*\\)");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> JOINING = Set.of("các", "và", "của", "thuộc");

    /** At the end of a name the level says nothing: "Đảng ủy phường" is written "Đảng ủy". */
    private static final Pattern LEVEL_AT_END = Pattern.compile("(?iu)\\s+(?:phường|xã|đặc khu|quận|huyện)$");

    private final Directory directory;
    private final Abbreviations abbreviations;
    private final Clock clock;

    MeantUnits(Directory directory, Abbreviations abbreviations, Clock clock) {
        this.directory = directory;
        this.abbreviations = abbreviations;
        this.clock = clock;
    }

    /** The likeliest first. */
    List<Meant> in(String line) {
        var known = abbreviations.all();
        var said = pairs(words(line, known));
        var today = LocalDate.now(clock);
        return Stream.concat(
                        directory.groups().stream().map(group -> new Meant(group.code(), group.name())),
                        directory.units().stream()
                                .filter(unit -> unit.existsOn(today))
                                .map(unit -> new Meant(unit.code(), unit.name())))
                .map(candidate -> new Scored(candidate, likeness(candidate.name(), said, known)))
                .filter(candidate -> candidate.likeness >= LIKE_ENOUGH)
                .sorted(Comparator.comparingDouble(Scored::likeness).reversed())
                .limit(MOST)
                .map(Scored::meant)
                .toList();
    }

    private static double likeness(String name, List<String> said, List<Abbreviation> known) {
        var pairs = pairs(words(LEVEL_AT_END.matcher(name).replaceFirst(""), known));
        return pairs.isEmpty()
                ? 0
                : (double) pairs.stream().filter(said::contains).count() / pairs.size();
    }

    private static List<String> words(String text, List<Abbreviation> known) {
        var full = MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ");
        for (var abbreviation : longestFirst(known)) {
            full = Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + Pattern.quote(abbreviation.shortened()) + "(?![\\p{L}\\p{N}])")
                    .matcher(full)
                    .replaceAll(Matcher.quoteReplacement(abbreviation.meaning()));
        }
        return Arrays.stream(BETWEEN_WORDS.split(full.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty() && !JOINING.contains(word))
                .toList();
    }

    private static List<Abbreviation> longestFirst(List<Abbreviation> known) {
        return known.stream()
                .sorted(Comparator.comparingInt(
                                (Abbreviation it) -> it.shortened().length())
                        .reversed())
                .toList();
    }

    /** Neighbours, because single words of names are everybody's; a name of one word is that word. */
    private static List<String> pairs(List<String> words) {
        if (words.size() == 1) {
            return words;
        }
        return IntStream.range(1, words.size())
                .mapToObj(i -> words.get(i - 1) + " " + words.get(i))
                .toList();
    }

    record Meant(String code, String name) {}

    private record Scored(Meant meant, double likeness) {}
}
