package vn.tiendo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.proposal;
import static vn.tiendo.testing.Samples.with;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/** The administrator keeps the calendar, sees what that moves, and nothing is half done. */
@ProcessTest
class CalendarPageTest {

    @Autowired
    Journey journey;

    @Autowired
    CalendarDays days;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .cookieHandler(new CookieManager())
            .build();

    private List<CalendarDay> before;

    @BeforeEach
    void theCalendarOf2023() {
        journey.beginsAt("2023-04-26T09:00");
        before = days.ofYear(2023);
    }

    @AfterEach
    void isAsItWas() {
        days.replace(2023, before);
        journey.database()
                .sql("delete from calendar_day where day >= '2030-01-01'")
                .update();
        journey.database().sql("delete from deadline_change").update();
    }

    @Test
    void thePageShowsTheYearAndItsProposals() {
        assertThat(get("?year=2024"))
                .contains("Lịch làm việc năm 2024", "4 ngày nghỉ và làm bù", "9 đề xuất chờ xác nhận")
                .contains("18/04/2024", "Giỗ Tổ Hùng Vương", "Nghỉ bù");
        assertThat(get("")).contains("Lịch làm việc năm 2023").doesNotContain("chờ xác nhận");
        assertThat(get("?year=1954")).doesNotContain("Lịch làm việc năm");
    }

    @Test
    void theSampleYearsProposeWhatThePageWouldPropose() {
        for (var year = 2024; year <= 2026; year++) {
            assertThat(days.propose(year)).as("%s", year).isZero();
        }
    }

    @Test
    void aDayThatIsAddedMovesWhatCrossesItAndThePageSaysSo() {
        var plan = (String) journey.propose("cbvhxh", with(proposal(), "proposalDate", "26/04/2023"))
                .getBody()
                .get("businessKey");
        // five working days after 26/4 without five days off: 8/5
        var page = post(
                "",
                Map.of(
                        "year",
                        "2023",
                        "day",
                        "4/5/2023",
                        "kind",
                        "SWAPPED_OFF",
                        "name",
                        "Nghỉ hoán đổi",
                        "source",
                        "Thông báo"));

        assertThat(page)
                .contains("Đã dời 2 thời hạn")
                .contains("Soạn thảo kế hoạch</b>, hồ sơ " + plan + ": 08/05/2023 17:00 → 09/05/2023 17:00")
                .contains("Quá hạn soạn thảo");
        assertThat(post("/bo", Map.of("year", "2023", "day", "04/05/2023")))
                .contains("09/05/2023 17:00 → 08/05/2023 17:00");
        assertThat(post("/bo", Map.of("year", "2023", "day", "04/05/2023"))).contains("Không có thời hạn nào phải dời");
        assertThat(days.ofYear(2023)).isEqualTo(before);
        assertThat(journey.database()
                        .sql("select distinct actor from deadline_change")
                        .query(String.class)
                        .list())
                .containsExactly("quantri");
    }

    @Test
    void whatIsRefusedStaysInTheForm() {
        assertThat(post(
                        "",
                        Map.of(
                                "year",
                                "2023",
                                "day",
                                "31/2/2023",
                                "kind",
                                "HOLIDAY",
                                "name",
                                "Ngày hội",
                                "source",
                                "x")))
                .contains("“31/2/2023” không phải là ngày")
                .contains("value=\"Ngày hội\"");
        assertThat(post("", Map.of("year", "2023", "day", "3/5/1923", "kind", "HOLIDAY", "name", "a", "source", "x")))
                .contains("Lịch chỉ nhận các năm từ 2000 đến 2100");
        assertThat(days.ofYear(2023)).isEqualTo(before);
    }

    @Test
    void proposalsCountOnlyAfterTheyAreConfirmedOneByOneOrAll() {
        assertThat(post("/de-xuat", Map.of("year", "2030"))).contains("Đã đề xuất", "chưa có hiệu lực");
        assertThat(days.ofYear(2030)).isNotEmpty().allMatch(CalendarDay::proposed);
        assertThat(post("/de-xuat", Map.of("year", "2030"))).contains("Không có ngày nào mới để đề xuất");

        post("/xac-nhan", Map.of("year", "2030", "day", "01/01/2030"));
        assertThat(days.ofYear(2030))
                .filteredOn(day -> !day.proposed())
                .extracting(CalendarDay::day)
                .containsExactly(LocalDate.of(2030, 1, 1));

        post("/xac-nhan", Map.of("year", "2030"));
        assertThat(days.ofYear(2030)).noneMatch(CalendarDay::proposed);
    }

    @Test
    void aYearIsImportedAfterItWasSeenAndOnlyWhole() {
        var bad = "01/01/2030;Nghỉ lễ;Tết Dương lịch;Điều 112\n01/01/2030;Nghỉ lễ;Tết Dương lịch;Điều 112";
        assertThat(post("/nhap", Map.of("year", "2030", "csv", bad, "confirmed", "true")))
                .contains("Chưa nhập ngày nào", "Dòng 2: Ngày 01/01/2030 có hai lần.");
        assertThat(days.ofYear(2030)).isEmpty();

        days.propose(2030);
        var good = "01/01/2030;Nghỉ lễ;Tết Dương lịch;Điều 112\n07/06/2030;Nghỉ hoán đổi;Ngày hội;Thông báo";
        assertThat(post("/nhap", Map.of("year", "2030", "csv", good)))
                .contains("Thêm 1 ngày", "Sửa hoặc xác nhận 1 ngày", "Bỏ ", "Nhập lịch này");
        assertThat(days.ofYear(2030)).allMatch(CalendarDay::proposed);

        assertThat(post("/nhap", Map.of("year", "2030", "csv", good, "confirmed", "true")))
                .contains("Đã ghi", "2 ngày nghỉ và làm bù");
        assertThat(post("/nhap", Map.of("year", "2030", "csv", good))).contains("Tệp không đổi gì");
    }

    @Test
    void onlyAdministratorsHaveTheLink() {
        assertThat(send("quantri", HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ke-hoach"))))
                .contains("/lich-lam-viec");
        var stranger = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ke-hoach"));
        http.cookieHandler()
                .ifPresent(cookies -> ((CookieManager) cookies).getCookieStore().removeAll());
        assertThat(send("chutich", stranger)).contains("Kế hoạch").doesNotContain("/lich-lam-viec");
    }

    private String get(String query) {
        return send("quantri", HttpRequest.newBuilder(page(query)));
    }

    private String post(String path, Map<String, String> entries) {
        var body = entries.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                "quantri",
                HttpRequest.newBuilder(page(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private URI page(String rest) {
        return URI.create("http://localhost:" + port + "/lich-lam-viec" + rest);
    }

    private String send(String login, HttpRequest.Builder request) {
        var credentials =
                Base64.getEncoder().encodeToString((login + ":" + Journey.PASSWORD).getBytes(StandardCharsets.UTF_8));
        try {
            return http.send(
                            request.header("Authorization", "Basic " + credentials)
                                    .header("Accept", "text/html")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
