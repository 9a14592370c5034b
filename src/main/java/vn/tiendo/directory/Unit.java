package vn.tiendo.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the office, a body beside it or its superior.
 *
 * @param field says which Phó Chủ tịch is in charge of it
 * @param successor takes over its open work after {@code validTo}
 * @param furtherSuccessors are asked too from then on, if it was split
 */
public record Unit(
        String code,
        String name,
        Kind kind,
        @Nullable String parent,
        @Nullable String email,
        @Nullable String field,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String successor,
        List<String> furtherSuccessors) {

    /** Who follows it, first the one that takes over its open work. */
    public List<String> successors() {
        return Stream.concat(Stream.ofNullable(successor), furtherSuccessors.stream())
                .toList();
    }

    /** Both days inclusive. */
    public boolean existsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** A body of the committee is ordered; one beside or above it is asked. */
    public boolean isOrdered() {
        return switch (kind) {
            case COMMITTEE, OFFICE, DEPARTMENT, HAMLET -> true;
            case PARTY, COUNCIL, FRONT, ORGANISATION, SUPERIOR -> false;
        };
    }

    /** Bodies beside the committee are not rated by it, and the office cannot verify itself. */
    public boolean isScored() {
        return kind == Kind.DEPARTMENT || kind == Kind.HAMLET;
    }

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
