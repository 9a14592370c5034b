package vn.tiendo.issuance;

/** How a plan's number is written: below ten with a leading zero, no blanks (Decree 30/2020/NĐ-CP, annex I). */
final class PlanNumber {

    static final String SERIES = "KH";

    private PlanNumber() {}

    static String of(int sequence) {
        return "%02d/%s-UBND".formatted(sequence, SERIES);
    }
}
