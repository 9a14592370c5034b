package vn.tiendo.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the plan says: bases, tasks, recipients and reporting duties, each in the order of the paper. */
public record Draft(
        List<String> bases, List<Assignment> assignments, List<Recipient> recipients, List<ReportingDuty> duties) {

    /**
     * A task of the plan; {@code timeText} is the time as the paper writes it.
     *
     * @param lead unit that answers for it, or a group of which each unit answers for its own
     * @param coLeads units and groups that lead it as well, {@code partners} those that coordinate
     * @param coordinators who coordinates as the paper writes it; null if it is the names of the partners
     */
    public record Assignment(
            int position,
            String text,
            Kind kind,
            @Nullable String lead,
            List<String> coLeads,
            List<String> partners,
            @Nullable String coordinators,
            @Nullable LocalDate due,
            @Nullable String timeText) {

        /** Somebody is to do it, to finish it, and to report on it: it becomes a case of its own. */
        public boolean isCarriedOut() {
            return lead != null && (kind == Kind.ORDER || kind == Kind.REQUEST);
        }

        /** A target is a figure to reach, not work; what is ongoing has no end and is told of with each report. */
        public enum Kind {
            ORDER,
            REQUEST,
            TARGET,
            ONGOING
        }
    }

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
