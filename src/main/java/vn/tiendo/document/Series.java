package vn.tiendo.document;

/** A series of numbers of outgoing documents. */
public enum Series {
    KH("KH-UBND"),
    BC("BC-UBND"),
    CV("UBND-VP");

    /** Until an administrator sets another one. */
    final String usualSymbol;

    Series(String usualSymbol) {
        this.usualSymbol = usualSymbol;
    }

    /** A công văn has no abbreviation of its kind (Decree 30/2020/NĐ-CP, annex I). */
    boolean namesItsKind() {
        return this != CV;
    }
}
