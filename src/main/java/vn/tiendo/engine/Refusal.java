package vn.tiendo.engine;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The office refuses what a person entered; the person reads the sentence and what was typed stays.
 *
 * <p>The sentence is {@code key} of {@code messages_vi.properties} filled with {@code values}. Thrown before anything
 * was changed or inside the transaction that it rolls back.
 */
@ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
public class Refusal extends RuntimeException {

    private final @Nullable String field;

    private Refusal(@Nullable String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    public static Refusal because(String key, @Nullable Object... values) {
        return new Refusal(null, Sentences.of(key, values));
    }

    /** @param field path of the field in the form's content, for example {@code recipients[2].address} */
    public static Refusal of(String field, String key, @Nullable Object... values) {
        return new Refusal(field, Sentences.of(key, values));
    }

    public @Nullable String field() {
        return field;
    }

    /** The Vietnamese sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
