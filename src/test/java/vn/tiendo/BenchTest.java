package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.proposal;
import static vn.tiendo.testing.Samples.with;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tiendo.paper.Paper;
import vn.tiendo.paper.PdfPapers;
import vn.tiendo.paper.WordPapers;
import vn.tiendo.testing.BareEngine;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.SamplePapers;
import vn.tiendo.testing.Samples;
import vn.tiendo.testing.Statements;

/** {@code mvn -Pbench verify}: what one life with ten recipients and two rounds of five units costs, step by step; what papers cost. */
@ProcessTest
@Tag("bench")
class BenchTest {

    /** The bare engine as the aim was stated with; other models, another count, not to be measured again. */
    private static final int STATED = 1012;

    private static final double AIM = 1.3;

    private static final List<String> UNITS = List.of("khuPho1", "khuPho2", "khuPho3", "khuPho4", "kinhTeHaTang");
    private static final List<String> REPORTERS = List.of("khupho1", "khupho2", "khupho3", "khupho4", "cbktht");

    @Autowired
    Journey journey;

    @Autowired
    Statements statements;

    @Autowired
    EmbeddedPostgres server;

    @Autowired
    PdfPapers pdf;

    @Autowired
    WordPapers word;

    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private String plan;

    @Test
    void oneLife() throws IOException {
        life();
        System.out.printf(
                "%n%-34s %8s %8s %8s %8s %8s %10s %8s%n",
                "step", "engine", "sign-in", "ours", "doc+mail", "commits", "WAL bytes", "CPU ms");
        var before = statements.now();
        life();
        var all = statements.now().since(before);
        var ours = all.engine() + all.ours();
        var bare = bareLife();
        var ratio = (double) ours / bare.engine();
        System.out.printf(
                "engine and ours, without documents and mails: %d statements, of which ours %.0f %%%n"
                        + "bare engine, full history, empty steps:       %d statements, so %.2f times (aim %.1f)%n"
                        + "the aim was stated with a bare engine of      %d statements, so %.2f times%n%n",
                ours, 100.0 * all.ours() / ours, bare.engine(), ratio, AIM, STATED, (double) ours / STATED);
        assertThat(ratio).isLessThanOrEqualTo(AIM);
    }

    private Statements.Count bareLife() throws IOException {
        try (var engine = new BareEngine(server)) {
            engine.life();
            return engine.life();
        }
    }

    private void life() {
        journey.beginsAt("2023-02-10T09:00");
        step(
                "propose",
                () -> plan =
                        (String) journey.propose("cbvhxh", proposal()).getBody().get("businessKey"));
        step("draft", () -> journey.does("cbvhxh", plan, "draftPlan", content()));
        step("review", () -> journey.does("truongvhxh", plan, "reviewDraft", approved()));
        step("form check", () -> journey.does("chuyenvien", plan, "checkForm", approved()));
        step("approve", () -> journey.does("phochutich1", plan, "approvePlan", approved()));
        step(
                "number, issue, ten deliveries",
                () -> journey.does("vanthu", plan, "numberPlan", Map.of("sequence", "1", "issuedOn", "10/02/2023")));
        round(plan + "-K01", "2023-04-20T09:00");
        round(plan + "-K02", "2023-10-12T09:00");
        assertThat(journey.ended(plan)).isTrue();
    }

    private void round(String round, String opened) {
        step("round opens", () -> journey.until(opened));
        step(
                "five reports handed in",
                () -> IntStream.range(0, UNITS.size())
                        .forEach(i -> journey.does(
                                REPORTERS.get(i),
                                round + "-" + UNITS.get(i),
                                "handInReport",
                                Map.of("content", "Đã thực hiện"))));
        step(
                "five reports accepted",
                () -> UNITS.forEach(
                        unit -> journey.does("chuyenvien", round + "-" + unit, "acceptReport", approved())));
        step(
                "consolidate",
                () -> journey.does("chuyenvien", round, "editConsolidation", Map.of("content", "Tổng hợp")));
        step("approve, send, close", () -> journey.does("phochutich1", round, "approveConsolidation", approved()));
    }

    private static Map<String, Object> content() {
        var content = with(
                draft(),
                "recipients",
                IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> Map.of("text", "Nơi nhận " + i, "address", "noi" + i + "@phuong.mau.example"))
                        .toList());
        content.put(
                "duties",
                List.of(
                        Samples.duty("Báo cáo 6 tháng", "SEMI_ANNUAL", "10/5/2023", UNITS),
                        Samples.duty("Báo cáo năm", "ANNUAL", "01/11/2023", UNITS)));
        return content;
    }

    /** A five-page plan on one thread after warm-up; a 60-page one alone. */
    @Test
    void papers() throws IOException {
        var five = SamplePapers.plan(5, 36);
        var sixty = SamplePapers.plan(70, 495);
        assertThat(pages(five)).isEqualTo(5);
        assertThat(pages(sixty)).isBetween(55, 65);
        System.out.printf("%n%-34s %10s %10s %14s%n", "paper", "a second", "CPU ms", "allocated MB");
        cost("five pages, PDF/A", 40, () -> pdf.pdf(five));
        cost("five pages, Word", 40, () -> word.docx(five));
        var growth = Math.max(
                cost("sixty pages, PDF/A", 2, () -> pdf.pdf(sixty)),
                cost("sixty pages, Word", 2, () -> word.docx(sixty)));
        System.out.printf("sixty pages held at most %d MB of heap%n%n", growth);
        assertThat(growth).isLessThan(400);
    }

    private int pages(Paper paper) throws IOException {
        try (var document = Loader.loadPDF(pdf.pdf(paper))) {
            return document.getNumberOfPages();
        }
    }

    /** @return by how many MB the heap grew at most while one was written */
    private long cost(String name, int times, Supplier<byte[]> paper) {
        for (var i = 0; i < times; i++) {
            assertThat(paper.get()).isNotEmpty();
        }
        System.gc();
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        var held = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var allocated = thread.getCurrentThreadAllocatedBytes();
        var cpu = thread.getCurrentThreadCpuTime();
        var start = System.nanoTime();
        for (var i = 0; i < times; i++) {
            assertThat(paper.get()).isNotEmpty();
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%-34s %10.1f %10d %14d%n",
                name,
                times / seconds,
                (thread.getCurrentThreadCpuTime() - cpu) / 1_000_000 / times,
                (thread.getCurrentThreadAllocatedBytes() - allocated) / 1_000_000 / times);
        return (pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - held) / 1_000_000;
    }

    private void step(String name, Runnable work) {
        var before = statements.now();
        var wal = wal();
        var cpu = machine.getProcessCpuTime();
        work.run();
        var used = statements.now().since(before);
        System.out.printf(
                "%-34s %8d %8d %8d %8d %8d %10d %8d%n",
                name,
                used.engine(),
                used.signIn(),
                used.ours(),
                used.documentsAndMails(),
                used.commits(),
                wal() - wal,
                (machine.getProcessCpuTime() - cpu) / 1_000_000);
    }

    private long wal() {
        return Statements.quietly(() -> journey.database()
                .sql("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint")
                .query(Long.class)
                .single());
    }
}
