package vn.tiendo.distribution;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recipient's copy of an issued document.
 *
 * @param line of Nơi nhận that means this recipient
 * @param unit null for an address outside the directory
 * @param recipient its name on the day of issue
 * @param receiptDue last day for the confirmation; null if nobody asked for one
 * @param receivedBy login of who confirmed; null for the link in the mail
 * @param follows the copy of a recalled plan whose reader is told of it by this one
 * @param readAt when somebody of the unit first opened the plan here
 */
public record Delivery(
        String id,
        String plan,
        int line,
        @Nullable String unit,
        String subject,
        String recipient,
        Channel channel,
        @Nullable String address,
        UUID document,
        State state,
        int attempts,
        @Nullable String lastError,
        @Nullable OffsetDateTime settledAt,
        @Nullable String note,
        @Nullable LocalDate receiptDue,
        OffsetDateTime toldUntil,
        @Nullable OffsetDateTime receivedAt,
        @Nullable String receivedBy,
        @Nullable OffsetDateTime readAt,
        @Nullable String follows) {

    /** Left our hands. */
    boolean isGone() {
        return state == State.SENT || state == State.DELIVERED || state == State.RECEIVED || state == State.READ;
    }

    boolean awaitsReceipt() {
        return receiptDue != null && receivedAt == null && isGone();
    }

    public enum Channel {
        MAIL,
        /** As a package for the system of another agency, whose organisation id is the address. */
        EDXML,
        /** The clerk hands it over and ticks it off. */
        PAPER,
        /** Everybody may read it on the public page. */
        PORTAL
    }

    public enum State {
        /** To be sent, or to be tried again. */
        WAITING,
        /** The mail server took it. */
        SENT,
        /** Given by hand or by post, or published. */
        DELIVERED,
        /** The mail server did not take it, or there is no address: the clerk's work. */
        REFUSED,
        /** The mail server took it and gave it back later: the clerk's work. */
        BOUNCED,
        RECEIVED,
        READ,
        /** Taken back before it left, or from the public page. */
        RECALLED
    }
}
