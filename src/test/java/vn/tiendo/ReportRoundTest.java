package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.proposal;
import static vn.tiendo.testing.Samples.with;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;
import vn.tiendo.testing.Visitor;

/** What holds a round up, and what may not hold it up. */
@ProcessTest
class ReportRoundTest {

    @Autowired
    Journey journey;

    @LocalServerPort
    int port;

    private String round;

    @BeforeEach
    void aRoundOfTwoUnits() {
        journey.beginsAt("2023-02-10T09:00");
        var plan = (String) journey.propose("truongvhxh", with(proposal(), "drafter", "truongvhxh"))
                .getBody()
                .get("businessKey");
        var content = with(
                draft(),
                "duties",
                List.of(Samples.duty(
                        "Báo cáo 6 tháng", "SEMI_ANNUAL", "10/5/2023", List.of("khuPho1", "kinhTeHaTang"))));
        content.put("recipients", List.of(Map.of("text", "Lưu: VT", "role", "ARCHIVE")));
        journey.does("truongvhxh", plan, "draftPlan", content);
        journey.does("chuyenvien", plan, "checkForm", approved());
        journey.does("phochutich1", plan, "approvePlan", approved());
        journey.does("vanthu", plan, "numberPlan", Map.of("sequence", "1", "issuedOn", "10/02/2023"));
        round = plan + "-K01";
        journey.until("2023-04-20T09:00");
    }

    @Test
    void theOfficeAndTheLeaderAreRemindedOfWhatWaitsForThem() {
        journey.does("khupho1", round + "-khuPho1", "handInReport", Map.of("nil", true));
        journey.until("2023-04-27T18:00");
        journey.does("chuyenvien", round + "-khuPho1", "acceptReport", approved());
        journey.does("cbktht", round + "-kinhTeHaTang", "handInReport", Map.of("content", "Đã xong"));
        journey.does("chuyenvien", round + "-kinhTeHaTang", "acceptReport", approved());
        journey.until("2023-05-12T18:00");
        journey.does("chuyenvien", round, "editConsolidation", Map.of("content", "Tổng hợp"));
        journey.until("2023-05-18T18:00");

        assertThat(journey.mails().stream()
                        .filter(mail -> mail.contains("uá hạn:"))
                        .map(mail -> mail.split(" - ")[0]))
                .containsExactly(
                        "25/04 chanhvanphong@phuong.mau.example Quá hạn: Văn phòng tiếp nhận báo cáo",
                        "25/04 chuyenvien@phuong.mau.example Quá hạn: Văn phòng tiếp nhận báo cáo",
                        "27/04 chanhvanphong@phuong.mau.example Cấp dưới quá hạn: Văn phòng tiếp nhận báo cáo",
                        "27/04 phochutich1@phuong.mau.example Cấp dưới quá hạn: Văn phòng tiếp nhận báo cáo",
                        "05/05 chanhvanphong@phuong.mau.example Quá hạn: Hoàn thiện báo cáo tổng hợp",
                        "05/05 chuyenvien@phuong.mau.example Quá hạn: Hoàn thiện báo cáo tổng hợp",
                        "09/05 chanhvanphong@phuong.mau.example Cấp dưới quá hạn: Hoàn thiện báo cáo tổng hợp",
                        "09/05 phochutich1@phuong.mau.example Cấp dưới quá hạn: Hoàn thiện báo cáo tổng hợp",
                        "16/05 phochutich1@phuong.mau.example Quá hạn: Phê duyệt báo cáo tổng hợp",
                        "18/05 chutich@phuong.mau.example Cấp dưới quá hạn: Phê duyệt báo cáo tổng hợp");
    }

    @Test
    void whatAUnitAttachesIsReadByItselfAndByThoseWhoSeeAllReports() {
        var file = journey.upload("khupho1", "so-lieu.txt", "Số liệu mẫu".getBytes(StandardCharsets.UTF_8))
                .getBody();
        journey.does(
                "khupho1",
                round + "-khuPho1",
                "handInReport",
                Map.of("nil", true, "files", List.of(Map.of("id", file.get("id")))));

        for (var reader : List.of("khupho1", "chuyenvien", "phochutich1", "chutich")) {
            assertThat(new Visitor(port, reader).answerTo("GET", "/api/files/" + file.get("id")))
                    .as(reader)
                    .isEqualTo("200");
        }
        for (var other : List.of("truongktht", "truongvhxh", "vanthu", "quantri", "khupho2")) {
            assertThat(new Visitor(port, other).answerTo("GET", "/api/files/" + file.get("id")))
                    .as(other)
                    .isEqualTo("404");
        }
    }

    @Test
    void aReportForAnotherUnitIsRefusedAndNobodyAcceptsHisOwn() {
        assertThat(journey.tries("khupho1", round + "-khuPho1", "handInReport", Map.of())
                        .getBody())
                .containsEntry("message", "Hãy nhập “Nội dung báo cáo”.");
        var task = journey.task(round + "-khuPho1", "handInReport").getId();
        assertThat(journey.call(
                                org.springframework.http.HttpMethod.POST,
                                "khupho2",
                                "/api/work/" + task,
                                Map.of("nil", true))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(journey.waitsAt(round + "-khuPho1")).containsExactly("handInReport");
    }
}
