package vn.tiendo.signing;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Where the signature of the person stands whose name closes the last page: in the room between title and name. The seal
 * covers its left third (Decree 30/2020/NĐ-CP, annex I).
 *
 * @param page from 1
 */
record SignaturePlace(int page, Box hand, Box seal) {

    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float HAND_WIDTH = 48 * MILLIMETRE;
    private static final float HAND_HEIGHT = 26 * MILLIMETRE;
    private static final float SEAL = 36 * MILLIMETRE;

    /** @throws IllegalStateException if the name is not on the last page */
    static SignaturePlace above(String name, byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var letters = new Letters(document.getNumberOfPages());
            letters.getText(document);
            return letters.above(squeezed(name));
        } catch (IOException e) {
            throw new IllegalStateException("A paper that cannot be read", e);
        }
    }

    private static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s", "");
    }

    /** In points from the top left corner of the page. */
    record Box(float left, float top, float width, float height) {}

    /** The letters of a page in the order in which they were written, which keeps columns apart. */
    private static final class Letters extends PDFTextStripper {

        private final StringBuilder text = new StringBuilder();
        private final List<TextPosition> places = new ArrayList<>();

        Letters(int page) {
            setStartPage(page);
            setEndPage(page);
        }

        @Override
        protected void writeString(String line, List<TextPosition> positions) {
            for (var position : positions) {
                var letter = squeezed(position.getUnicode());
                text.append(letter);
                letter.chars().forEach(one -> places.add(position));
            }
        }

        SignaturePlace above(String name) {
            var at = text.lastIndexOf(name);
            if (at < 0 || name.isEmpty()) {
                throw new IllegalStateException("The signer's name does not stand on the last page");
            }
            var letters = places.subList(at, at + name.length());
            var left = letters.stream()
                    .map(TextPosition::getXDirAdj)
                    .min(Float::compare)
                    .orElseThrow();
            var right = letters.stream()
                    .map(letter -> letter.getXDirAdj() + letter.getWidthDirAdj())
                    .max(Float::compare)
                    .orElseThrow();
            var bottom = letters.get(0).getYDirAdj() - letters.get(0).getFontSizeInPt();
            var room = at == 0 ? 0 : bottom - places.get(at - 1).getYDirAdj();
            var height = room > HAND_HEIGHT / 2 && room < 2 * HAND_HEIGHT ? room : HAND_HEIGHT;
            var middle = bottom - height / 2;
            var handLeft = (left + right - HAND_WIDTH) / 2;
            return new SignaturePlace(
                    getEndPage(),
                    new Box(handLeft, bottom - height, HAND_WIDTH, height),
                    new Box(handLeft + HAND_WIDTH / 3 - SEAL, middle - SEAL / 2, SEAL, SEAL));
        }
    }
}
