package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.with;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import vn.tiendo.directory.Directory;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;
import vn.tiendo.testing.Visitor;

/** A line of Nơi nhận as it is written, and whom it means: suggested, linked by a person, resolved at issue and kept. */
@ProcessTest
class RecipientsTest {

    @Autowired
    Journey journey;

    @Autowired
    Directory directory;

    @LocalServerPort
    int port;

    @BeforeEach
    void anEmptyOffice() {
        journey.beginsAt("2023-02-10T09:00");
    }

    @AfterEach
    void theDirectoryAsItWas() {
        journey.beginsAt("2023-02-10T09:00");
        journey.database().sql("delete from unit where code = 'khuPho5'").update();
        journey.database().sql("delete from abbreviation where short = 'PNV'").update();
        directory.forget();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TT Đảng ủy - HĐND (B/c)          | dangUy, hdnd
            UBND, Phòng Nội vụ TP (B/c)      | noiVuThanhPho, thanhPho
            UB MTTQ, các đoàn thể (P/h)      | cacDoanThe, mttq
            UBMTTQ phường; các khu phố       | cacKhuPho, mttq
            - Như Điều 3                     |
            Cán bộ, công chức (T/h)          |
            """)
    void aLineSuggestsWhomItMayMean(String line, String codes) {
        assertThat(String.join(", ", suggested(line).stream().sorted().toList()))
                .isEqualTo(codes == null ? "" : codes);
    }

    @Test
    void anAbbreviationOfTheOfficeIsUnderstoodOnceTheAdministratorHasWrittenIt() {
        assertThat(suggested("PNV thành phố")).isEmpty();

        assertThat(writes("PNV", "Phòng Nội vụ")).isEqualTo("302");

        assertThat(suggested("PNV thành phố")).containsExactly("noiVuThanhPho");
        assertThat(journey.download("quantri", "/viet-tat")).asString().contains("PNV", "Phòng Nội vụ");
    }

    @Test
    void anAbbreviationWithoutMeaningIsNotKept() {
        writes("PNV", " ");

        assertThat(journey.database()
                        .sql("select count(*) from abbreviation where short = 'PNV'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Units of a group that come later were not meant; who has a line of his own gets no second copy by a group. */
    @Test
    void aGroupIsResolvedAtIssueAndStaysAsItWasThatDay() {
        var plan = journey.issued(to(
                line("Thường trực Đảng ủy, HĐND (B/c)", List.of("dangUy", "hdnd")),
                line("Khu phố 2", List.of("khuPho2")),
                line("Các khu phố (T/h)", List.of("cacKhuPho"))));
        journey.database()
                .sql("insert into unit (code, name, kind, parent) values ('khuPho5', 'Khu phố 5', 'HAMLET', 'ubnd')")
                .update();
        directory.forget();

        assertThat(journey.database()
                        .sql("select line || ' ' || recipient from delivery where plan = ? order by line, id")
                        .param(plan)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "1 Đảng ủy phường",
                        "1 Thường trực HĐND phường",
                        "2 Khu phố 2",
                        "3 Khu phố 1",
                        "3 Khu phố 3",
                        "3 Khu phố 4");
        assertThat(journey.mails().stream().filter(mail -> mail.contains("01/KH-UBND")))
                .hasSize(6);
        assertThat(journey.download("khupho4", "/api/plans/" + plan)).asString().contains(plan);
    }

    @Test
    void theUnitsOfALineAreNotPrinted() {
        var plan = journey.issued(to(line("Các khu phố (T/h)", List.of("cacKhuPho"))));

        var file = new String(journey.download("vanthu", "/api/plans/" + plan), StandardCharsets.UTF_8);
        assertThat(file).contains("Các khu phố (T/h)", "cacKhuPho");
        assertThat(text(plan)).contains("Các khu phố (T/h)").doesNotContain("Khu phố 1", "cacKhuPho");
    }

    @Test
    void aLineThatReachesNobodyIsAWarningBeforeIssue() {
        var plan =
                (String) journey.propose("cbvhxh", Samples.proposal()).getBody().get("businessKey");
        journey.does(
                "cbvhxh",
                plan,
                "draftPlan",
                to(
                        line("Cán bộ, công chức (T/h)", List.of()),
                        line("Khu phố 1", List.of("khuPho1")),
                        Map.of("text", "Báo Mẫu", "address", "bao@mau.example"),
                        Map.of("text", "Lưu: VT", "role", "ARCHIVE")));

        assertThat(journey.call(HttpMethod.GET, "chuyenvien", "/api/plans/" + plan + "/form-check", null)
                        .getBody()
                        .toString())
                .contains("“Cán bộ, công chức (T/h)” chưa đến được ai")
                .doesNotContain("“Khu phố 1” chưa", "“Báo Mẫu” chưa", "“Lưu: VT” chưa");
    }

    @Test
    void aUnitNobodyKnowsIsRefused() {
        var plan =
                (String) journey.propose("cbvhxh", Samples.proposal()).getBody().get("businessKey");

        assertThat(journey.tries("cbvhxh", plan, "draftPlan", to(line("Ai đó", List.of("aido"))))
                        .getBody())
                .containsEntry("field", "recipients[0].units");
    }

    private String text(String plan) {
        try (var document = Loader.loadPDF(journey.download("vanthu", "/api/plans/" + plan + "/papers/ke-hoach.pdf"))) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String writes(String shortened, String meaning) {
        return new Visitor(port, "quantri")
                .answerTo(
                        "POST",
                        "/viet-tat",
                        "application/x-www-form-urlencoded",
                        "shortened=%s&meaning=%s"
                                .formatted(shortened, URLEncoder.encode(meaning, StandardCharsets.UTF_8)));
    }

    @SuppressWarnings("unchecked")
    private List<String> suggested(String line) {
        var answer = journey.call(HttpMethod.GET, "cbvhxh", "/api/directory/meant?line=" + line, null)
                .getBody();
        return ((List<Map<String, String>>) answer.get("units"))
                .stream().map(unit -> unit.get("code")).toList();
    }

    private static Map<String, Object> line(String text, List<String> units) {
        return Map.of("text", text, "units", units);
    }

    @SafeVarargs
    private static Map<String, Object> to(Map<String, Object>... lines) {
        return with(with(draft(), "duties", List.of()), "recipients", List.of(lines));
    }
}
