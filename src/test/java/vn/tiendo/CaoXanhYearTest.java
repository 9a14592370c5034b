package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.proposal;
import static vn.tiendo.testing.Samples.returned;
import static vn.tiendo.testing.Samples.with;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.YearTable;

/** The year 2023 of the plan of phường Cao Xanh: its number, its dates and its six recipients, lived day by day. */
@ProcessTest
class CaoXanhYearTest {

    @Autowired
    Journey journey;

    @Autowired
    ObjectMapper json;

    @Test
    void fromTheToTrinhInFebruaryToTheArchiveInNovember() throws IOException {
        journey.beginsAt("2023-02-10T09:00");
        journey.database()
                .sql(
                        "insert into number_register (issuer, series, year, last_sequence) values ('ubnd', 'KH', 2023, 13)")
                .update();

        var plan = issued();
        firstRound(plan);
        secondRound(plan);

        assertThat(journey.ended(plan)).isTrue();
        assertThat(journey.course(plan)).containsExactlyInAnyOrderElementsOf(YearTable.of("cao-xanh", plan));
        theArchiveHoldsEverything(plan);
    }

    private String issued() {
        var file = journey.upload("cbvhxh", "to-trinh.txt", "Tờ trình mẫu".getBytes(StandardCharsets.UTF_8));
        var plan = (String) journey.propose("cbvhxh", with(proposal(), "files", List.of(file.getBody())))
                .getBody()
                .get("businessKey");
        journey.does("cbvhxh", plan, "draftPlan", draft());
        journey.until("2023-02-13T10:00");
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.does("chuyenvien", plan, "checkForm", approved());
        journey.until("2023-02-14T10:00");
        journey.does("phochutich1", plan, "approvePlan", approved());
        journey.until("2023-02-15T09:00");
        assertThat(journey.call(HttpMethod.GET, "vanthu", "/api/plans/" + plan + "/next-number", null)
                        .getBody())
                .containsEntry("text", "14/KH-UBND")
                .containsEntry("date", "15/02/2023");
        journey.does("vanthu", plan, "numberPlan", Map.of("sequence", "14", "issuedOn", "15/02/2023"));

        assertThat(row("select code, status from plan where id = ?", plan))
                .containsEntry("code", "14/KH-UBND")
                .containsEntry("status", "ISSUED");
        assertThat(journey.database()
                        .sql("select state from delivery where plan = ? order by id")
                        .param(plan)
                        .query(String.class)
                        .list())
                .containsExactly("SENT", "SENT", "SENT", "SENT", "REFUSED");
        var unaddressed = plan + "-N05";
        assertThat(journey.waitsAt(unaddressed)).containsExactly("deliverByHand");
        journey.does(
                "vanthu", unaddressed, "deliverByHand", Map.of("verdict", "HANDED", "note", "Niêm yết tại trụ sở"));
        assertThat(journey.waitsAt(plan)).isEmpty();
        return plan;
    }

    private void firstRound(String plan) {
        var round = plan + "-K01";
        journey.until("2023-04-19T07:59");
        assertThat(journey.passed(round)).doesNotContain("roundOpens");
        journey.until("2023-04-19T08:01");
        assertThat(journey.waitsAt(round + "-vanPhong")).containsExactly("handInReport");
        assertThat(journey.task(round + "-vanPhong", "handInReport").getDueDate())
                .isEqualTo("2023-05-09T17:00:00");

        journey.until("2023-04-28T09:00");
        journey.does("cbvhxh", round + "-vanHoaXaHoi", "handInReport", Map.of("content", "Đã tổ chức hai hội nghị"));
        journey.does("chuyenvien", round + "-vanHoaXaHoi", "acceptReport", returned("Bổ sung số liệu"));
        journey.until("2023-05-04T09:00");
        journey.does(
                "cbvhxh",
                round + "-vanHoaXaHoi",
                "handInReport",
                Map.of(
                        "content",
                        "Đã tổ chức hai hội nghị, 120 người dự",
                        "difficulties",
                        "Thiếu kinh phí",
                        "files",
                        List.of()));
        journey.does("chuyenvien", round + "-vanHoaXaHoi", "acceptReport", approved());

        journey.until("2023-05-15T09:00");
        var late = new HashMap<String, Object>(Map.of("content", "Văn phòng đã công khai thủ tục"));
        assertThat(journey.tries("vanthu", round + "-vanPhong", "handInReport", late)
                        .getBody())
                .containsEntry("message", "Báo cáo nộp sau hạn 09/05/2023; hãy ghi giải trình.")
                .containsEntry("field", "explanation");
        late.put("explanation", "Chờ số liệu của bộ phận một cửa");
        journey.does("vanthu", round + "-vanPhong", "handInReport", late);
        journey.does("chuyenvien", round + "-vanPhong", "acceptReport", approved());

        assertThat(content(round))
                .contains("Đã tổ chức hai hội nghị, 120 người dự", "Thiếu kinh phí", "Văn phòng đã công khai thủ tục")
                .contains("Nộp muộn: Văn phòng HĐND và UBND phường.")
                .doesNotContain("Chưa có báo cáo");
        journey.does("chuyenvien", round, "editConsolidation", Map.of("content", content(round)));
        journey.does("phochutich1", round, "approveConsolidation", returned("Nêu rõ kiến nghị"));
        journey.does(
                "chuyenvien",
                round,
                "editConsolidation",
                Map.of("content", content(round) + "\n\nKiến nghị cấp kinh phí."));
        journey.until("2023-05-16T10:00");
        journey.does("phochutich1", round, "approveConsolidation", approved());
        assertThat(journey.ended(round)).isTrue();
    }

    private void secondRound(String plan) {
        var round = plan + "-K02";
        journey.until("2023-10-20T09:00");
        journey.does("truongvhxh", round + "-vanHoaXaHoi", "handInReport", Map.of("nil", true));
        journey.does("chuyenvien", round + "-vanHoaXaHoi", "acceptReport", approved());
        journey.until("2023-11-07T09:00");

        assertThat(content(round)).contains("không phát sinh.", "Chưa có báo cáo: Văn phòng HĐND và UBND phường.");
        journey.does("chuyenvien", round, "editConsolidation", Map.of("content", content(round)));
        journey.until("2023-11-08T09:00");
        journey.does("phochutich1", round, "approveConsolidation", approved());
        assertThat(row("select state from report where id = ?", round + "-vanPhong"))
                .containsEntry("state", "MISSING");
        assertThat(journey.ended(round + "-vanPhong")).isTrue();
    }

    private void theArchiveHoldsEverything(String plan) throws IOException {
        var sealed = row("select status, seal, manifest from plan where id = ?", plan);
        assertThat(sealed).containsEntry("status", "ARCHIVED");
        assertThat(sealed.get("seal"))
                .isEqualTo(StoredFiles.sha256(((String) sealed.get("manifest")).getBytes(StandardCharsets.UTF_8)));

        var entries = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(
                new ByteArrayInputStream(journey.download("cbvhxh", "/api/plans/" + plan + "/archive.zip")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(entries.keySet())
                .contains("MANIFEST.sha256", "du-lieu/ho-so.json", "du-lieu/thu-di.json", "du-lieu/dien-bien.json")
                .anyMatch(name -> name.endsWith("14-KH-UBND.pdf"))
                .anyMatch(name -> name.endsWith("to-trinh.txt"))
                .anyMatch(name -> name.endsWith("01-BC-UBND.pdf"))
                .anyMatch(name -> name.endsWith("02-BC-UBND.pdf"));
        for (var line : new String(entries.get("MANIFEST.sha256"), StandardCharsets.UTF_8).split("\n")) {
            assertThat(StoredFiles.sha256(entries.get(line.substring(66)))).isEqualTo(line.substring(0, 64));
        }
        assertThat(json.readTree(entries.get("du-lieu/thu-di.json"))).hasSize(77);
        assertThat(json.readTree(entries.get("du-lieu/dien-bien.json")).findValuesAsText("action"))
                .startsWith(
                        "proposed",
                        "drafted",
                        "reviewDraft.APPROVED",
                        "checkForm.APPROVED",
                        "approvePlan.APPROVED",
                        "numbered")
                .endsWith("reportMissing", "roundClosed", "archived");
    }

    private String content(String round) {
        return (String)
                row("select content from report_round where id = ?", round).get("content");
    }

    private Map<String, Object> row(String sql, String id) {
        return journey.database().sql(sql).param(id).query().singleRow();
    }
}
