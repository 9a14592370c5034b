package vn.tiendo.engine;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The Vietnamese sentences of {@code messages_vi.properties}; the browser's and the machine's languages do not matter. */
public final class Sentences {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");
    private static final ResourceBundleMessageSource SOURCE = source();

    private Sentences() {}

    /** @throws org.springframework.context.NoSuchMessageException if the key has no sentence */
    public static String of(String key, @Nullable Object... values) {
        // as text, or a year would be written 2.026
        var texts = Arrays.stream(values).map(String::valueOf).toArray();
        return SOURCE.getMessage(key, texts, VIETNAMESE);
    }

    private static ResourceBundleMessageSource source() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("messages");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
