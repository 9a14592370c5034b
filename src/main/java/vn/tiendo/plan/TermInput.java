package vn.tiendo.plan;

import org.jspecify.annotations.Nullable;
import vn.tiendo.form.Entries;

/** A term of a duty as typed; dates as dd/MM/yyyy. */
public record TermInput(
        @Nullable String label,
        @Nullable String date,
        @Nullable String cutOff,
        @Nullable String officeDate,
        @Nullable String superiorDate) {

    /** @param field path of the term in its form, with its dot */
    public ReportingDuty.Term read(String field, int number) {
        return new ReportingDuty.Term(
                number,
                Entries.optionalText(field + "label", "field.termLabel", label, 100),
                Entries.optionalDate(field + "date", "field.dutyDate", date),
                Entries.optionalDate(field + "cutOff", "field.cutOff", cutOff),
                Entries.optionalDate(field + "officeDate", "field.officeDate", officeDate),
                Entries.optionalDate(field + "superiorDate", "field.superiorDate", superiorDate));
    }
}
