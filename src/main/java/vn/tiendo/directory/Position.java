package vn.tiendo.directory;

/** What an official is in the office. */
public enum Position {
    CHAIR,
    VICE_CHAIR,
    OFFICE_HEAD,
    OFFICE_STAFF,
    CLERK,
    UNIT_HEAD,
    STAFF,
    ADMINISTRATOR
}
