package vn.tiendo.extraction.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.extraction.reading.SampleFiles.line;
import static vn.tiendo.extraction.reading.SampleFiles.openDocument;
import static vn.tiendo.extraction.reading.SampleFiles.paragraph;
import static vn.tiendo.extraction.reading.SampleFiles.pdf;
import static vn.tiendo.extraction.reading.SampleFiles.word;
import static vn.tiendo.extraction.reading.SampleFiles.wordParts;
import static vn.tiendo.extraction.reading.SampleFiles.words;
import static vn.tiendo.extraction.reading.SampleFiles.zip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;

/** Files become text; what could harm or cannot be read is refused with its reason. */
class DocumentTextTest {

    private final DocumentText documents = new DocumentText(Duration.ofSeconds(20));

    @AfterEach
    void stop() {
        documents.destroy();
    }

    private void refused(String name, byte[] content, String key) {
        assertThatThrownBy(() -> documents.of(name, content))
                .isInstanceOf(Refusal.class)
                .hasMessage(Sentences.of(key));
    }

    @Nested
    class Read {

        @Test
        void aWordFileWithTheNumbersWordCounts() {
            var parts = new LinkedHashMap<>(
                    wordParts(
                            numbered(0, "MỤC TIÊU") + numbered(1, "Chung") + numbered(1, "Riêng")
                                    + numbered(0, "NHIỆM VỤ") + numbered(1, "Đầu tiên")
                                    + "<w:p><w:r><w:t>Đoạn </w:t></w:r><w:del><w:r><w:delText>bỏ </w:delText></w:r></w:del><w:ins><w:r><w:t>thêm</w:t></w:r></w:ins></w:p>"));
            parts.put(
                    "word/numbering.xml",
                    "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
                            + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2.\"/></w:lvl></w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>");

            assertThat(documents.of("Kế hoạch.docx", zip(parts)))
                    .isEqualTo("I. MỤC TIÊU\n1. Chung\n2. Riêng\nII. NHIỆM VỤ\n1. Đầu tiên\nĐoạn thêm\n");
        }

        private static String numbered(int level, String text) {
            return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level
                    + "\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
        }

        @Test
        void aTableAsRowsAndALetterheadColumnByColumn() {
            var letterhead = "<w:tbl><w:tr><w:tc>" + paragraph("UBND PHƯỜNG MẪU") + paragraph("Số: 05/KH-UBND")
                    + "</w:tc><w:tc>" + paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                    + paragraph("Mẫu, ngày 02 tháng 01 năm 2026") + "</w:tc></w:tr></w:tbl>";
            var table = "<w:tbl><w:tr><w:tc>" + paragraph("TT") + "</w:tc><w:tc>" + paragraph("Nhiệm vụ")
                    + "</w:tc><w:tc>" + paragraph("Chủ trì") + "</w:tc></w:tr>"
                    + "<w:tr><w:tc>" + paragraph("1") + "</w:tc><w:tc>" + paragraph("Việc một") + paragraph("và hai")
                    + "</w:tc><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + paragraph("Phòng Mẫu")
                    + "</w:tc></w:tr>"
                    + "<w:tr><w:tc>" + paragraph("2") + "</w:tc><w:tc>" + paragraph("Việc ba")
                    + "</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>";

            assertThat(documents.of("a.docx", word(letterhead + table)))
                    .isEqualTo(
                            "UBND PHƯỜNG MẪU\nSố: 05/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nMẫu, ngày 02 tháng 01 năm 2026\n"
                                    + "TT\tNhiệm vụ\tChủ trì\n1\tViệc một và hai\tPhòng Mẫu\n2\tViệc ba\tPhòng Mẫu\n");
        }

        @Test
        void anOpenDocumentWithItsLists() {
            var body =
                    "<office:automatic-styles><text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-suffix=\".\" style:num-format=\"1\"/></text:list-style></office:automatic-styles>"
                            + "<office:body><office:text><text:p>KẾ<text:s/>HOẠCH</text:p><text:list text:style-name=\"L1\"><text:list-item><text:p>Một<text:note><text:p>chú thích</text:p></text:note></text:p></text:list-item><text:list-item><text:p>Hai</text:p></text:list-item></text:list>"
                            + "<table:table><table:table-row><table:table-cell><text:p>TT</text:p></table:table-cell><table:table-cell><text:p>Nội dung</text:p></table:table-cell><table:table-cell><text:p>Hạn</text:p></table:table-cell></table:table-row></table:table></office:text></office:body>";

            assertThat(documents.of("a.odt", openDocument(body)))
                    .isEqualTo("KẾ HOẠCH\n1. Một\n2. Hai\nTT\tNội dung\tHạn\n");
        }

        @Test
        void aTextInEveryEncodingPeopleSave() {
            var text = "KẾ HOẠCH tuyên truyền, phổ biến giáo dục pháp luật năm 2026";
            var decomposed = decomposedForWindows(text);

            assertThat(documents.of("a.txt", text.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(text);
            assertThat(documents.of("a.txt", ("\ufeff" + text).getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(text);
            assertThat(documents.of("a.txt", ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)))
                    .isEqualTo(text);
            assertThat(documents.of("a.txt", decomposed.getBytes(Charset.forName("windows-1258"))))
                    .isEqualTo(text);
        }

        /** The code page has letters with hats and separate marks of tone. */
        private static String decomposedForWindows(String text) {
            var page = Charset.forName("windows-1258").newEncoder();
            return text.codePoints()
                    .mapToObj(Character::toString)
                    .map(letter -> page.canEncode(letter) ? letter : tonesApart(letter))
                    .collect(Collectors.joining());
        }

        private static String tonesApart(String letter) {
            var apart = Normalizer.normalize(letter, Normalizer.Form.NFD);
            var tone = apart.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
            return Normalizer.normalize(apart.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""), Normalizer.Form.NFC)
                    + tone;
        }

        @Test
        void aPdfWithLetterheadSideBySideAndARuledTable() {
            var content = pdf(
                    words(60, 800, "ỦY BAN NHÂN DÂN"),
                    words(60, 785, "XÃ MẪU"),
                    words(60, 765, "Số: 07/KH-UBND"),
                    words(300, 800, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                    words(330, 765, "Mẫu, ngày 08 tháng 02 năm 2026"),
                    line(50, 700, 500, 700),
                    line(50, 660, 500, 660),
                    line(50, 600, 500, 600),
                    line(50, 700, 50, 600),
                    line(100, 700, 100, 600),
                    line(350, 700, 350, 600),
                    line(500, 700, 500, 600),
                    words(60, 680, "TT"),
                    words(110, 680, "Nhiệm vụ"),
                    words(360, 680, "Chủ trì"),
                    words(60, 640, "1"),
                    words(110, 640, "Kiểm kê đất đai"),
                    words(110, 620, "toàn xã"),
                    words(360, 640, "Phòng Kinh tế"),
                    words(60, 560, "Nơi nhận:"));

            assertThat(documents.of("a.pdf", content))
                    .isEqualTo(
                            "ỦY BAN NHÂN DÂN\nXÃ MẪU\nSố: 07/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nMẫu, ngày 08 tháng 02 năm 2026\n"
                                    + "TT\tNhiệm vụ\tChủ trì\n1\tKiểm kê đất đai toàn xã\tPhòng Kinh tế\nNơi nhận:\n");
        }
    }

    @Nested
    class Refused {

        @Test
        void anEmptyFileAndOneWithoutWords() {
            refused("a.docx", new byte[0], "extract.empty");
            refused("a.docx", word("<w:p/>"), "extract.noText");
            refused("a.txt", " \n\t".getBytes(StandardCharsets.UTF_8), "extract.noText");
        }

        @Test
        void aFileOf51Megabytes() {
            refused("a.txt", new byte[51 * 1024 * 1024], "file.tooLarge");
        }

        @Test
        void anotherKindOfFileWhateverItsName() {
            refused("a.exe", "MZ".getBytes(StandardCharsets.UTF_8), "extract.kind");
            refused("khong-duoi", "abc".getBytes(StandardCharsets.UTF_8), "extract.kind");
            refused("a.doc", new byte[] {1}, "extract.oldWord");
            refused("a.docx", "không phải Word".getBytes(StandardCharsets.UTF_8), "extract.broken");
            refused("a.pdf", "không phải PDF".getBytes(StandardCharsets.UTF_8), "extract.broken");
            refused("a.txt", new byte[] {'M', 'Z', 0, 1, 2, 'a'}, "extract.broken");
            refused("a.docx", zip(java.util.Map.of("content.xml", "<a/>")), "extract.broken");
        }

        @Test
        void aWordFileWithAPassword() {
            var content = new byte[4096];
            content[0] = (byte) 0xd0;
            content[1] = (byte) 0xcf;
            content[2] = 0x11;
            content[3] = (byte) 0xe0;
            refused("a.docx", content, "extract.oldWord");
            var entry = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
            System.arraycopy(entry, 0, content, 1024, entry.length);
            refused("a.docx", content, "extract.encrypted");
        }

        @Test
        void aPdfWithAPasswordOrThatMayNotBeCopied() throws IOException {
            for (var password : new String[] {"mật", ""}) {
                try (var pdf = Loader.loadPDF(pdf(words(60, 800, "KẾ HOẠCH của phường Mẫu năm 2026")))) {
                    var rights = new AccessPermission();
                    rights.setCanExtractContent(false);
                    pdf.protect(new StandardProtectionPolicy("chủ", password, rights));
                    refused("a.pdf", SampleFiles.saved(pdf), "extract.encrypted");
                }
            }
        }

        @Test
        void aScanWithoutText() throws IOException {
            try (var pdf = new PDDocument()) {
                pdf.addPage(new PDPage());
                refused("a.pdf", SampleFiles.saved(pdf), "extract.scanned");
            }
        }

        @Test
        void aPdfWithJavaScriptWhereverItHides() throws IOException {
            try (var pdf = Loader.loadPDF(pdf(words(60, 800, "KẾ HOẠCH của phường Mẫu năm 2026")))) {
                pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
                refused("a.pdf", SampleFiles.saved(pdf), "extract.script");
            }
            try (var pdf = Loader.loadPDF(pdf(words(60, 800, "KẾ HOẠCH của phường Mẫu năm 2026")))) {
                var deep = new COSArray();
                deep.add(new PDActionJavaScript("app.alert(1)").getCOSObject());
                pdf.getPage(0).getCOSObject().setItem(COSName.getPDFName("AA"), deep);
                refused("a.pdf", SampleFiles.saved(pdf), "extract.script");
            }
        }

        @Test
        void macros() {
            var parts = wordParts(paragraph("KẾ HOẠCH"));
            parts.put("word/vbaProject.bin", "x");
            refused("a.docx", zip(parts), "extract.macro");
            refused("a.docm", word(paragraph("KẾ HOẠCH")), "extract.macro");
            var declared = wordParts(paragraph("KẾ HOẠCH"));
            declared.put(
                    "[Content_Types].xml",
                    "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>");
            refused("a.docx", zip(declared), "extract.macro");
        }

        @Test
        void aZipThatBursts() {
            var parts = wordParts(paragraph("KẾ HOẠCH"));
            parts.put("word/media/image1.bmp", "0".repeat(8 * 1024 * 1024));
            refused("a.docx", zip(parts), "extract.bomb");
        }

        @Test
        void aZipWithEndlessEntries() {
            var parts = IntStream.range(0, 5_000)
                    .boxed()
                    .collect(Collectors.toMap(it -> "word/p" + it + ".bin", it -> "x"));
            refused("a.docx", zip(parts), "extract.bomb");
        }

        @Test
        void aPdfWhosePagesBurst() {
            var blanks = " ".repeat(70 * 1024 * 1024);
            var content = pdf(words(60, 800, "KẾ HOẠCH của phường Mẫu năm 2026"), (pdf, page) -> {
                var stream = pdf.getDocument().createCOSStream();
                try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                    out.write(blanks.getBytes(StandardCharsets.ISO_8859_1));
                }
                pdf.getDocumentCatalog().getCOSObject().setItem("X", stream);
            });
            refused("a.pdf", content, "extract.bomb");
        }

        @Test
        void endlessNesting() {
            refused(
                    "a.docx",
                    word("<w:tbl><w:tr><w:tc>".repeat(200) + paragraph("x") + "</w:tc></w:tr></w:tbl>".repeat(200)),
                    "extract.nested");
        }

        @Test
        void aTextWithoutEnd() {
            refused("a.docx", word(paragraph("KẾ HOẠCH ".repeat(100_000)).repeat(3)), "extract.tooLong");
        }

        /** Neither a file of the machine nor anything in the network is touched. */
        @Test
        void entitiesFromElsewhere(@TempDir Path folder) throws IOException {
            var secret = Files.writeString(folder.resolve("secret.txt"), "bí mật");
            try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                server.setSoTimeout(300);
                var url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
                for (var source : new String[] {secret.toUri().toString(), url}) {
                    var parts = wordParts(paragraph("KẾ HOẠCH"));
                    parts.put(
                            "word/document.xml",
                            parts.get("word/document.xml")
                                    .replace(
                                            "?><w:document",
                                            "?><!DOCTYPE w:document [<!ENTITY e SYSTEM \"" + source
                                                    + "\">]><w:document")
                                    .replace("KẾ HOẠCH", "KẾ HOẠCH &e;"));
                    refused("a.docx", zip(parts), "extract.entities");
                    var elsewhere = wordParts(paragraph("KẾ HOẠCH"));
                    elsewhere.put("docProps/core.xml", "<!DOCTYPE x SYSTEM \"" + source + "\"><x/>");
                    refused("a.docx", zip(elsewhere), "extract.entities");
                }
                assertThat(documents.of(
                                "a.pdf", pdf(words(60, 800, "KẾ HOẠCH của phường Mẫu năm 2026"), (pdf, page) -> {
                                    var link = new org.apache.pdfbox.cos.COSDictionary();
                                    link.setName("S", "GoToR");
                                    link.setString("F", url);
                                    pdf.getDocumentCatalog().getCOSObject().setItem("OpenAction", link);
                                })))
                        .contains("KẾ HOẠCH");
                assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
            }
        }

        @Test
        void whatTakesTooLong() {
            var impatient = new DocumentText(Duration.ofMillis(200));
            try {
                assertThatThrownBy(() -> impatient.withinLimits(() -> {
                            while (true) {
                                TextLines.stopIfUnwanted();
                            }
                        }))
                        .isInstanceOf(Refusal.class)
                        .hasMessage(Sentences.of("extract.tooSlow"));
                assertThat(impatient.of("a.txt", "vẫn đọc được".getBytes(StandardCharsets.UTF_8)))
                        .isEqualTo("vẫn đọc được");
            } finally {
                impatient.destroy();
            }
        }

        @Test
        void moreFilesAtOnceThanAreRead() {
            var held = new java.util.concurrent.CountDownLatch(1);
            var waiting = IntStream.range(0, 10)
                    .mapToObj(it -> java.util.concurrent.CompletableFuture.runAsync(
                            () -> documents.withinLimits(() -> {
                                held.await();
                                return "";
                            }),
                            task -> new Thread(task).start()))
                    .toList();
            try {
                org.awaitility.Awaitility.await()
                        .untilAsserted(() -> refused("a.txt", "chữ".getBytes(StandardCharsets.UTF_8), "extract.busy"));
            } finally {
                held.countDown();
            }
            waiting.forEach(java.util.concurrent.CompletableFuture::join);
        }
    }
}
