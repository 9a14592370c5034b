package vn.tiendo.extraction.parsing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph that may hold a deadline, with who is meant by it.
 *
 * @param opening the paragraph ending in a colon that this one belongs to
 */
record Statement(
        Passage passage,
        List<String> leads,
        @Nullable Passage opening,
        @Nullable TaskDraft row) {}
