package vn.tiendo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How plans write deadlines, and what the office understands; a plan of 2023 issued on 15/2/2023. */
class StatedTimeTest {

    private static final LocalDate ISSUED = LocalDate.of(2023, 2, 15);
    private static final WorkingDays CALENDAR = new WorkingDays(Map.of());

    @ParameterizedTest
    @CsvSource({
        "trước ngày 10/5, BEFORE, 2023-05-10, false",
        "Trước ngày 05/6/2023, BEFORE, 2023-06-05, false",
        "trước 30/09/2023, BEFORE, 2023-09-30, false",
        "trước ngày 01 tháng 11 năm 2023, BEFORE, 2023-11-01, false",
        "chậm nhất ngày 20-3-2023, ON_OR_BEFORE, 2023-03-20, false",
        "muộn nhất là 15.5.2023, ON_OR_BEFORE, 2023-05-15, false",
        "đến hết ngày 31/12, ON_OR_BEFORE, 2023-12-31, false",
        "ngày 15/4/2023, ON_OR_BEFORE, 2023-04-15, false",
        "trong ngày 15/4/2023, WITHIN, 2023-04-15, false",
        "Trước ngày 10/01, BEFORE, 2024-01-10, true",
        "Quý I/2023, WITHIN, 2023-03-31, false",
        "quý III năm 2023, WITHIN, 2023-09-30, false",
        "Quý IV, WITHIN, 2023-12-31, false",
        "quý 2/2024, WITHIN, 2024-06-30, false",
        "Cả năm, ONGOING, , false",
        "Thường xuyên, ONGOING, , false",
        "theo quy định, NOT_STATED, , false",
        "trước ngày 31/02/2023, NOT_STATED, , true",
        "'', NOT_STATED, , false"
    })
    void daysAndQuarters(String words, StatedTime.Kind kind, LocalDate date, boolean askDrafter) {
        var expected = new StatedTime(kind, date, 0, askDrafter);

        assertThat(StatedTime.read(words, 2023, ISSUED)).isEqualTo(expected);
        assertThat(StatedTime.read(Normalizer.normalize(words, Normalizer.Form.NFD), 2023, ISSUED))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "trong 05 ngày làm việc, WORKING_DAYS, 5, 2023-02-22",
        "trong thời hạn 3 (ba) ngày làm việc kể từ ngày ban hành, WORKING_DAYS, 3, 2023-02-20",
        "trong vòng 10 ngày, DAYS, 10, 2023-02-27",
        "trong 30 ngày, DAYS, 30, 2023-03-17"
    })
    void periodsAreCountedFromTheIssue(String words, StatedTime.Kind kind, int length, LocalDate last) {
        var stated = StatedTime.read(words, 2023, ISSUED);

        assertThat(stated).isEqualTo(new StatedTime(kind, null, length, false));
        assertThat(stated.limit(BeforeReading.STRICT, ISSUED, CALENDAR)).contains(new DayLimit(last));
    }

    @Test
    void aQuarterThatIsOverIsOfTheNextYear() {
        assertThat(StatedTime.read("Quý I", 2023, LocalDate.of(2023, 4, 3)))
                .isEqualTo(new StatedTime(StatedTime.Kind.WITHIN, LocalDate.of(2024, 3, 31), 0, true));
    }

    @Test
    void onlyBeforeIsReadAsTheIssuerReadsIt() {
        for (var reading : BeforeReading.values()) {
            assertThat(StatedTime.read("trước ngày 10/5", 2023, ISSUED).limit(reading, ISSUED, CALENDAR))
                    .contains(DayLimit.before(LocalDate.of(2023, 5, 10), reading));
            assertThat(StatedTime.read("chậm nhất 10/5", 2023, ISSUED).limit(reading, ISSUED, CALENDAR))
                    .contains(DayLimit.until(LocalDate.of(2023, 5, 10)));
            assertThat(StatedTime.read("cả năm", 2023, ISSUED).limit(reading, ISSUED, CALENDAR))
                    .isEmpty();
        }
    }
}
