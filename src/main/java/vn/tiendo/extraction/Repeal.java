package vn.tiendo.extraction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that is no longer in force.
 *
 * @param code its number, or a law's name where plans cite it without number
 * @param endedOn the first day without force
 * @param source where that is written
 */
record Repeal(
        String code,
        String title,
        LocalDate endedOn,
        @Nullable String replacedBy,
        String source) {}
