package vn.tiendo.paper;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What stands where on a PDF's pages, in millimetres from the left and the upper edge. */
record Print(int pages, List<Piece> pieces, List<Stroke> strokes, List<PDFont> fonts) {

    static final double MM = 72 / 25.4;

    /** Letters of one style on one line; {@code y} is the base line. */
    record Piece(int page, String text, double left, double right, double y, String font, double size) {}

    /** A thin horizontal or vertical line. */
    record Stroke(int page, double left, double top, double width, double height) {}

    static Print of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var pieces = new ArrayList<Piece>();
            new PDFTextStripper() {
                private final List<TextPosition> run = new ArrayList<>();

                @Override
                protected void processTextPosition(TextPosition letter) {
                    run.add(letter);
                }

                @Override
                public void showTextString(byte[] string) throws IOException {
                    super.showTextString(string);
                    end();
                }

                @Override
                public void showTextStrings(COSArray strings) throws IOException {
                    super.showTextStrings(strings);
                    end();
                }

                private void end() {
                    var letters = run.stream()
                            .filter(letter -> !letter.getUnicode().isBlank())
                            .toList();
                    if (!letters.isEmpty()) {
                        var first = letters.get(0);
                        var last = letters.get(letters.size() - 1);
                        pieces.add(new Piece(
                                getCurrentPageNo(),
                                run.stream()
                                        .map(TextPosition::getUnicode)
                                        .collect(Collectors.joining())
                                        .strip(),
                                first.getXDirAdj() / MM,
                                (last.getXDirAdj() + last.getWidthDirAdj()) / MM,
                                first.getYDirAdj() / MM,
                                first.getFont().getName().replaceFirst("^[A-Z]{6}\\+", ""),
                                first.getYScale()));
                    }
                    run.clear();
                }
            }.getText(document);
            var strokes = new ArrayList<Stroke>();
            var fonts = new ArrayList<PDFont>();
            for (var page = 0; page < document.getNumberOfPages(); page++) {
                new Strokes(document.getPage(page), page + 1, strokes).read();
                var resources = document.getPage(page).getResources();
                for (var name : resources.getFontNames()) {
                    fonts.add(resources.getFont(name));
                }
            }
            return new Print(document.getNumberOfPages(), pieces, strokes, fonts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first piece that begins with {@code text}. */
    Piece find(String text) {
        return pieces.stream()
                .filter(piece -> piece.text().startsWith(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("“" + text + "” is not printed"));
    }

    List<Piece> all(String text) {
        return pieces.stream().filter(piece -> piece.text().equals(text)).toList();
    }

    private static final class Strokes extends PDFGraphicsStreamEngine {

        private final int number;
        private final List<Stroke> found;
        private final double height;
        private Rectangle2D box;

        Strokes(PDPage page, int number, List<Stroke> found) {
            super(page);
            this.number = number;
            this.found = found;
            this.height = page.getMediaBox().getHeight();
        }

        void read() throws IOException {
            processPage(getPage());
        }

        private void reach(double x, double y) {
            if (box == null) {
                box = new Rectangle2D.Double(x, y, 0, 0);
            } else {
                box.add(x, y);
            }
        }

        private void painted() {
            if (box != null && Math.min(box.getWidth(), box.getHeight()) < 2) {
                found.add(new Stroke(
                        number,
                        box.getX() / MM,
                        (height - box.getMaxY()) / MM,
                        box.getWidth() / MM,
                        box.getHeight() / MM));
            }
            box = null;
        }

        @Override
        public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
            List.of(a, b, c, d).forEach(point -> reach(point.getX(), point.getY()));
        }

        @Override
        public void moveTo(float x, float y) {
            reach(x, y);
        }

        @Override
        public void lineTo(float x, float y) {
            reach(x, y);
        }

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
            reach(x3, y3);
        }

        @Override
        public Point2D getCurrentPoint() {
            return new Point2D.Double();
        }

        @Override
        public void closePath() {
            // a box is closed
        }

        @Override
        public void endPath() {
            box = null;
        }

        @Override
        public void strokePath() {
            painted();
        }

        @Override
        public void fillPath(int windingRule) {
            painted();
        }

        @Override
        public void fillAndStrokePath(int windingRule) {
            painted();
        }

        @Override
        public void clip(int windingRule) {
            // what is clipped is seen on the picture
        }

        @Override
        public void drawImage(PDImage image) {
            // papers have none
        }

        @Override
        public void shadingFill(COSName name) {
            // papers have none
        }
    }
}
