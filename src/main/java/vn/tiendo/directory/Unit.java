package vn.tiendo.directory;

import org.jspecify.annotations.Nullable;

/** A unit of the office, a body beside it or its superior; {@code field} says which Phó Chủ tịch is in charge of it. */
public record Unit(
        String code,
        String name,
        Kind kind,
        @Nullable String parent,
        @Nullable String email,
        @Nullable String field) {

    public enum Kind {
        COMMITTEE,
        OFFICE,
        DEPARTMENT,
        HAMLET,
        PARTY,
        COUNCIL,
        FRONT,
        ORGANISATION,
        SUPERIOR
    }
}
