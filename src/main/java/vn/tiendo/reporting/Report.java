package vn.tiendo.reporting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.tiendo.engine.OfficeTime;

/** One unit's report in a round; late if handed in after its last permitted day. */
public record Report(
        String id,
        String round,
        String unit,
        LocalDate askedOn,
        LocalDate lastDay,
        State state,
        boolean nil,
        @Nullable String content,
        @Nullable String difficulties,
        @Nullable String proposals,
        @Nullable String explanation,
        @Nullable String handedInBy,
        @Nullable OffsetDateTime handedInAt) {

    public boolean late() {
        return handedInAt != null
                && handedInAt.atZoneSameInstant(OfficeTime.ZONE).toLocalDate().isAfter(lastDay);
    }

    public enum State {
        ASKED,
        HANDED_IN,
        RETURNED,
        ACCEPTED,
        MISSING
    }
}
