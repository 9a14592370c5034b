package vn.tiendo.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A small table that is read often and changed a few times a year, by SQL. Asked for again after a minute, because neither
 * another node nor a person at the database tells us of a change.
 */
public final class Remembered<T> {

    private static final Duration AGE = Duration.ofMinutes(1);

    private final Supplier<T> load;
    private final Clock clock;
    private volatile @Nullable Reading<T> last;

    public Remembered(Supplier<T> load, Clock clock) {
        this.load = load;
        this.clock = clock;
    }

    public T get() {
        var now = clock.instant();
        var reading = last;
        if (reading == null || !reading.isFresh(now)) {
            reading = new Reading<>(load.get(), now);
            last = reading;
        }
        return reading.content;
    }

    /** Whoever changes the table here needs not wait. */
    public void forget() {
        last = null;
    }

    private record Reading<T>(T content, Instant at) {

        /** A clock that was set back makes everything old. */
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(AGE));
        }
    }
}
