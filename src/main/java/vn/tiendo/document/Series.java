package vn.tiendo.document;

/**
 * A series of numbers of outgoing documents, and how a number of it is written: below ten with a leading zero, no blanks; a
 * công văn has no abbreviation of its kind (Decree 30/2020/NĐ-CP, annex I).
 */
public enum Series {
    KH("%02d/KH-UBND"),
    BC("%02d/BC-UBND"),
    CV("%02d/UBND-VP");

    private final String form;

    Series(String form) {
        this.form = form;
    }

    public String code(int sequence) {
        return form.formatted(sequence);
    }
}
