package vn.tiendo.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Names a document between agencies: {@code 000.00.00.H41,2026/03/09,07/KH-UBND}. */
public record DocumentId(String organisation, LocalDate issuedOn, String code) {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    /** @throws IllegalArgumentException if it is none */
    static DocumentId parse(String text) {
        var parts = text.strip().split(",", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("no document id: " + text);
        }
        try {
            return new DocumentId(parts[0].strip(), LocalDate.parse(parts[1].strip(), DAY), parts[2].strip());
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("no document id: " + text, e);
        }
    }

    /** "07" of 07/KH-UBND. */
    String number() {
        return code.substring(0, Math.max(code.indexOf('/'), 0));
    }

    /** "KH-UBND" of 07/KH-UBND. */
    String notation() {
        return code.substring(code.indexOf('/') + 1);
    }

    @Override
    public String toString() {
        return "%s,%s,%s".formatted(organisation, DAY.format(issuedOn), code);
    }
}
