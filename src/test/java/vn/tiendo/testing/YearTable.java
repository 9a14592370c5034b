package vn.tiendo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code years/<regime>.csv}: every day on which something must happen, worked out with the calendar in hand, as
 * {@code day | who | what | why}.
 *
 * <p>Who is {@code round} (it opens, gathered, is closed without a unit), {@code leader} (a decision is put before the Phó Chủ
 * tịch in charge), {@code file} (sealed), or the readers of a mail with that subject, by what stands before the @. A line that
 * begins with # tells what people do.
 */
public final class YearTable {

    private static final Set<String> NO_READERS = Set.of("round", "leader", "file");
    private static final Pattern COLUMN = Pattern.compile("\\s*\\|\\s*");
    private static final Pattern COMMA = Pattern.compile(",\\s*");

    private YearTable() {}

    /** In the words of {@link Journey#course}. @param plan stands where the table says {@code PLAN} */
    public static List<String> of(String regime, String plan) {
        return text("years/" + regime + ".csv")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .flatMap(line -> line(line.strip(), plan))
                .toList();
    }

    private static Stream<String> line(String line, String plan) {
        var columns = COLUMN.split(line);
        assertThat(columns)
                .as("day | who | what | why in: %s", line)
                .hasSize(4)
                .allSatisfy(it -> assertThat(it).isNotBlank());
        var what = columns[2].replace("PLAN", plan);
        return COMMA.splitAsStream(columns[1]).map(who -> "%s %s %s".formatted(columns[0], reader(who), what));
    }

    private static String reader(String who) {
        if (NO_READERS.contains(who)) {
            return who;
        }
        return (who.contains("@") ? who : who + "@phuong") + ".mau.example";
    }

    /** {@code years/<regime>.json}: what the plan's drafter typed, nothing of it in code. */
    public static Map<String, Map<String, Object>> plan(String regime) {
        try {
            return new ObjectMapper().readValue(text("years/" + regime + ".json"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(
                YearTable.class.getClassLoader().getResourceAsStream(name), () -> "no " + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
