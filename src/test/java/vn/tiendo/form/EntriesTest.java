package vn.tiendo.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.engine.Refusal;

/** Numbers are read and printed as they are written in Vietnam. */
class EntriesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"9,5; 9.5", "1.234,5; 1234.5", "0; 0", "' 12 '; 12", "1.234; 1234", "007; 7"})
    void aNumber(String typed, BigDecimal number) {
        assertThat(Entries.number("score", "field.selfScore", typed)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9.5", "-1", "1,234.5", "1.23", "1.2345", "12a", "1e3", ",5", "5,", "1 000", "９", "1234567890"})
    void anythingElseGetsASentence(String typed) {
        assertThatThrownBy(() -> Entries.number("score", "field.selfScore", typed))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "“Điểm tự chấm” không phải là số (%s); hãy dùng dấu phẩy cho phần lẻ, ví dụ 9,5 hoặc 1.234,5.",
                        typed);
    }

    @Test
    void nothingTypedIsMissing() {
        assertThatThrownBy(() -> Entries.number("score", "field.selfScore", " "))
                .hasMessage("Hãy nhập “Điểm tự chấm”.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"9.50; 9,5", "1234.5; 1.234,5", "100; 100", "0.00; 0"})
    void aNumberIsPrintedAsItIsTyped(BigDecimal number, String printed) {
        assertThat(Entries.print(number)).isEqualTo(printed);
    }
}
