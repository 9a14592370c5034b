package vn.tiendo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;

/** What holds for any days off of thirty years, however the government swaps them. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 400)
class WorkingDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2049, 12, 31);

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(FIRST, LAST);
    }

    /** Half of the days off lie in one short time, or no question would ever meet one. */
    @Provide
    Arbitrary<WorkingDays> calendars() {
        var kinds = Arbitraries.of(CalendarDay.Kind.class);
        var anywhere = Arbitraries.maps(days(), kinds).ofMinSize(0).ofMaxSize(300);
        var together = days().flatMap(start -> Arbitraries.maps(
                        Arbitraries.integers().between(0, 30).map(start::plusDays), kinds)
                .ofMaxSize(20));
        return anywhere.flatMap(one -> together.map(other -> {
            var all = new HashMap<>(one);
            all.putAll(other);
            return new WorkingDays(all);
        }));
    }

    /** A calendar and a day near one of its days off. */
    @Provide
    Arbitrary<Near> nearDaysOff() {
        return calendars()
                .filter(calendar -> !calendar.special().isEmpty())
                .flatMap(calendar -> Arbitraries.of(calendar.special().keySet())
                        .flatMap(off -> Arbitraries.integers()
                                .between(-15, 15)
                                .map(offset -> new Near(calendar, off.plusDays(offset)))));
    }

    @Property
    void aWorkingDayIsNeverADayOff(@ForAll("nearDaysOff") Near near, @ForAll @IntRange(min = 1, max = 60) int n) {
        for (var day : new LocalDate[] {
            near.calendar().after(near.day(), n),
            near.calendar().before(near.day(), n),
            near.calendar().sendBy(near.day()),
            near.calendar().onOrAfter(near.day())
        }) {
            assertThat(near.calendar().isWorking(day)).isTrue();
            assertThat(near.calendar().special().get(day)).isIn(null, CalendarDay.Kind.SWAPPED_WORKING);
        }
    }

    @Property
    void movingAHolidayNeverMovesANamedDate(
            @ForAll("nearDaysOff") Near near, @ForAll @IntRange(min = -30, max = 30) int moved) {
        var limit = DayLimit.before(near.day(), BeforeReading.STRICT);
        var other = new HashMap<LocalDate, CalendarDay.Kind>();
        near.calendar().special().forEach((day, kind) -> other.put(day.plusDays(moved), kind));

        assertThat(limit.sendBy(near.calendar())).isBeforeOrEqualTo(limit.lastPermittedDay());
        assertThat(limit.sendBy(new WorkingDays(other))).isBeforeOrEqualTo(limit.lastPermittedDay());
        assertThat(limit).isEqualTo(DayLimit.before(near.day(), BeforeReading.STRICT));
        assertThat(limit.lastPermittedDay()).isEqualTo(near.day().minusDays(1));
    }

    /** Forget every special day outside of the period: it ends on the same day. */
    @Property
    void movingAHolidayMovesOnlyThePeriodsThatCrossIt(
            @ForAll("nearDaysOff") Near near, @ForAll @IntRange(min = 0, max = 20) int n) {
        var end = DayLimit.workingDays(near.day(), n, near.calendar()).lastPermittedDay();
        var crossed = new HashMap<>(near.calendar().special());
        crossed.keySet().removeIf(off -> off.isBefore(near.day()) || off.isAfter(end));

        assertThat(DayLimit.workingDays(near.day(), n, new WorkingDays(crossed)).lastPermittedDay())
                .isEqualTo(end);
    }

    @Property
    void oneSendsNeverAfterTheLastPermittedDay(
            @ForAll("nearDaysOff") Near near, @ForAll BeforeReading reading, @ForAll @IntRange(max = 90) int n) {
        for (var limit : new DayLimit[] {
            DayLimit.before(near.day(), reading),
            DayLimit.until(near.day()),
            DayLimit.days(near.day(), n, near.calendar()),
            DayLimit.workingDays(near.day(), n, near.calendar())
        }) {
            var sendBy = limit.sendBy(near.calendar());
            assertThat(sendBy).isBeforeOrEqualTo(limit.lastPermittedDay());
            assertThat(near.calendar().between(sendBy, limit.lastPermittedDay()))
                    .isZero();
            assertThat(limit.isLate(sendBy)).isFalse();
        }
    }

    @Property
    void addingAndThenSubtractingWorkingDaysReturns(
            @ForAll("nearDaysOff") Near near, @ForAll @IntRange(max = 120) int n) {
        var start = near.calendar().onOrAfter(near.day());
        var end = near.calendar().after(start, n);

        assertThat(near.calendar().before(end, n)).isEqualTo(start);
        assertThat(near.calendar().between(start, end)).isEqualTo(n);
    }

    @Property
    void aPeriodEndsOnAWorkingDayAndNeverEarlierThanItsDays(
            @ForAll("nearDaysOff") Near near, @ForAll @IntRange(max = 90) int n) {
        var end = DayLimit.days(near.day(), n, near.calendar()).lastPermittedDay();

        assertThat(near.calendar().isWorking(end)).isTrue();
        assertThat(end).isAfterOrEqualTo(near.day().plusDays(n));
        assertThat(near.calendar().between(near.day().plusDays(n).minusDays(1), end))
                .isEqualTo(1);
    }

    record Near(WorkingDays calendar, LocalDate day) {}
}
