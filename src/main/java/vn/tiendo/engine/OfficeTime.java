package vn.tiendo.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One time for application and engine: the clock reads the engine's, so moving one moves both. */
@Configuration(proxyBeanMethods = false)
public class OfficeTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final ThreadLocal<@Nullable Instant> AS_OF = new ThreadLocal<>();

    @Bean
    Clock clock() {
        return new EngineClock(ZONE);
    }

    /** What the engine's timers and due dates are made of. */
    public static Date asDate(Instant instant) {
        return Date.from(instant);
    }

    /** Asks what would have been answered at {@code moment}: for this thread the clock bean stands still there. */
    static <T> T asOf(Instant moment, Supplier<T> question) {
        AS_OF.set(moment);
        try {
            return question.get();
        } finally {
            AS_OF.remove();
        }
    }

    private static final class EngineClock extends Clock {

        private final ZoneId zone;

        EngineClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new EngineClock(other);
        }

        @Override
        public Instant instant() {
            var asOf = AS_OF.get();
            return asOf != null ? asOf : ClockUtil.getCurrentTime().toInstant();
        }
    }
}
