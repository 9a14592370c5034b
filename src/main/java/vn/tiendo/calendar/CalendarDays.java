package vn.tiendo.calendar;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.engine.OpenDates;
import vn.tiendo.engine.Sentences;

/** The table of days. Whatever changes it moves the open due dates and timers that cross the day, in one command. */
@Component
class CalendarDays {

    private final JdbcClient database;
    private final DeadlineChanges deadlines;
    private final WorkingCalendar calendar;

    CalendarDays(JdbcClient database, DeadlineChanges deadlines, WorkingCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
        this.deadlines = deadlines;
    }

    List<CalendarDay> ofYear(int year) {
        return database.sql("select * from calendar_day where day between ? and ? order by day")
                .params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .query(CalendarDay.class)
                .list();
    }

    /** Adds the day or replaces what was said of it. */
    List<OpenDates.Moved> put(CalendarDay day) {
        return follow(Sentences.of("calendar.put", describe(day), day.source()), () -> write(day));
    }

    List<OpenDates.Moved> remove(LocalDate day) {
        return follow(Sentences.of("calendar.removed", CalendarEntry.DAY.format(day)), () -> delete(day));
    }

    /** The proposals of the year become days that count; the other days stay as they are. */
    List<OpenDates.Moved> confirm(int year, Predicate<LocalDate> which) {
        var confirmed = ofYear(year).stream()
                .filter(CalendarDay::proposed)
                .filter(day -> which.test(day.day()))
                .toList();
        if (confirmed.isEmpty()) {
            return List.of();
        }
        return follow(
                Sentences.of("calendar.confirmed", describe(confirmed)),
                () -> database.sql("update calendar_day set proposed = false where day in (:days)")
                        .param("days", confirmed.stream().map(CalendarDay::day).toList())
                        .update());
    }

    /**
     * Writes proposals beside what is there; nothing counts yet. A holiday that the year already has is not proposed a
     * second time on other days.
     *
     * @return how many days are new
     */
    @Transactional
    public int propose(int year) {
        var known = ofYear(year).stream().filter(day -> !day.proposed()).toList();
        var proposals = HolidayProposals.of(year);
        return (int) proposals.stream()
                .filter(day -> count(known, day.name()) < count(proposals, day.name()))
                .filter(day -> database.sql("""
                                        insert into calendar_day (day, kind, name, source, proposed)
                                        values (?, ?, ?, ?, true) on conflict do nothing""")
                                .params(day.day(), day.kind().name(), day.name(), day.source())
                                .update()
                        == 1)
                .count();
    }

    private static long count(List<CalendarDay> days, String name) {
        return days.stream().filter(day -> day.name().equalsIgnoreCase(name)).count();
    }

    /** What taking the file as the whole year would change. */
    Difference compare(int year, List<CalendarDay> file) {
        var now = ofYear(year).stream().collect(toMap(CalendarDay::day, identity()));
        var then = file.stream().collect(toMap(CalendarDay::day, identity()));
        return new Difference(
                file.stream().filter(day -> !now.containsKey(day.day())).toList(),
                file.stream()
                        .filter(day -> now.containsKey(day.day()) && !Objects.equals(now.get(day.day()), day))
                        .toList(),
                now.values().stream()
                        .filter(day -> !then.containsKey(day.day()))
                        .sorted(Comparator.comparing(CalendarDay::day))
                        .toList());
    }

    /** The file is the year from now on: its days count, all others of the year are gone, proposals too. */
    List<OpenDates.Moved> replace(int year, List<CalendarDay> file) {
        return follow(Sentences.of("calendar.imported", year, file.size()), () -> {
            ofYear(year).forEach(day -> delete(day.day()));
            file.forEach(this::write);
        });
    }

    private List<OpenDates.Moved> follow(String reason, Runnable change) {
        try {
            return deadlines.follow(null, DeadlineChanges.Cause.CALENDAR, reason, () -> {
                change.run();
                calendar.forget();
            });
        } finally {
            calendar.forget();
        }
    }

    private void write(CalendarDay day) {
        database.sql("""
                        insert into calendar_day (day, kind, name, source, proposed) values (?, ?, ?, ?, false)
                        on conflict (day) do update set kind = excluded.kind, name = excluded.name,
                            source = excluded.source, proposed = false""")
                .params(day.day(), day.kind().name(), day.name(), day.source())
                .update();
    }

    private void delete(LocalDate day) {
        database.sql("delete from calendar_day where day = ?").param(day).update();
    }

    private static String describe(Collection<CalendarDay> days) {
        return String.join("; ", days.stream().map(CalendarDays::describe).toList());
    }

    private static String describe(CalendarDay day) {
        return Sentences.of(
                "calendar.day", CalendarEntry.DAY.format(day.day()), CalendarEntry.word(day.kind()), day.name());
    }

    record Difference(List<CalendarDay> added, List<CalendarDay> changed, List<CalendarDay> removed) {

        public boolean isEmpty() {
            return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
        }
    }
}
