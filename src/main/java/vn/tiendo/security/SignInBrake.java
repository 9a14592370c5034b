package vn.tiendo.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Who tries many passwords from one address waits, whatever accounts he tries. It opens by itself, and whoever is signed in
 * works on. The engine makes each account wait by itself.
 */
@Component
class SignInBrake {

    /** A whole office may sit behind one address, so it is far above what people mistype. */
    static final int MOST_FAILURES = 50;

    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    SignInBrake(Clock clock) {
        this.clock = clock;
    }

    boolean isOn(Authentication attempt) {
        var address = address(attempt);
        var known = address == null ? null : failures.get(address);
        return known != null && known.isRecent(clock.instant()) && known.count() >= MOST_FAILURES;
    }

    void failed(Authentication attempt) {
        var address = address(attempt);
        if (address == null) {
            return;
        }
        var now = clock.instant();
        if (failures.size() > MOST_ADDRESSES) {
            failures.values().removeIf(known -> !known.isRecent(now));
        }
        failures.merge(
                address,
                new Failures(1, now),
                (known, one) -> known.isRecent(now) ? new Failures(known.count() + 1, known.since()) : one);
    }

    private static @Nullable String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null;
    }

    private record Failures(int count, Instant since) {

        /** The clock of the samples jumps, in tests also back. */
        boolean isRecent(Instant now) {
            return Duration.between(since, now).abs().compareTo(WINDOW) < 0;
        }
    }
}
