package vn.tiendo.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the plan says: bases, tasks, recipients and reporting duties, each in the order of the paper. */
public record Draft(
        List<String> bases, List<Assignment> assignments, List<Recipient> recipients, List<ReportingDuty> duties) {

    /** A task of the plan; {@code timeText} is the time as the paper writes it. */
    public record Assignment(
            int position,
            String text,
            @Nullable String lead,
            @Nullable String coordinators,
            @Nullable LocalDate due,
            @Nullable String timeText) {}

    /**
     * A line of "Nơi nhận"; {@code role} is the one written on paper, never guessed.
     *
     * @param units codes of the units and groups it means
     * @param receipt whoever is meant is to confirm that it arrived
     */
    public record Recipient(
            int position,
            String text,
            Role role,
            List<String> units,
            @Nullable String address,
            boolean receipt) {

        public enum Role {
            TO_REPORT,
            TO_COORDINATE,
            TO_EXECUTE,
            PUBLISH,
            ARCHIVE,
            UNSPECIFIED
        }
    }
}
