package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.quietDraft;
import static vn.tiendo.testing.Samples.with;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;
import vn.tiendo.testing.Visitor;

/** What a unit owes, on its page and in the calendar of its people. */
@ProcessTest
class ObligationPageTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    Journey journey;

    @LocalServerPort
    int port;

    @BeforeEach
    void khuPho1OwesATaskAndAReport() {
        journey.after("2023-02-10T09:00", this, () -> {
            var plan = journey.issued(with(
                    quietDraft(
                            List.of(Samples.duty("Báo cáo 6 tháng", "SEMI_ANNUAL", "10/5/2023", List.of("khuPho1")))),
                    "tasks",
                    List.of(
                            Map.of("text", "Họp dân bàn việc chung", "lead", "khuPho1", "due", "31/03/2023"),
                            Map.of(
                                    "text",
                                    "Làm bảng tin",
                                    "lead",
                                    "vanPhong",
                                    "due",
                                    "30/06/2023",
                                    "partners",
                                    List.of("khuPho1")),
                            Map.of("text", "Tiếp dân", "kind", "ONGOING", "lead", "khuPho1"))));
            journey.until("2023-04-20T09:00");
            return plan;
        });
    }

    @Test
    void aUnitSeesWhatItOwesAndOthersOnlyIfTheySeeAllUnits() {
        assertThat(page("khupho1", "/cua-don-vi").replaceAll("<[^>]+>|\\s+", " "))
                .containsSubsequence(
                        "Họp dân bàn việc chung",
                        "31/03/2023",
                        "quá hạn",
                        "UBND phường Mẫu",
                        "01/KH-UBND",
                        "Báo cáo 6 tháng",
                        "09/05/2023",
                        "Làm bảng tin",
                        "Phối hợp",
                        "30/06/2023",
                        "Văn phòng HĐND và UBND phường",
                        "Tiếp dân",
                        "báo cáo theo kỳ");
        assertThat(page("chuyenvien", "/cua-don-vi?don-vi=khuPho1")).contains("Họp dân bàn việc chung");
        assertThat(new Visitor(port, "khupho2").answerTo("GET", "/cua-don-vi?don-vi=khuPho1"))
                .isEqualTo("404");
        assertThat(page("khupho2", "/cua-don-vi")).contains("không còn việc nào");
    }

    @Test
    void ongoingWorkIsAskedForWithEachReport() {
        var report = journey.database()
                .sql("select id from report")
                .query(String.class)
                .single();
        assertThat(journey.call(HttpMethod.GET, "khupho1", "/api/reports/" + report, null)
                        .getBody())
                .containsEntry("ongoing", List.of("Tiếp dân"));
    }

    @Test
    void theCalendarOpensByItsSecretAddressUntilThatIsRenewed() throws Exception {
        var first = address();
        var calendar = get(first);
        assertThat(calendar.headers().firstValue("content-type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(calendar.body().replace("\r\n ", ""))
                .contains("DTSTART;VALUE=DATE:20230331", "DTSTART;VALUE=DATE:20230509", "DTSTART;VALUE=DATE:20230630")
                .contains("SUMMARY:Nhiệm vụ: Họp dân bàn việc chung", "Theo: 01/KH-UBND")
                .doesNotContain("Tiếp dân");
        assertThat(journey.database()
                        .sql("select token_hash from feed_address where official = 'khupho1'")
                        .query(String.class)
                        .single())
                .hasSize(64)
                .isNotIn(first);
        assertThat(page("khupho1", "/cua-don-vi"))
                .contains("Bạn đã có địa chỉ lịch")
                .doesNotContain("/lich-viec/");

        var second = address();
        assertThat(get(first).statusCode()).isEqualTo(404);
        assertThat(get(first).body()).isEmpty();
        assertThat(get(second).statusCode()).isEqualTo(200);
    }

    /** As the page shows it once. */
    private String address() {
        var visitor = new Visitor(port, null).signsIn("khupho1");
        var shown = Pattern.compile("/lich-viec/[\\w-]{43}\\.ics")
                .matcher(visitor.posts("/cua-don-vi", "/cua-don-vi/lich"));
        assertThat(shown.find()).isTrue();
        return shown.group();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private String page(String login, String path) {
        return new String(journey.download(login, path), StandardCharsets.UTF_8);
    }
}
