package vn.tiendo.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed between two drafts, by paragraph: -taken out-, +put in+. */
class DraftVersionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A#Nộp trước ngày 10/5#C | A#Nộp trước ngày 20/5#C | 2: Nộp trước ngày -10/5-+20/5+
            A#B                     | A#B#Thêm đoạn           | 3: +Thêm đoạn+
            A#Bỏ đoạn#C             | A#C                     | 2: -Bỏ đoạn-
            A                       | B                       | 1: -A-+B+
            A#B                     | A#B                     | ''""")
    void aChange(String older, String newer, String change) {
        assertThat(DraftVersions.compare(List.of(older.split("#")), List.of(newer.split("#"))).stream()
                        .map(DraftVersionsTest::print)
                        .collect(Collectors.joining("; ")))
                .isEqualTo(change);
    }

    @Test
    void severalChangesInOrder() {
        assertThat(DraftVersions.compare(List.of("A", "B", "C", "D"), List.of("A", "b", "C", "d", "E")))
                .extracting(DraftVersions.Change::paragraph)
                .containsExactly(2, 4, 5);
    }

    private static String print(DraftVersions.Change change) {
        return change.paragraph() + ": "
                + change.words().stream()
                        .map(words -> switch (words.kind()) {
                            case "DELETE" -> "-" + words.text() + "-";
                            case "INSERT" -> "+" + words.text() + "+";
                            default -> words.text();
                        })
                        .collect(Collectors.joining());
    }
}
