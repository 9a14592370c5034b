package vn.tiendo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.tiendo.calendar.CalendarDay.Kind.COMPENSATORY;
import static vn.tiendo.calendar.CalendarDay.Kind.HOLIDAY;
import static vn.tiendo.calendar.CalendarDay.Kind.SWAPPED_OFF;
import static vn.tiendo.calendar.CalendarDay.Kind.SWAPPED_WORKING;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the office counts days, by the days of 2023 and 2026. */
class DayLimitTest {

    private static final WorkingDays CALENDAR = new WorkingDays(Map.of(
            day("2023-04-29"), HOLIDAY,
            day("2023-04-30"), HOLIDAY,
            day("2023-05-01"), HOLIDAY,
            day("2023-05-02"), COMPENSATORY,
            day("2023-05-03"), COMPENSATORY,
            day("2026-08-22"), SWAPPED_WORKING,
            day("2026-08-31"), SWAPPED_OFF,
            day("2026-09-01"), HOLIDAY,
            day("2026-09-02"), HOLIDAY));

    @Test
    void beforeTheTenthEndsWithTheNinthUnlessTheIssuerMeansTheTenth() {
        var named = day("2023-05-10");

        assertThat(DayLimit.before(named, BeforeReading.STRICT).lastPermittedDay())
                .isEqualTo("2023-05-09");
        assertThat(DayLimit.before(named, BeforeReading.INCLUSIVE).lastPermittedDay())
                .isEqualTo("2023-05-10");
        assertThat(DayLimit.until(named).lastPermittedDay()).isEqualTo("2023-05-10");
    }

    @Test
    void itIsLateFromMidnightInTheOffice() {
        var limit = DayLimit.before(day("2023-05-10"), BeforeReading.STRICT);

        assertThat(limit.lateFrom()).isEqualTo(Instant.parse("2023-05-09T17:00:00Z"));
        assertThat(limit.isLate(day("2023-05-09"))).isFalse();
        assertThat(limit.isLate(day("2023-05-10"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // a named day stays on its Sunday; people are told the Friday before
        "2024-12-01, 2024-12-01, 2024-11-29",
        // in the middle of five days off
        "2023-05-03, 2023-05-03, 2023-04-28",
        // a Saturday that is worked
        "2026-08-22, 2026-08-22, 2026-08-22",
        "2026-09-02, 2026-09-02, 2026-08-28"
    })
    void aNamedDayDoesNotRollButIsSentBeforeTheDaysOff(LocalDate named, LocalDate last, LocalDate sendBy) {
        assertThat(DayLimit.until(named).lastPermittedDay()).isEqualTo(last);
        assertThat(DayLimit.until(named).sendBy(CALENDAR)).isEqualTo(sendBy);
    }

    @ParameterizedTest
    @CsvSource({
        // the first day is not counted
        "2023-04-24, 2, 2023-04-26",
        // five days off are not counted
        "2023-04-27, 3, 2023-05-05",
        // counted from a day off
        "2023-04-30, 1, 2023-05-04",
        // the Saturday 22/8/2026 is counted
        "2026-08-20, 2, 2026-08-22",
        "2026-08-28, 1, 2026-09-03"
    })
    void aPeriodOfWorkingDays(LocalDate from, int n, LocalDate last) {
        assertThat(DayLimit.workingDays(from, n, CALENDAR).lastPermittedDay()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-04-17, 10, 2023-04-27",
        // would end on Saturday 29/4, the first day after the holidays is 4/5
        "2023-04-19, 10, 2023-05-04",
        // would end on Sunday
        "2023-06-01, 10, 2023-06-12",
        // would end on a Saturday that is worked
        "2026-08-12, 10, 2026-08-22"
    })
    void aPeriodOfDaysThatEndsOnADayOffEndsOnTheNextWorkingDay(LocalDate from, int n, LocalDate last) {
        assertThat(DayLimit.days(from, n, CALENDAR).lastPermittedDay()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"1, 2023-03-31", "2, 2023-06-30", "3, 2023-09-30", "4, 2023-12-31"})
    void aQuarterEndsWithItsLastDay(int quarter, LocalDate last) {
        assertThat(DayLimit.quarter(quarter, 2023).lastPermittedDay()).isEqualTo(last);
    }

    @Test
    void thereIsNoFifthQuarter() {
        assertThatIllegalArgumentException().isThrownBy(() -> DayLimit.quarter(5, 2023));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-04-28, 0",
        // late, but no working day has passed
        "2023-05-03, 0",
        "2023-05-04, 1",
        "2023-05-09, 4"
    })
    void latenessIsCountedInWorkingDays(LocalDate done, int late) {
        assertThat(DayLimit.until(day("2023-04-28")).workingDaysLate(done, CALENDAR))
                .isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource({
        "--05-10, 2023, 2023-02-15, 2023-05-10, false",
        "--02-15, 2023, 2023-02-15, 2023-02-15, false",
        // the plan of 2023 is issued after it: the next year, and the drafter is asked
        "--02-01, 2023, 2023-02-15, 2024-02-01, true",
        "--02-29, 2024, 2024-01-10, 2024-02-29, false",
        "--02-29, 2023, 2023-01-10, 2023-02-28, true"
    })
    void aDayWithoutYearIsOfThePlansYear(
            MonthDay named, int planYear, LocalDate issued, LocalDate meant, boolean askDrafter) {
        assertThat(new YearlessDay(named).in(planYear, issued)).isEqualTo(new YearlessDay.Resolved(meant, askDrafter));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
