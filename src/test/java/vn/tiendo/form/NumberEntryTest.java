package vn.tiendo.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.engine.Refusal;

/** Numbers as they are written in Vietnamese, and nothing that could be read in two ways. */
class NumberEntryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,5|1234.5|1.234,5",
                "1234|1234|1.234",
                " 0,25 |0.25|0,25",
                "-3|-3|-3",
                "12.345.678|12345678|12.345.678"
            })
    void aNumberIsReadAndPrintedAlike(String typed, BigDecimal number, String printed) {
        assertThat(Entries.optionalNumber("field", "field.target", typed)).isEqualByComparingTo(number);
        assertThat(Entries.print(number)).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1,234.5", "12.34", "1.2345", "năm", "5%", "1 000", "1,", "1e9", "9999999999999999"})
    void whatIsNoNumberOrTwoIsRefused(String typed) {
        assertThatThrownBy(() -> Entries.optionalNumber("figures[0].target", "field.target", typed))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("figures[0].target"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void nothingIsNothing(String typed) {
        assertThat(Entries.optionalNumber("field", "field.target", typed)).isNull();
    }

    /** Where a number must be, as points of a score. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"' '|Hãy nhập “Điểm tự chấm”.", "-1|“Điểm tự chấm” không phải là số (-1)", "９|không phải là số"})
    void nothingAndLessThanNothingAreNoPoints(String typed, String sentence) {
        assertThatThrownBy(() -> Entries.number("score", "field.selfScore", typed))
                .hasMessageContaining(sentence);
    }
}
