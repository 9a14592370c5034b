package vn.tiendo.extraction.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.extraction.parsing.ExtractedPlan.Assignment.Kind;
import vn.tiendo.extraction.parsing.ExtractedPlan.Operator;
import vn.tiendo.extraction.parsing.ExtractedPlan.Period;
import vn.tiendo.extraction.parsing.ExtractedPlan.Role;

/** Plans in the shapes offices write them are read as a careful person reads them. */
class PlanReaderTest {

    private static final Path OWN = Path.of("src/test/resources/extraction");
    private static final Path REAL = Path.of("../shared/plans");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    static Stream<Path> own() throws IOException {
        return plans(OWN);
    }

    private static Stream<Path> plans(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    private static Map<String, Double> likeness(Path plan) throws IOException {
        var text = Normalizer.normalize(Files.readString(plan), Normalizer.Form.NFC);
        JsonNode got = JSON.valueToTree(PlanReader.read(text));
        var want = JSON.readTree(Files.readString(Path.of(plan.toString().replace(".txt", ".expected.json"))));
        return Likeness.of(got, want);
    }

    @ParameterizedTest
    @MethodSource("own")
    void aPlanOfOurOwnIsReadWhole(Path plan) throws IOException {
        var fields = likeness(plan);

        assertThat(Likeness.mean(fields)).as("%s", fields).isGreaterThanOrEqualTo(0.98);
        assertThat(fields).containsEntry("datedDeadlines", 1.0).containsEntry("signerName", 1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cao-xanh", "hon-quan", "pho-chau", "thuy-nguyen"})
    void aRealPlanIsReadWithAllItsDates(String name) throws IOException {
        assumeThat(REAL).isDirectory();
        var fields = likeness(REAL.resolve(name + ".txt"));

        assertThat(Likeness.mean(fields)).as("%s", fields).isGreaterThanOrEqualTo(0.93);
        assertThat(fields).containsEntry("datedDeadlines", 1.0).containsEntry("signerName", 1.0);
    }

    @ParameterizedTest
    @MethodSource("own")
    void everyItemSaysWhereItStands(Path plan) throws IOException {
        var text = Normalizer.normalize(Files.readString(plan), Normalizer.Form.NFC);
        var read = PlanReader.read(text);

        assertThat(read.recipients())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(at(text, it.source())).isEqualTo(it.text()));
        assertThat(read.legalBases())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(DocumentNames.compact(at(text, it.source())))
                        .contains(it.code() == null ? it.type() : DocumentNames.compact(it.code())));
        assertThat(read.tasks())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(flat(at(text, it.source()))).contains(flat(it.text())));
        assertThat(read.reportingDuties())
                .allSatisfy(it -> assertThat(flat(at(text, it.source())))
                        .contains(flat(it.deadlineText() == null ? "" : it.deadlineText())));
        assertThat(read.signer()).isNotNull();
        assertThat(at(text, read.signer().source())).endsWith(read.signer().name());
        assertThat(read.heading()).extracting(ExtractedPlan.Found::field).contains("subject", "planYear", "place");
        assertThat(Stream.of(
                                read.tasks(),
                                read.recipients(),
                                read.legalBases(),
                                read.reportingDuties(),
                                read.otherDeadlines())
                        .flatMap(List::stream))
                .allSatisfy(
                        it -> assertThat(JSON.valueToTree(it).path("confidence").asDouble())
                                .isBetween(0.1, 1.0));
    }

    private static String at(String text, ExtractedPlan.Source source) {
        return text.substring(source.from(), source.to());
    }

    private static String flat(String text) {
        return text.replaceAll("\n\\s*\\d+\\s*\n", "\n").replaceAll("\\s+", " ").replaceAll("\\s(?=[.,;])", "");
    }

    @Test
    void aTextThatIsNoPlanYieldsNothingRatherThanGuesses() {
        var read = PlanReader.read("Biên bản họp tổ dân phố.\nMọi người nhất trí.\n");

        assertThat(read.subject()).isNull();
        assertThat(read.code()).isNull();
        assertThat(read.legalBases()).isEmpty();
        assertThat(read.recipients()).isEmpty();
        assertThat(read.signer()).isNull();
        assertThat(read.reportingDuties()).isEmpty();
        assertThat(PlanReader.read("   \n").tasks()).isEmpty();
    }

    @Test
    void aBlankNumberAndDayStayBlank() {
        var read = PlanReader.read(
                "Số: ……/KH-UBND\nĐồi Mẫu, ngày … tháng … năm 2027\nKẾ HOẠCH\nCông tác thanh niên\nCăn cứ Luật Thanh niên ngày 16/6/2020;\nI. NHIỆM VỤ\n1. Phòng Mẫu\nTổ chức diễn đàn.\n");

        assertThat(read.code()).isNull();
        assertThat(read.date()).isNull();
        assertThat(read.place()).isEqualTo("Đồi Mẫu");
        assertThat(read.planYear()).isEqualTo(2027);
        assertThat(read.legalBases())
                .singleElement()
                .satisfies(it -> assertThat(it.code()).isEqualTo("Luật Thanh niên"));
    }

    private static ExtractedPlan body(String... lines) {
        return PlanReader.read(
                "Số: 01/KH-UBND\nĐồi Mẫu, ngày 05 tháng 01 năm 2027\nKẾ HOẠCH\nCông tác mẫu năm 2027\nCăn cứ Nghị quyết số 9-NQ/TU ngày 02/01/2027;\nI. NHIỆM VỤ\n"
                        + String.join("\n", lines) + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trước ngày 10/5",
                "trước 10/5/2027",
                "trước ngày 10 tháng 5",
                "trước ngày 10 tháng 5 năm 2027",
                "trước ngày 10-5-2027",
                "trước ngày 10.5.2027"
            })
    void aDayIsReadInEveryWayOfWriting(String deadline) {
        var read = body("1. Phòng Mẫu", "- Lập danh sách các hộ và niêm yết tại nhà văn hóa " + deadline + ".");

        assertThat(read.otherDeadlines()).singleElement().satisfies(it -> {
            assertThat(it.date()).isEqualTo("2027-05-10");
            assertThat(it.operator()).isEqualTo(Operator.BEFORE);
            assertThat(it.who()).isEqualTo("Phòng Mẫu");
        });
    }

    @Test
    void documentsDatesAndPurposesAreNoDeadlines() {
        var read = body("1. Phòng Mẫu", "- Thực hiện Quyết định số 12/QĐ-UBND ngày 10/5/2026 của UBND tỉnh Mẫu.");

        assertThat(read.otherDeadlines()).isEmpty();
        assertThat(read.reportingDuties()).isEmpty();
        assertThat(read.tasks())
                .singleElement()
                .satisfies(it -> assertThat(it.due()).isNull());
    }

    @Test
    void aReportOfEveryMonthHasNoDateOfItsOwn() {
        var read = body("1. Các khu phố", "Báo cáo tình hình về UBND phường (qua Văn phòng) trước ngày 15 hằng tháng.");

        assertThat(read.reportingDuties()).singleElement().satisfies(it -> {
            assertThat(it.periods()).containsExactly(Period.MONTHLY);
            assertThat(it.operator()).isEqualTo(Operator.RECURRING);
            assertThat(it.date()).isNull();
            assertThat(it.recipient()).isEqualTo("UBND phường");
            assertThat(it.via()).containsExactly("Văn phòng");
            assertThat(it.reporter()).isEqualTo("Các khu phố");
        });
    }

    @Test
    void whatIsAskedForIsNoOrder() {
        var read = body(
                "1. Đề nghị Hội Nông dân phường vận động hội viên tham gia.",
                "2. Giao Trạm Y tế phường tổ chức khám sức khỏe cho người cao tuổi.",
                "3. Phấn đấu 95% hộ dân tham gia bảo hiểm y tế.");

        assertThat(read.tasks())
                .extracting(ExtractedPlan.Assignment::kind)
                .containsExactly(Kind.REQUEST, Kind.EXPLICIT, Kind.TARGET);
        assertThat(read.tasks().get(0).leads()).containsExactly("Hội Nông dân phường");
        assertThat(read.tasks().get(1).leads()).containsExactly("Trạm Y tế phường");
    }

    @Test
    void aRecipientsRoleIsNeverGuessed() {
        var read = body(
                "1. Phòng Mẫu",
                "Làm việc.",
                "Nơi nhận:",
                "- Sở Nội vụ (b/c);",
                "- Các khu phố;",
                "- Hội Cựu chiến binh (p/h);",
                "- Lưu: VT.",
                "KI. CHỦ TỊCH",
                "PHÓ CHỦ TỊCH",
                "Mẫu Văn Tám");

        assertThat(read.recipients())
                .extracting(ExtractedPlan.Recipient::role)
                .containsExactly(Role.TO_REPORT, Role.UNSPECIFIED, Role.TO_COORDINATE, Role.ARCHIVE);
        assertThat(read.signer().capacities()).containsExactly("KT. CHỦ TỊCH");
    }

    @Test
    void stackedCapacitiesStayInTheirOrder() {
        var read = body(
                "1. Phòng Mẫu",
                "Làm việc.",
                "Nơi nhận:",
                "- Lưu: VT.",
                "TL. CHỦ TỊCH",
                "KT. CHÁNH VĂN PHÒNG",
                "PHÓ CHÁNH VĂN PHÒNG",
                "Mẫu Văn Chín");

        assertThat(read.signer().capacities()).containsExactly("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG");
        assertThat(read.signer().title()).isEqualTo("PHÓ CHÁNH VĂN PHÒNG");
        assertThat(read.signer().name()).isEqualTo("Mẫu Văn Chín");
    }
}
