package vn.tiendo.plan;

/** Where a plan stands; the words for it are in {@code messages_vi.properties}. */
public enum PlanStatus {
    DRAFTING,
    REVIEWING,
    CHECKING,
    APPROVING,
    APPROVED,
    NUMBERED,
    ISSUED,
    CLOSED,
    ARCHIVED;

    /** From then on the office and the units it concerns may read the plan. */
    public boolean isOfficial() {
        return compareTo(ISSUED) >= 0;
    }
}
