package vn.tiendo.paper;

import java.util.List;
import vn.tiendo.testing.SamplePapers;

/** A sample plan as its renderer prints it, for tests of what happens to it afterwards. */
public final class PrintedPaper {

    private PrintedPaper() {}

    public static byte[] plan() {
        return PdfPapersTest.papers().pdf(SamplePapers.plan(2, 3));
    }

    /** What keeps it from being PDF/A-2b. */
    public static List<String> faults(byte[] pdf) throws Exception {
        return PdfPapersTest.refusals(pdf);
    }

    public static Place place(byte[] pdf, String text) {
        var piece = Print.of(pdf).find(text);
        return new Place(piece.y() * Print.MM, (piece.left() + piece.right()) / 2 * Print.MM);
    }

    /** In points from the left and upper edges. */
    public record Place(double bottom, double middle) {}
}
