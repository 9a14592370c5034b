package vn.tiendo.extraction.reading;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ruled table of one page: its columns and rows are where its lines are; a missing line joins two cells. */
final class PdfGrid {

    private static final double NEAR = 4;

    private final Rectangle2D bounds;
    private final double[] xs;
    private final double[] ys;
    private final List<Rectangle2D> lines;
    private final PdfLines[][] cells;

    private PdfGrid(Rectangle2D bounds, double[] xs, double[] ys, List<Rectangle2D> lines) {
        this.bounds = bounds;
        this.xs = xs;
        this.ys = ys;
        this.lines = lines;
        this.cells = new PdfLines[ys.length - 1][xs.length - 1];
    }

    /** The tables among the lines of a page; y upwards. */
    static List<PdfGrid> among(List<Rectangle2D> lines) {
        var groups = new ArrayList<List<Rectangle2D>>();
        for (var line : lines) {
            var touched = groups.stream()
                    .filter(group -> group.stream().anyMatch(it -> near(it, line)))
                    .toList();
            var joined = new ArrayList<Rectangle2D>();
            touched.forEach(joined::addAll);
            joined.add(line);
            groups.removeAll(touched);
            groups.add(joined);
        }
        return groups.stream()
                .map(PdfGrid::of)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static boolean near(Rectangle2D a, Rectangle2D b) {
        return a.getMinX() - NEAR <= b.getMaxX()
                && b.getMinX() - NEAR <= a.getMaxX()
                && a.getMinY() - NEAR <= b.getMaxY()
                && b.getMinY() - NEAR <= a.getMaxY();
    }

    private static @Nullable PdfGrid of(List<Rectangle2D> lines) {
        var xs = distinct(lines.stream()
                .filter(it -> it.getHeight() > it.getWidth())
                .mapToDouble(Rectangle2D::getCenterX)
                .toArray());
        var ys = distinct(lines.stream()
                .filter(it -> it.getWidth() > it.getHeight())
                .mapToDouble(Rectangle2D::getCenterY)
                .toArray());
        if (xs.length < 3 || ys.length < 2 || xs.length > 40 || ys.length > 400) {
            return null;
        }
        var bounds = new Rectangle2D.Double(xs[0], ys[0], xs[xs.length - 1] - xs[0], ys[ys.length - 1] - ys[0]);
        return new PdfGrid(bounds, xs, ys, lines);
    }

    private static double[] distinct(double[] values) {
        Arrays.sort(values);
        var kept = new ArrayList<Double>();
        for (var value : values) {
            if (kept.isEmpty() || value - kept.get(kept.size() - 1) > NEAR) {
                kept.add(value);
            }
        }
        return kept.stream().mapToDouble(Double::doubleValue).toArray();
    }

    boolean holds(double x, double y) {
        return bounds.contains(x, y);
    }

    void add(PdfLines.Glyph glyph, double y) {
        int column = at(xs, glyph.x() + glyph.width() / 2);
        int row = at(ys, y);
        while (column > 0 && !hasLeft(row, column)) {
            column--;
        }
        while (row < cells.length - 1 && !hasTop(row, column)) {
            row++;
        }
        if (cells[row][column] == null) {
            cells[row][column] = new PdfLines();
        }
        cells[row][column].add(glyph);
    }

    /** Rows from top to bottom; a cell that goes over several rows is in each of them. */
    List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        for (int row = cells.length - 1; row >= 0; row--) {
            var texts = new ArrayList<String>();
            for (int column = 0; column < xs.length - 1; column++) {
                int from = row;
                while (from < cells.length - 1 && !hasTop(from, column)) {
                    from++;
                }
                texts.add(cells[from][column] == null ? "" : String.join(" ", cells[from][column].lines()));
            }
            rows.add(texts);
        }
        return rows;
    }

    private static int at(double[] borders, double value) {
        int at = 0;
        while (at < borders.length - 2 && value >= borders[at + 1]) {
            at++;
        }
        return at;
    }

    private boolean hasLeft(int row, int column) {
        var y = (ys[row] + ys[row + 1]) / 2;
        return lines.stream()
                .anyMatch(it -> it.getHeight() > it.getWidth()
                        && Math.abs(it.getCenterX() - xs[column]) <= NEAR
                        && it.getMinY() <= y
                        && y <= it.getMaxY());
    }

    private boolean hasTop(int row, int column) {
        var x = (xs[column] + xs[column + 1]) / 2;
        return lines.stream()
                .anyMatch(it -> it.getWidth() > it.getHeight()
                        && Math.abs(it.getCenterY() - ys[row + 1]) <= NEAR
                        && it.getMinX() <= x
                        && x <= it.getMaxX());
    }
}
