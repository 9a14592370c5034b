package vn.tiendo.organisation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.engine.Sentences;

/** A unit as it is typed, or as it stands in a line of a file. */
record UnitEntry(
        @Nullable String code,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String parent,
        @Nullable String field,
        @Nullable String email,
        @Nullable String mailLimit,
        @Nullable String organisationId,
        @Nullable String beforeReading,
        @Nullable String validFrom) {

    static final UnitEntry NOTHING = new UnitEntry(null, null, null, null, null, null, null, null, null, null);

    /** As a file has it, in words. */
    Map<Column, String> cells() {
        var cells = new EnumMap<Column, String>(Column.class);
        cells.put(Column.CODE, Objects.requireNonNullElse(code, ""));
        cells.put(Column.NAME, Objects.requireNonNullElse(name, ""));
        cells.put(Column.KIND, kind == null ? "" : Sentences.of("unitKind." + kind));
        cells.put(Column.PARENT, Objects.requireNonNullElse(parent, ""));
        cells.put(Column.FIELD, Objects.requireNonNullElse(field, ""));
        cells.put(Column.EMAIL, Objects.requireNonNullElse(email, ""));
        cells.put(Column.MAIL_LIMIT, Objects.requireNonNullElse(mailLimit, ""));
        cells.put(Column.ORGANISATION_ID, Objects.requireNonNullElse(organisationId, ""));
        cells.put(Column.BEFORE_READING, beforeReading == null ? "" : Sentences.of("beforeReading." + beforeReading));
        cells.put(Column.VALID_FROM, Objects.requireNonNullElse(validFrom, ""));
        return cells;
    }

    /** Cells that a file does not have leave what is there. */
    UnitEntry with(Map<Column, String> cells) {
        return new UnitEntry(
                cells.getOrDefault(Column.CODE, code),
                cells.getOrDefault(Column.NAME, name),
                cells.getOrDefault(Column.KIND, kind),
                cells.getOrDefault(Column.PARENT, parent),
                cells.getOrDefault(Column.FIELD, field),
                cells.getOrDefault(Column.EMAIL, email),
                cells.getOrDefault(Column.MAIL_LIMIT, mailLimit),
                cells.getOrDefault(Column.ORGANISATION_ID, organisationId),
                cells.getOrDefault(Column.BEFORE_READING, beforeReading),
                cells.getOrDefault(Column.VALID_FROM, validFrom));
    }

    /** The columns of a file, in their order. */
    enum Column implements Sheets.Column {
        CODE,
        NAME,
        KIND,
        PARENT,
        FIELD,
        EMAIL,
        MAIL_LIMIT,
        ORGANISATION_ID,
        BEFORE_READING,
        VALID_FROM;

        @Override
        public String heading() {
            return Sentences.of("unitColumn." + this);
        }
    }
}
