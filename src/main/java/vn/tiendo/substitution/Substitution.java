package vn.tiendo.substitution;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person does another's work.
 *
 * @param lastDay inclusive, in Vietnam
 * @param signing also signs for him, as {@code document} of {@code documentDate} says
 * @param begunAt null while it waits for its first day
 * @param endedAt null until the day after the last, or until somebody ended it
 */
record Substitution(
        UUID id,
        String absent,
        String substitute,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean signing,
        @Nullable String document,
        @Nullable LocalDate documentDate,
        String madeBy,
        @Nullable OffsetDateTime begunAt,
        @Nullable OffsetDateTime endedAt) {}
