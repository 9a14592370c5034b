package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.quietDraft;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/** A leader or the office asks units for a report that no duty foresaw. */
@ProcessTest
class AdHocReportTest {

    @Autowired
    Journey journey;

    private String plan;

    @BeforeEach
    void aPlanWithoutRounds() {
        plan = journey.after("2023-02-10T09:00", this, () -> journey.issued(quietDraft(List.of())));
    }

    @Test
    void aLeaderAsksTwoUnitsForAReportByAnHour() {
        assertThat(journey.call(HttpMethod.GET, "phochutich1", "/api/work/start/adHocReport", null)
                        .getBody()
                        .get("choices")
                        .toString())
                .contains("plans=[{value=" + plan);
        assertThat(ask("phochutich1", "15/02/2023", "16h30").get("message")).isEqualTo("Đã giao các đơn vị báo cáo.");
        journey.settle();
        var round = plan + "-K01";
        assertThat(journey.waitsAt(round + "-khuPho1")).containsExactly("handInReport");
        journey.until("2023-02-15T16:00");
        journey.does("khupho1", round + "-khuPho1", "handInReport", Map.of("content", "Hai vụ"));
        journey.until("2023-02-15T16:31");
        assertThat(journey.tries("khupho2", round + "-khuPho2", "handInReport", Map.of("nil", true))
                        .getBody()
                        .get("message"))
                .asString()
                .contains("giải trình");
        journey.does("khupho2", round + "-khuPho2", "handInReport", Map.of("nil", true, "explanation", "Mất điện"));
        for (var unit : List.of("khuPho1", "khuPho2")) {
            journey.does("chuyenvien", round + "-" + unit, "acceptReport", approved());
        }
        assertThat(journey.tries("cbvhxh", plan, "closePlan", Map.of())
                        .getBody()
                        .get("message"))
                .asString()
                .contains("Còn kỳ báo cáo chưa kết thúc");
        journey.does("chuyenvien", round, "editConsolidation", Map.of("content", "Hai vụ ở Khu phố 1"));
        journey.does("phochutich1", round, "approveConsolidation", approved());

        assertThat(journey.mails())
                .anyMatch(mail -> mail.endsWith("phochutich1@phuong.mau.example Tình hình cháy nổ - UBND phường Mẫu"))
                .noneMatch(mail -> mail.contains("thanhpho") && mail.contains("cháy nổ"));
        journey.does("cbvhxh", plan, "closePlan", Map.of());
        assertThat(journey.ended(plan)).isTrue();
    }

    @Test
    void whatCannotBeAskedGetsASentence() {
        assertThat(ask("cbvhxh", "15/02/2023", "").get("message")).asString().contains("không có quyền");
        assertThat(ask("chuyenvien", "09/02/2023", "").get("message"))
                .asString()
                .contains("đã qua");
        assertThat(ask("chuyenvien", "10/02/2023", "08:00").get("message"))
                .asString()
                .contains("đã qua");
        assertThat(ask("chuyenvien", "15/02/2023", "chiều").get("message"))
                .asString()
                .contains("16:30");
        assertThat(journey.call(
                                HttpMethod.POST,
                                "chuyenvien",
                                "/api/work/start/adHocReport",
                                Map.of("plan", plan, "name", "Nhanh", "question", "Gì", "date", "15/02/2023"))
                        .getBody()
                        .get("message"))
                .asString()
                .contains("ít nhất một đơn vị");
        assertThat(journey.database()
                        .sql("select count(*) from report_round")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Map<String, Object> ask(String login, String date, String time) {
        return journey.call(
                        HttpMethod.POST,
                        login,
                        "/api/work/start/adHocReport",
                        Map.of(
                                "plan",
                                plan,
                                "name",
                                "Tình hình cháy nổ",
                                "question",
                                "Số vụ trong tháng",
                                "date",
                                date,
                                "time",
                                time,
                                "units",
                                List.of("khuPho1", "khuPho2")))
                .getBody();
    }
}
