package vn.tiendo.authority;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody signs for a leader today.
 *
 * @param document the written authorisation; null for who took over the post
 * @param lastDay inclusive; null without end
 */
record Mandate(
        String giver,
        String signer,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String document,
        @Nullable LocalDate documentDate) {}
