package vn.tiendo.extraction.reading;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Page by page: what stands in a ruled table becomes rows, everything else lines in the order in which it was drawn. Sorting by
 * place would mix the two columns of a letterhead.
 */
final class PdfPages extends PDFTextStripper {

    private static final int MOST_GLYPHS_A_PAGE = 60_000;

    private final TextLines out = new TextLines();
    private final PdfRulings rulings = new PdfRulings();
    private final List<PdfLines.Glyph> glyphs = new ArrayList<>();
    private List<List<String>> openRows = List.of();

    PdfPages() throws IOException {
        rulings.listenTo(this);
    }

    String read(PDDocument pdf) throws IOException {
        writeText(pdf, Writer.nullWriter());
        flushRows();
        return out.toString();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        TextLines.stopIfUnwanted();
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        var letters = text.getUnicode();
        if (letters == null || letters.isEmpty() || glyphs.size() >= MOST_GLYPHS_A_PAGE) {
            return;
        }
        glyphs.add(new PdfLines.Glyph(
                letters.replace('\u00a0', ' '),
                text.getXDirAdj(),
                text.getYDirAdj(),
                text.getWidthDirAdj(),
                text.getHeightDir() * 1.4,
                text.getWidthOfSpace()));
    }

    @Override
    protected void startPage(PDPage page) {
        glyphs.clear();
        rulings.clear();
    }

    @Override
    protected void endPage(PDPage page) {
        var top = page.getCropBox().getUpperRightY();
        var left = page.getCropBox().getLowerLeftX();
        var grids = PdfGrid.among(rulings.lines());
        var blocks = new LinkedHashMap<Object, PdfLines>();
        Object current = this;
        int run = 0;
        for (var glyph : glyphs) {
            var y = top - glyph.y() + glyph.height() * 0.25;
            var grid = grids.stream()
                    .filter(it -> it.holds(glyph.x() + left + glyph.width() / 2, y))
                    .findFirst();
            if (grid.isPresent()) {
                grid.get()
                        .add(
                                new PdfLines.Glyph(
                                        glyph.letters(),
                                        glyph.x() + left,
                                        glyph.y(),
                                        glyph.width(),
                                        glyph.height(),
                                        glyph.blank()),
                                y);
                blocks.putIfAbsent(grid.get(), new PdfLines());
                current = grid.get();
            } else {
                if (current instanceof PdfGrid) {
                    current = "run " + run++;
                }
                blocks.computeIfAbsent(current, it -> new PdfLines()).add(glyph);
            }
        }
        write(blocks);
    }

    private void write(Map<Object, PdfLines> blocks) {
        for (var block : blocks.entrySet()) {
            if (block.getKey() instanceof PdfGrid grid) {
                rows(grid.rows());
                continue;
            }
            var lines = block.getValue().take();
            if (lines.stream().allMatch(it -> it.matches("\\s*-?\\s*\\d{1,3}\\s*-?\\s*"))) {
                continue; // a page's number must not part a table from its next page
            }
            flushRows();
            lines.forEach(out::line);
        }
    }

    /** A row that a page's end tears apart goes on without its number. */
    private void rows(List<List<String>> rows) {
        var all = new ArrayList<>(openRows);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var above = all.isEmpty() ? List.<String>of() : all.get(all.size() - 1);
            var tornApart = i == 0 && !openRows.isEmpty() && row.get(0).isBlank() && above.size() == row.size();
            if (tornApart) {
                var whole = new ArrayList<String>();
                for (int column = 0; column < row.size(); column++) {
                    whole.add((above.get(column) + " " + row.get(column)).strip());
                }
                all.set(all.size() - 1, whole);
            } else if (row.stream().anyMatch(it -> !it.isBlank())) {
                all.add(row);
            }
        }
        openRows = all;
    }

    private void flushRows() {
        openRows.forEach(out::row);
        openRows = List.of();
    }

    @Override
    protected void writePage() {
        // endPage has all letters
    }
}
