package vn.tiendo.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.with;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import vn.tiendo.extraction.reading.SampleFiles;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;
import vn.tiendo.testing.Visitor;

/** A file is answered with proposals and kept nowhere; last year's plan is a start for this year's. */
@ProcessTest
class ExtractionTest {

    @Autowired
    Journey journey;

    @LocalServerPort
    int port;

    @BeforeEach
    void anEmptyOffice() {
        journey.beginsAt("2023-02-10T09:00");
    }

    private ResponseEntity<Map<String, Object>> reads(String login, String kind, String name, byte[] content) {
        return journey.upload(login, "/api/" + kind + "/extract", name, content);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aWordFileIsAnsweredWithWhatItSaysAndWhere() throws Exception {
        var file = SampleFiles.wordOf(Files.readString(Path.of("src/test/resources/extraction/xa-bang-phu-luc.txt")));
        var answer = reads("cbvhxh", "plans", "Kế hoạch CCHC.docx", file);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody())
                .containsEntry("code", "27/KH-UBND")
                .containsEntry("date", "2026-01-06")
                .containsEntry("planYear", 2026)
                .containsEntry("place", "Suối Mẫu");
        var text = (String) answer.getBody().get("text");
        assertThat((List<Map<String, Object>>) answer.getBody().get("recipients"))
                .hasSize(6)
                .allSatisfy(line -> {
                    var source = (Map<String, Integer>) line.get("source");
                    assertThat(text.substring(source.get("from"), source.get("to")))
                            .isEqualTo(line.get("text"));
                });
        assertThat((List<?>) answer.getBody().get("tasks")).hasSizeGreaterThan(10);
        assertThat(stored()).isZero();
    }

    @Test
    void aProposalIsReadToo() {
        var text = """
                UBND PHƯỜNG MẪU
                PHÒNG VĂN HÓA - XÃ HỘI
                Số: 15/TTr-VHXH
                Mẫu, ngày 06 tháng 02 năm 2023
                TỜ TRÌNH
                Về việc ban hành Kế hoạch công tác gia đình năm 2023
                Kính gửi: Ủy ban nhân dân phường.
                Căn cứ Kế hoạch số 9/KH-UBND ngày 05/01/2023 của UBND thành phố Mẫu;
                Phòng Văn hóa - Xã hội đề nghị Ủy ban nhân dân phường ban hành Kế hoạch công tác gia đình với ba nhiệm vụ.
                Kính trình Ủy ban nhân dân phường xem xét, quyết định./.
                Nơi nhận:
                - Như trên;
                - Lưu: VT.
                TRƯỞNG PHÒNG
                Mẫu Văn Khánh
                """;
        var answer = reads("cbvhxh", "proposals", "to-trinh.txt", text.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.getBody())
                .containsEntry("code", "15/TTr-VHXH")
                .containsEntry("date", "2023-02-06")
                .containsEntry("unit", "Phòng Văn hóa - Xã hội")
                .containsEntry("subject", "ban hành Kế hoạch công tác gia đình năm 2023")
                .containsEntry(
                        "summary",
                        "Phòng Văn hóa - Xã hội đề nghị Ủy ban nhân dân phường ban hành Kế hoạch công tác gia đình với ba nhiệm vụ.");
    }

    @Test
    void whatCannotBeReadGetsASentenceAndNothingIsKept() {
        var large = reads("cbvhxh", "plans", "lon.txt", new byte[51 * 1024 * 1024]);
        assertThat(large.getStatusCode().value()).isEqualTo(422);
        assertThat(large.getBody()).containsEntry("message", "Tệp lớn hơn 50 MB; hãy chia nhỏ hoặc nén lại.");

        var macro = reads("cbvhxh", "plans", "a.docm", new byte[] {1});
        assertThat(macro.getStatusCode().value()).isEqualTo(422);
        assertThat(macro.getBody())
                .containsEntry(
                        "message",
                        "Tệp có mã lệnh (macro) nên không được nhận; hãy lưu thành .docx không có macro rồi chọn lại.");
        assertThat(stored()).isZero();
    }

    @Test
    void onlyThoseWhoDraftPlansMayReadFilesIn() {
        assertThat(reads("khupho1", "plans", "a.txt", "KẾ HOẠCH".getBytes(StandardCharsets.UTF_8))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(reads("truongvhxh", "plans", "a.txt", "KẾ HOẠCH".getBytes(StandardCharsets.UTF_8))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    private Integer stored() {
        return journey.database()
                .sql("select (select count(*) from stored_file) + (select count(*) from form_input)")
                .query(Integer.class)
                .single();
    }

    @Test
    @SuppressWarnings("unchecked")
    void anIssuedPlanIsAStartForAnotherYear() {
        var content = with(
                draft(),
                "duties",
                List.of(Samples.duty("Báo cáo năm 2023", "ANNUAL", "01/11/2023", List.of("khuPho1"))));
        content.put(
                "bases",
                List.of("Căn cứ Pháp lệnh số 34/2007/PL-UBTVQH11 ngày 20/4/2007 của Ủy ban Thường vụ Quốc hội;"));
        var plan = journey.issued(content);
        var start = journey.call(HttpMethod.GET, "cbvhxh", "/api/plans/" + plan + "/next-year?year=2024", null)
                .getBody();

        assertThat(start).containsEntry("year", 2024);
        assertThat((List<Map<String, Object>>) start.get("bases"))
                .singleElement()
                .satisfies(basis -> assertThat((Map<String, Object>) basis.get("repealed"))
                        .containsEntry("replacedBy", "Luật số 10/2022/QH15"));
        assertThat((List<Map<String, Object>>) start.get("duties"))
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty).containsEntry("name", "Báo cáo năm 2024");
                    assertThat((List<Map<String, Object>>) duty.get("terms"))
                            .singleElement()
                            .satisfies(term -> assertThat(term).containsEntry("date", "01/11/2024"));
                });
        assertThat(new String(journey.download("cbvhxh", "/api/plans/earlier"), StandardCharsets.UTF_8))
                .contains(plan);
        assertThat(journey.call(HttpMethod.GET, "cbvhxh", "/api/plans/" + plan + "/next-year?year=2023", null)
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
    }

    @Test
    void theAdministratorKeepsTheTableOfRepeals() {
        var administrator = new Visitor(port, "quantri");
        var form = "application/x-www-form-urlencoded";

        administrator.answerTo(
                "POST", "/het-hieu-luc", form, "code=1/2000/MAU&title=M%E1%BA%ABu&endedOn=01/02/2020&source=");
        assertThat(known()).as("without a source").isZero();
        administrator.answerTo(
                "POST", "/het-hieu-luc", form, "code=1/2000/MAU&title=M%E1%BA%ABu&endedOn=01/02/2020&source=Luat");
        assertThat(known()).isOne();
        assertThat(new String(journey.download("quantri", "/het-hieu-luc"), StandardCharsets.UTF_8))
                .contains("1/2000/MAU", "01/02/2020");
        administrator.answerTo("POST", "/het-hieu-luc/bo", form, "code=1/2000/MAU");
        assertThat(known()).isZero();
    }

    private Integer known() {
        return journey.database()
                .sql("select count(*) from repeal where code = '1/2000/MAU'")
                .query(Integer.class)
                .single();
    }
}
