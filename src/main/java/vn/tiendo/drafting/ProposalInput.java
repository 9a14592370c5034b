package vn.tiendo.drafting;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The Tờ trình as typed; dates as dd/MM/yyyy. */
record ProposalInput(
        @Nullable String proposalNumber,
        @Nullable String proposalDate,
        @Nullable String unit,
        @Nullable String drafter,
        @Nullable String subject,
        @Nullable String summary,
        @Nullable List<Attachment> files) {

    record Attachment(UUID id) {}

    static List<UUID> ids(@Nullable List<Attachment> files) {
        return files == null
                ? List.of()
                : files.stream().map(Attachment::id).distinct().toList();
    }
}
