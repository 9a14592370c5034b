package vn.tiendo.deadline;

import java.time.LocalDate;
import java.util.stream.Stream;
import vn.tiendo.calendar.WorkingDays;

/**
 * One row of {@code reminder-ladder.dmn}: so many working days before or after the last day somebody is told.
 *
 * @param offset working days; below 0 before the last day on which people should send, 0 on it, above 0 after the last
 *     permitted day
 * @param every repeated after so many working days again; 0 for once
 */
public record Rung(int offset, int every, Audience audience, Channel channel, Tone tone) {

    /** A ladder that nobody comes down from repeats itself for years, but not for ever. */
    private static final int MOST_REPEATS = 500;

    /** The days on which it is reached, in their order. */
    Stream<LocalDate> days(LocalDate lastDay, WorkingDays calendar) {
        return Stream.iterate(offset, working -> working + every)
                .limit(every == 0 ? 1 : MOST_REPEATS)
                .map(working -> day(lastDay, working, calendar));
    }

    private static LocalDate day(LocalDate lastDay, int working, WorkingDays calendar) {
        return working > 0 ? calendar.after(lastDay, working) : calendar.before(calendar.sendBy(lastDay), -working);
    }

    boolean isMail() {
        return channel != Channel.TASK;
    }

    boolean isTask() {
        return channel != Channel.MAIL;
    }

    /** From the one who does the work upwards. */
    public enum Audience {
        HOLDER,
        UNIT_HEAD,
        OFFICE_HEAD,
        VICE_CHAIR,
        CHAIR
    }

    /** A task is a decision for the leader in charge. */
    public enum Channel {
        MAIL,
        TASK,
        BOTH
    }

    public enum Tone {
        FRIENDLY,
        FIRM,
        POLITE,
        URGENT
    }
}
