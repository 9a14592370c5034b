package vn.tiendo.exchange;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way to one agency.
 *
 * @param place where it was issued
 * @param kind as the office calls it
 * @param toPlaces the lines of Nơi nhận
 * @param attachment null when something is only taken back
 */
public record OutgoingDocument(
        Agency from,
        Agency to,
        DocumentId id,
        String place,
        String kind,
        String subject,
        Signer signer,
        List<String> toPlaces,
        OffsetDateTime sentAt,
        Business business,
        @Nullable Attachment attachment) {

    /** @param id {@code 000.00.00.H41} */
    public record Agency(String id, String name) {}

    /** @param competence the lines above the position: "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH" */
    public record Signer(String competence, String position, String name) {}

    /**
     * What is to happen with it.
     *
     * @param replaced the document it takes the place of
     */
    public record Business(
            Kind kind, String reason, @Nullable DocumentId replaced) {

        public enum Kind {
            NEW("0"),
            RECALL("1"),
            REPLACE("3");

            final String code;

            Kind(String code) {
                this.code = code;
            }
        }
    }

    public record Attachment(String name, String type, byte[] content) {}
}
