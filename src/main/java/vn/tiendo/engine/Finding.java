package vn.tiendo.engine;

import org.jspecify.annotations.Nullable;

/** What is wrong with one element of a model, or with a whole file, and what to do about it. */
public record Finding(String element, String sentence) {

    /** The sentence is {@code key} of {@code messages_vi.properties} filled with {@code values}. */
    public static Finding of(String element, String key, @Nullable Object... values) {
        return new Finding(element, Sentences.of(key, values));
    }

    @Override
    public String toString() {
        return element + ": " + sentence;
    }
}
