package vn.tiendo.calendar;

import java.time.LocalDate;

/** How an issuer reads "trước ngày 10/5"; no law says it, so it is a setting of the issuer. */
public enum BeforeReading {
    /** As it is written: 9/5 is the last day, 10/5 is late from 00:00 in the office's zone. */
    STRICT,
    /** As it is often meant: 10/5 itself is still in time. */
    INCLUSIVE;

    /** The last permitted day of "trước ngày {@code named}"; a named date does not move to a working day. */
    public LocalDate lastPermittedDay(LocalDate named) {
        return this == STRICT ? named.minusDays(1) : named;
    }
}
