package vn.tiendo.extraction.reading;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/** Collects the straight lines that a page draws, as thin boxes in the page's own coordinates, y upwards. */
final class PdfRulings {

    static final double THIN = 3;
    private static final int MOST = 20_000;
    private static final Set<String> STROKES = Set.of("S", "s", "B", "B*", "b", "b*");

    private final List<Rectangle2D> lines = new ArrayList<>();
    private final List<Rectangle2D> path = new ArrayList<>();
    private @Nullable Rectangle2D figure;
    private Point2D last = new Point2D.Double();

    List<Rectangle2D> lines() {
        return lines;
    }

    void clear() {
        lines.clear();
        path.clear();
        figure = null;
    }

    void listenTo(PDFStreamEngine engine) {
        for (var name : List.of("m", "l", "re", "c", "h", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n")) {
            engine.addOperator(new OperatorProcessor(engine) {
                @Override
                public void process(Operator operator, List<COSBase> operands) {
                    drawn(engine, operator.getName(), operands);
                }

                @Override
                public String getName() {
                    return name;
                }
            });
        }
    }

    private void drawn(PDFStreamEngine engine, String operator, List<COSBase> operands) {
        var numbers = operands.stream()
                .filter(COSNumber.class::isInstance)
                .mapToDouble(it -> ((COSNumber) it).floatValue())
                .toArray();
        switch (operator) {
            case "m" -> {
                endFigure();
                if (numbers.length >= 2) {
                    last = point(engine, numbers[0], numbers[1]);
                }
            }
            case "l" -> {
                if (numbers.length >= 2) {
                    var to = point(engine, numbers[0], numbers[1]);
                    var line = new Rectangle2D.Double(last.getX(), last.getY(), 0, 0);
                    line.add(to);
                    path.add(line);
                    figure = figure == null ? line : figure.createUnion(line);
                    last = to;
                }
            }
            case "re" -> {
                if (numbers.length >= 4) {
                    var box = new Rectangle2D.Double();
                    box.setFrameFromDiagonal(
                            point(engine, numbers[0], numbers[1]),
                            point(engine, numbers[0] + numbers[2], numbers[1] + numbers[3]));
                    path.add(box);
                }
            }
            case "c", "h" -> {}
            case "n" -> forget();
            default -> paint(STROKES.contains(operator));
        }
    }

    private static Point2D point(PDFStreamEngine engine, double x, double y) {
        return engine.getGraphicsState().getCurrentTransformationMatrix().transformPoint((float) x, (float) y);
    }

    private void endFigure() {
        if (figure != null) {
            path.add(figure);
            figure = null;
        }
    }

    private void paint(boolean stroked) {
        endFigure();
        for (var box : path) {
            if (Math.min(box.getWidth(), box.getHeight()) <= THIN) {
                add(box);
            } else if (stroked) {
                add(new Rectangle2D.Double(box.getX(), box.getY(), box.getWidth(), 0));
                add(new Rectangle2D.Double(box.getX(), box.getMaxY(), box.getWidth(), 0));
                add(new Rectangle2D.Double(box.getX(), box.getY(), 0, box.getHeight()));
                add(new Rectangle2D.Double(box.getMaxX(), box.getY(), 0, box.getHeight()));
            }
        }
        forget();
    }

    private void add(Rectangle2D line) {
        if (lines.size() < MOST && Math.max(line.getWidth(), line.getHeight()) > 6) {
            lines.add(line);
        }
    }

    private void forget() {
        path.clear();
        figure = null;
    }
}
