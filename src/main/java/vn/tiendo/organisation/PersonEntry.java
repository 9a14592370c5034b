package vn.tiendo.organisation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.engine.Sentences;

/**
 * A person as typed, or as in a line of a file.
 *
 * @param lastDay in office; blank while he stays
 * @param password the first one of a new person; blank: one that nobody knows
 */
record PersonEntry(
        @Nullable String login,
        @Nullable String name,
        @Nullable String unit,
        @Nullable String position,
        @Nullable String title,
        @Nullable String email,
        @Nullable String field,
        @Nullable String signatureBlock,
        @Nullable String lastDay,
        @Nullable String password) {

    static final PersonEntry NOTHING = new PersonEntry(null, null, null, null, null, null, null, null, null, null);

    /** What may be shown again. */
    PersonEntry withoutPassword() {
        return new PersonEntry(login, name, unit, position, title, email, field, signatureBlock, lastDay, null);
    }

    PersonEntry in(@Nullable String otherUnit) {
        return new PersonEntry(login, name, otherUnit, position, title, email, field, signatureBlock, lastDay, null);
    }

    /** As a file has it, in words. */
    Map<Column, String> cells() {
        var cells = new EnumMap<Column, String>(Column.class);
        cells.put(Column.LOGIN, Objects.requireNonNullElse(login, ""));
        cells.put(Column.NAME, Objects.requireNonNullElse(name, ""));
        cells.put(Column.UNIT, Objects.requireNonNullElse(unit, ""));
        cells.put(Column.POSITION, position == null ? "" : Sentences.of("position." + position));
        cells.put(Column.TITLE, Objects.requireNonNullElse(title, ""));
        cells.put(Column.EMAIL, Objects.requireNonNullElse(email, ""));
        cells.put(Column.FIELD, Objects.requireNonNullElse(field, ""));
        cells.put(Column.SIGNATURE_BLOCK, Objects.requireNonNullElse(signatureBlock, ""));
        cells.put(Column.LAST_DAY, Objects.requireNonNullElse(lastDay, ""));
        return cells;
    }

    /** Cells that a file does not have leave what is there. */
    PersonEntry with(Map<Column, String> cells) {
        return new PersonEntry(
                cells.getOrDefault(Column.LOGIN, login),
                cells.getOrDefault(Column.NAME, name),
                cells.getOrDefault(Column.UNIT, unit),
                cells.getOrDefault(Column.POSITION, position),
                cells.getOrDefault(Column.TITLE, title),
                cells.getOrDefault(Column.EMAIL, email),
                cells.getOrDefault(Column.FIELD, field),
                cells.getOrDefault(Column.SIGNATURE_BLOCK, signatureBlock),
                cells.getOrDefault(Column.LAST_DAY, lastDay),
                cells.getOrDefault(Column.PASSWORD, password));
    }

    /** The columns of a file, in their order. */
    enum Column implements Sheets.Column {
        LOGIN,
        NAME,
        UNIT,
        POSITION,
        TITLE,
        EMAIL,
        FIELD,
        SIGNATURE_BLOCK,
        LAST_DAY,
        PASSWORD;

        @Override
        public String heading() {
            return Sentences.of("personColumn." + this);
        }
    }
}
