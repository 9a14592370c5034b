package vn.tiendo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.calendar.CalendarDay.Kind.COMPENSATORY;
import static vn.tiendo.calendar.CalendarDay.Kind.HOLIDAY;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proposed for years whose days are known. */
class HolidayProposalsTest {

    @ParameterizedTest
    @CsvSource({
        "2023, 2023-01-22, 2023-04-29",
        "2024, 2024-02-10, 2024-04-18",
        "2025, 2025-01-29, 2025-04-07",
        "2026, 2026-02-17, 2026-04-26",
        "2027, 2027-02-06, 2027-04-16"
    })
    void theLunarDaysLieWhereTheMoonPutsThem(int year, LocalDate tet, LocalDate ancestors) {
        var days = HolidayProposals.of(year);

        assertThat(days)
                .filteredOn(day -> day.name().equals("Tết Nguyên đán"))
                .hasSize(5)
                .extracting(CalendarDay::day)
                .contains(tet, tet.minusDays(1), tet.plusDays(2));
        assertThat(days)
                .filteredOn(day -> day.name().equals("Giỗ Tổ Hùng Vương"))
                .extracting(CalendarDay::day)
                .containsExactly(ancestors);
    }

    @Test
    void theDaysOf2026AreTheAnnouncedOnesWithoutTheSwap() {
        assertThat(HolidayProposals.of(2026))
                .extracting(CalendarDay::day)
                .map(LocalDate::toString)
                .containsExactly(
                        "2026-01-01",
                        "2026-02-16",
                        "2026-02-17",
                        "2026-02-18",
                        "2026-02-19",
                        "2026-02-20",
                        "2026-04-26",
                        "2026-04-27",
                        "2026-04-30",
                        "2026-05-01",
                        "2026-09-01",
                        "2026-09-02");
    }

    @Test
    void aWeeklyDayOffThatMeetsAHolidayIsCompensatedOnTheNextWorkingDay() {
        assertThat(HolidayProposals.of(2023))
                .filteredOn(day -> day.kind() == COMPENSATORY)
                .extracting(day -> day.day() + " " + day.name())
                .containsExactly(
                        "2023-01-02 Nghỉ bù Tết Dương lịch",
                        "2023-01-25 Nghỉ bù Tết Nguyên đán",
                        "2023-01-26 Nghỉ bù Tết Nguyên đán",
                        "2023-05-02 Nghỉ bù Giỗ Tổ Hùng Vương",
                        "2023-05-03 Nghỉ bù Ngày Chiến thắng",
                        "2023-09-04 Nghỉ bù Quốc khánh");
    }

    @ParameterizedTest
    @ValueSource(ints = {HolidayProposals.FIRST_YEAR, 2033, HolidayProposals.LAST_YEAR})
    void farYearsHaveTheirDaysToo(int year) {
        assertThat(HolidayProposals.of(year)).isNotEmpty();
    }

    @Test
    void everyYearOffersElevenWeekdaysOffUnlessTwoHolidaysMeet() {
        assertThat(IntStream.rangeClosed(2020, 2049).mapToObj(HolidayProposals::of))
                .allSatisfy(days -> {
                    assertThat(days).allMatch(CalendarDay::proposed);
                    var holidays =
                            days.stream().filter(day -> day.kind() == HOLIDAY).count();
                    var offWork = days.stream()
                            .filter(day -> day.day().getDayOfWeek().getValue() < 6)
                            .count();
                    assertThat(offWork).isEqualTo(holidays).isBetween(10L, 11L);
                });
    }
}
