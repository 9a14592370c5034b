package vn.tiendo.organisation;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;

/** Choices that forms send by their names and people write in files by their words. */
final class Words {

    private Words() {}

    /**
     * @param label key of the field's name
     * @param family of the sentences that hold the words
     */
    static <E extends Enum<E>> E read(
            String field, String label, Class<E> type, String family, @Nullable String entry) {
        var typed = entry == null ? "" : entry.strip();
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(typed) || of(family, one).equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        field,
                        "organisation.noChoice",
                        Sentences.of(label),
                        typed,
                        Arrays.stream(type.getEnumConstants())
                                .map(one -> of(family, one))
                                .collect(Collectors.joining(", "))));
    }

    static String of(String family, Enum<?> choice) {
        return Sentences.of(family + "." + choice);
    }
}
