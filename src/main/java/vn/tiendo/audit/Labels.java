package vn.tiendo.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.form.Entries;

/** Tables and columns in the reader's words. */
@Component
class Labels {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:[.]\\d+)?[+-]\\d{2}:\\d{2}");
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

    private final Properties words;
    private final ObjectMapper json;

    Labels(ObjectMapper json) throws IOException {
        this.words = PropertiesLoaderUtils.loadProperties(
                new EncodedResource(new ClassPathResource("audit_vi.properties"), StandardCharsets.UTF_8));
        this.json = json;
    }

    String table(String name) {
        return words.getProperty("table." + name, name);
    }

    String column(String name) {
        return words.getProperty("column." + name, name);
    }

    /** All, by their labels. */
    List<Table> tables() {
        return words.stringPropertyNames().stream()
                .filter(key -> key.startsWith("table."))
                .map(key -> new Table(key.substring("table.".length()), words.getProperty(key)))
                .sorted(Comparator.comparing(Table::label))
                .toList();
    }

    /** @param row JSON object of columns and values */
    Map<String, String> values(@Nullable String row) {
        try {
            Map<String, @Nullable Object> columns =
                    row == null ? Map.of() : json.readValue(row, new TypeReference<>() {});
            var labelled = new LinkedHashMap<String, String>();
            columns.forEach(
                    (column, value) -> labelled.put(column(column), value == null ? "" : printed(value.toString())));
            return labelled;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Days and moments as people write them, in the office's zone; all else as the database has it. */
    private static String printed(String value) {
        if (DAY.matcher(value).matches()) {
            return Entries.print(LocalDate.parse(value));
        }
        return MOMENT.matcher(value).matches()
                ? PRINTED.format(OffsetDateTime.parse(value).atZoneSameInstant(OfficeTime.ZONE))
                : value;
    }

    record Table(String name, String label) {}
}
