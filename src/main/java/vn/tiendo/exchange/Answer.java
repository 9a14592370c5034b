package vn.tiendo.exchange;

import java.util.Arrays;

/**
 * What the receiver's system says became of a document.
 *
 * @param from organisation id of who says so
 * @param words a person's, or empty
 */
public record Answer(DocumentId document, String from, State state, String words) {

    /** In the order in which a document goes through them. */
    public enum State {
        ARRIVED("01"),
        REFUSED("02"),
        REGISTERED("03"),
        ASSIGNED("04"),
        IN_WORK("05"),
        DONE("06"),
        RECALL_ASKED("13"),
        RECALL_AGREED("15"),
        RECALL_REFUSED("16");

        /** Two digits; what comes later has the higher ones. */
        public final String code;

        State(String code) {
            this.code = code;
        }

        /** @throws IllegalArgumentException if the standard has no such state */
        static State of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown state: " + code));
        }
    }
}
