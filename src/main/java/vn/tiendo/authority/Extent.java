package vn.tiendo.authority;

/** How far somebody in a position may sign a kind of document. */
enum Extent {
    ANY,
    IN_FIELD,
    OUTSIDE,
    NONE;

    static Extent of(boolean inField, boolean outside) {
        if (inField) {
            return outside ? ANY : IN_FIELD;
        }
        return outside ? OUTSIDE : NONE;
    }
}
