package vn.tiendo.drafting;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plan.TermInput;

/** The draft as typed; dates as dd/MM/yyyy, units and people by code. */
record DraftInput(
        @Nullable String subject,
        @Nullable String year,
        @Nullable List<String> bases,
        @Nullable String content,
        @Nullable List<Task> tasks,
        @Nullable List<Recipient> recipients,
        @Nullable List<Duty> duties,
        @Nullable String signer,
        @Nullable List<ProposalInput.Attachment> files) {

    record Task(
            @Nullable String text,
            @Nullable String kind,
            @Nullable String lead,
            @Nullable List<String> coLeads,
            @Nullable List<String> partners,
            @Nullable String coordinators,
            @Nullable String due,
            @Nullable String timeText) {}

    record Recipient(
            @Nullable String text,
            @Nullable String role,

            @JsonAlias("unit") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> units,

            @Nullable String address,
            @Nullable Boolean receipt) {}

    record Duty(
            @Nullable String name,
            @Nullable String period,
            @Nullable String operator,
            @Nullable List<TermInput> terms,
            @Nullable List<String> reporters,

            @JsonAlias("recipient") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> recipients,

            @Nullable List<String> channels,
            @Nullable String method,
            @Nullable String outline,
            @Nullable String scheme,
            @Nullable String mergedInto,
            @Nullable List<Figure> figures) {}

    record Figure(
            @Nullable String name,
            @Nullable String measure,
            @Nullable String target,
            @Nullable String gathering) {}
}
