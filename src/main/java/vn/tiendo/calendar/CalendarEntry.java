package vn.tiendo.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;

/** One day as an administrator writes it, in the page or in a line of a file. */
final class CalendarEntry {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST = 200;

    private CalendarEntry() {}

    /**
     * @param kind the Vietnamese word or the name of the {@link CalendarDay.Kind}
     * @throws Refusal with the reason
     */
    static CalendarDay read(String day, String kind, String name, String source) {
        var date = day(day);
        var meant = kind(kind);
        if (meant == CalendarDay.Kind.SWAPPED_WORKING
                && date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY) {
            throw Refusal.because("calendar.workedAnyway", DAY.format(date));
        }
        return new CalendarDay(
                date, meant, text(name, "calendar.nameMissing"), text(source, "calendar.sourceMissing"), false);
    }

    static LocalDate day(String day) {
        try {
            return LocalDate.parse(day.strip(), TYPED);
        } catch (DateTimeParseException e) {
            throw Refusal.because("calendar.noDay", day);
        }
    }

    private static CalendarDay.Kind kind(String kind) {
        return Arrays.stream(CalendarDay.Kind.values())
                .filter(it -> it.name().equals(kind.strip()) || word(it).equalsIgnoreCase(kind.strip()))
                .findFirst()
                .orElseThrow(() -> Refusal.because("calendar.noKind", kind));
    }

    static String word(CalendarDay.Kind kind) {
        return Sentences.of("dayKind." + kind.name());
    }

    private static String text(String text, String missing) {
        if (text.isBlank()) {
            throw Refusal.because(missing);
        }
        if (text.length() > LONGEST) {
            throw Refusal.because("calendar.tooLong", LONGEST);
        }
        return text.strip();
    }
}
