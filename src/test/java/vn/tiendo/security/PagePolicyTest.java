package vn.tiendo.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What our own content policy refuses stays out of the pages: it is not applied, and nobody is told. */
class PagePolicyTest {

    @ParameterizedTest
    @MethodSource("pages")
    void styleAndScriptComeFromFiles(Path page) throws IOException {
        assertThat(Files.readString(page)).doesNotContain("<style", "style=\"", "<script>", " onclick=", "javascript:");
    }

    static Stream<Path> pages() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
        }
    }
}
