package vn.tiendo.extraction.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.tiendo.extraction.parsing.PlanReader;

/** A plan of 60 pages is read to its end; how long that takes is for the benchmark. */
class LongPlanTest {

    private static final long LONGEST = 3_000_000_000L;

    /** About 3,000 letters a page. */
    private static String sixtyPages() throws IOException {
        var plan = Files.readString(Path.of("src/test/resources/extraction/xa-bang-phu-luc.txt"));
        var chapter = plan.substring(plan.indexOf("IV. TỔ CHỨC"), plan.indexOf("Trên đây"));
        var chapters = IntStream.range(0, 180_000 / chapter.length() + 1)
                .mapToObj(it -> chapter)
                .collect(Collectors.joining());
        return plan.substring(0, plan.indexOf("IV. TỔ CHỨC")) + chapters + plan.substring(plan.indexOf("Trên đây"));
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void asWordFile() throws IOException {
        var file = SampleFiles.wordOf(sixtyPages());

        var plan = PlanReader.read(DocumentText.read("dai.docx", file));

        assertThat(plan.tasks()).hasSizeGreaterThan(600);
        assertThat(plan.signer().name()).isEqualTo("Mẫu Thị Hồng Nhung");
    }

    @Test
    void asPdf() throws IOException {
        assertThat(PlanReader.read(DocumentText.read("dai.pdf", sixtyPagesAsPdf()))
                        .tasks())
                .hasSizeGreaterThan(600);
    }

    @Test
    @Tag("bench")
    void takesLessThanThreeSecondsOfTheProcessor() throws IOException {
        var word = SampleFiles.wordOf(sixtyPages());
        var pdf = sixtyPagesAsPdf();

        // the first reading of a machine's life also compiles the reader; it is printed, not asserted
        timeOf("dai.docx", word);
        timeOf("dai.pdf", pdf);

        assertThat(timeOf("dai.docx", word)).isLessThan(LONGEST);
        assertThat(timeOf("dai.pdf", pdf)).isLessThan(LONGEST);
    }

    /** Of the processor, so that other work does not matter; in nanoseconds. */
    private static long timeOf(String name, byte[] file) {
        var start = processorTime();
        assertThat(PlanReader.read(DocumentText.read(name, file)).tasks()).isNotEmpty();
        var time = processorTime() - start;
        System.out.printf("%s of 60 pages: %.1f s of the processor%n", name, time / 1e9);
        return time;
    }

    private static byte[] sixtyPagesAsPdf() throws IOException {
        var lines = sixtyPages()
                .lines()
                .flatMap(it -> it.isBlank()
                        ? java.util.stream.Stream.empty()
                        : it.replace('\t', ' ')
                                .replaceAll("(.{1,88})(?:\\s|$)", "$1\n")
                                .lines())
                .toList();
        try (var pdf = new PDDocument();
                var stream = LongPlanTest.class.getResourceAsStream("/liberation/LiberationSerif-Regular.ttf")) {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            font.setEnableGsub(false);
            var serif = PDType0Font.load(pdf, font, true);
            for (int from = 0; from < lines.size(); from += 42) {
                var page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                try (var content = new PDPageContentStream(pdf, page)) {
                    content.setFont(serif, 13);
                    for (int i = from; i < Math.min(lines.size(), from + 42); i++) {
                        content.beginText();
                        content.newLineAtOffset(60, 790 - 17.5f * (i - from));
                        content.showText(lines.get(i));
                        content.endText();
                    }
                }
            }
            return SampleFiles.saved(pdf);
        }
    }
}
