package vn.tiendo.extraction.parsing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.extraction.parsing.ExtractedPlan.Found;

/** What a Tờ trình's text says. */
public record ExtractedProposal(
        @Nullable String code,
        @Nullable LocalDate date,
        @Nullable String unit,
        @Nullable String subject,
        @Nullable String summary,
        List<Found> heading) {}
