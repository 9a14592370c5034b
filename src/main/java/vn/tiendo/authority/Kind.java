package vn.tiendo.authority;

/** A kind of document that the table of signing authority is asked about. */
public enum Kind {
    KH,
    BC
}
