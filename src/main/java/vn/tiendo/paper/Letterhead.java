package vn.tiendo.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;

/**
 * Who issues a paper and where.
 *
 * @param superior as it stands above the issuer, empty if nobody does
 * @param issuer one or two lines
 */
public record Letterhead(String superior, List<String> issuer, String place) {

    private static final String COMMITTEE = "^UBND ";

    /** Of the committee itself or of one of its units. */
    public static Letterhead of(Unit issuer, Directory directory) {
        var place = directory.committee().name().replaceFirst(COMMITTEE + "(phường|xã|đặc khu|thị trấn) ", "");
        var superior =
                issuer.parent() == null ? "" : directory.unit(issuer.parent()).name();
        return new Letterhead(
                superior.toUpperCase(Locale.ROOT),
                Arrays.asList(issuer.name()
                        .replaceFirst(COMMITTEE, "Ủy ban nhân dân\n")
                        .toUpperCase(Locale.ROOT)
                        .split("\n")),
                place);
    }
}
