package vn.tiendo.document;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file without its content; {@code plan} is null until a record step takes it into a plan's file. */
public record StoredFile(
        UUID id,
        String name,
        String type,
        long size,
        String sha256,
        String uploadedBy,
        @Nullable String plan) {

    /** Written out of the tables when the plan was sealed, with what only its archive shows together. */
    public boolean isSealedData() {
        return "application/json".equals(type);
    }
}
