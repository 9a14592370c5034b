package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.quietDraft;
import static vn.tiendo.testing.Samples.with;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/**
 * The tasks of two real plans lived through to the end. Numbers, kinds, leads and days in {@code years/<plan>-tasks.csv} are
 * theirs, every sentence is ours.
 */
@ProcessTest
class TaskYearsTest {

    private static final Path REAL = Path.of("../shared/plans");
    private static final Map<String, String> PEOPLE =
            Map.of("vanHoaXaHoi", "cbvhxh", "kinhTeHaTang", "cbktht", "vanPhong", "chanhvanphong");

    @Autowired
    Journey journey;

    private String plan;

    @ParameterizedTest
    @ValueSource(strings = {"thuy-nguyen", "hon-quan"})
    void theTablesAreThoseOfTheRealPlans(String name) throws IOException {
        var real = REAL.resolve(name + ".expected.json");
        assumeTrue(Files.exists(real));
        var tasks = new ObjectMapper().readTree(real.toFile()).get("tasks");
        assertThat(table(name).map(line -> line[0]))
                .containsExactlyElementsOf(StreamSupport.stream(tasks.spliterator(), false)
                        .map(task -> task.get("ref").asText())
                        .toList());
        var kinds = StreamSupport.stream(tasks.spliterator(), false)
                .map(task -> task.get("kind").asText())
                .toList();
        assertThat(table(name).map(line -> line[1].matches("TARGET|REQUEST") ? line[1] : "EXPLICIT"))
                .containsExactlyElementsOf(kinds);
    }

    @Test
    void thuyNguyen() {
        journey.beginsAt("2023-02-27T09:00");
        plan = journey.issued(with(quietDraft(List.of()), "tasks", tasks("thuy-nguyen")));

        assertThat(rows("select count(distinct task) from assignment")).containsExactly("24");
        assertThat(rows("select state || ' ' || count(*) from assignment group by state order by 1"))
                .containsExactly("GIVEN 16", "ONGOING 14");
        assertThat(rows("select unit from assignment where task = 13 order by 1"))
                .containsExactly("khuPho1", "khuPho2", "khuPho3", "khuPho4");
        assertThat(rows("select unit || ' ' || role from assignment_partner where task = 2 order by 1"))
                .containsExactly(
                        "khuPho1 COORDINATOR",
                        "khuPho2 COORDINATOR",
                        "khuPho3 COORDINATOR",
                        "khuPho4 COORDINATOR",
                        "kinhTeHaTang COORDINATOR",
                        "vanPhong CO_LEAD");
        assertThat(
                        rows(
                                "select unit || ' ' || role from assignment_partner where task = 16 and role = 'CO_LEAD' order by 1"))
                .as("three leads, one of them answers")
                .containsExactly("vanHoaXaHoi CO_LEAD", "vanPhong CO_LEAD");

        journey.does(
                "chanhvanphong",
                of(19, "vanPhong"),
                "answerAssignment",
                Map.of("verdict", "OBJECTED", "remark", "Không đúng chức năng"));
        journey.does(
                "chuyenvien",
                of(19, "vanPhong"),
                "decideObjection",
                Map.of("verdict", "MOVED", "remark", "Đúng chức năng của phòng", "unit", "kinhTeHaTang"));
        journey.does("cbvhxh", of(24, "vanHoaXaHoi"), "answerAssignment", Map.of("verdict", "ACCEPTED"));
        journey.until("2023-04-05T10:00");
        carriedOut(24, "vanHoaXaHoi", Map.of("result", "Đã ký cam kết", "explanation", "Chờ hai đơn vị"));
        for (var key : rows("select id from assignment where state = 'GIVEN' order by id")) {
            journey.does(person(key), key, "answerAssignment", Map.of("verdict", "ACCEPTED"));
        }
        journey.until("2023-11-20T09:00");
        for (var key : rows("select id from assignment where state = 'ACCEPTED' and task not in (3, 23) order by id")) {
            handedIn(key, Map.of("result", "Đã thực hiện"));
        }
        journey.until("2024-01-04T09:00");
        assertThat(journey.tries("cbvhxh", of(3, "vanHoaXaHoi"), "carryOutAssignment", Map.of("result", "Xong"))
                        .getBody())
                .containsEntry("message", "Nhiệm vụ đã quá hạn; hãy ghi giải trình việc hoàn thành chậm.");
        carriedOut(3, "vanHoaXaHoi", Map.of("result", "Đã thực hiện", "explanation", "Chờ kinh phí"));
        journey.does("cbvhxh", plan, "closePlan", Map.of("remark", "Chuyển sang năm 2024"));

        assertThat(journey.ended(plan)).isTrue();
        assertThat(rows("select status from plan")).containsExactly("ARCHIVED");
        assertThat(rows("select state || ' ' || count(*) from assignment group by state order by 1"))
                .containsExactly("DONE 15", "ONGOING 14", "UNFINISHED 1");
        assertThat(rows("select answerable from assignment where task = 19")).containsExactly("kinhTeHaTang");
        assertThat(
                        rows(
                                "select task::text from assignment where first_handed_in_at::date > last_day order by assignment.task"))
                .containsExactly("3", "24");
        assertThat(rows("select count(*) from stored_file where name = 'nhiem-vu.json'"))
                .containsExactly("1");
        assertThat(journey.mails())
                .contains(
                        "03/04 truongvhxh@phuong.mau.example Quá hạn 1 ngày làm việc: Việc mẫu 5.3 - Phòng Văn hóa - Xã hội",
                        "05/04 phochutich1@phuong.mau.example Quá hạn 3 ngày làm việc: Việc mẫu 5.3 - Phòng Văn hóa - Xã hội")
                .noneMatch(mail -> mail.contains("Việc mẫu 2.1"));
    }

    @Test
    void honQuan() {
        journey.beginsAt("2024-03-18T09:00");
        var yearly = new HashMap<String, Object>(Map.of(
                "name", "Báo cáo năm của đơn vị",
                "period", "ANNUAL",
                "operator", "PER_REGULATION",
                "reporters", List.of("cacPhong"),
                "figures",
                        List.of(Map.of(
                                "name", "Đơn vị thực hiện công khai",
                                "measure", "%",
                                "target", "100",
                                "gathering", "LAST"))));
        var draft = with(quietDraft(List.of(yearly)), "tasks", tasks("hon-quan"));
        draft.put(
                "recipients",
                List.of(
                        Map.of("text", "Cổng thông tin điện tử", "role", "PUBLISH"),
                        Map.of("text", "Lưu: VT", "role", "ARCHIVE")));
        plan = journey.issued(draft);
        assertThat(new String(journey.download("cbvhxh", "/cong-khai"), StandardCharsets.UTF_8))
                .contains("01/KH-UBND");

        assertThat(rows("select count(*) from plan_assignment where kind = 'TARGET'"))
                .containsExactly("6");
        assertThat(rows("select count(*) from assignment where task <= 6")).containsExactly("0");
        assertThat(rows("select count(*) from assignment where last_day is not null"))
                .containsExactly("0");
        assertThat(rows(
                        "select distinct unit from assignment a join plan_assignment t on (t.plan, t.position) = (a.plan, a.task)"
                                + " where t.kind = 'REQUEST' order by 1"))
                .containsExactly("cuuChienBinh", "dangUy", "mttq");

        var asked = of(24, "mttq");
        journey.does("mttq", asked, "answerAssignment", Map.of("verdict", "ACCEPTED"));
        journey.does("mttq", asked, "carryOutAssignment", Map.of("result", "Đã phối hợp"));
        journey.does(
                "chuyenvien",
                asked,
                "verifyResult",
                Map.of("verdict", "RETURNED", "remark", "Bổ sung số liệu", "newDay", "28/06/2024"));
        journey.until("2024-10-28T09:00");
        assertThat(journey.mails().stream().filter(mail -> mail.contains("Việc mẫu III.8.1")))
                .as("asked politely three times, nobody above it is told")
                .hasSize(3)
                .allMatch(mail -> mail.contains("nguoimttq"));
        assertThat(rows("select count(*) from deadline_decision")).containsExactly("0");
        journey.does("mttq", asked, "carryOutAssignment", Map.of("result", "Đã bổ sung"));
        journey.does("chuyenvien", asked, "verifyResult", approved());

        journey.call(
                HttpMethod.POST,
                "chuyenvien",
                "/api/plans/" + plan + "/duties/1/terms",
                Map.of("date", "16/12/2024", "cutOff", "30/11/2024"));
        journey.until("2024-12-02T09:00");
        for (var unit : List.of("vanHoaXaHoi", "kinhTeHaTang")) {
            var report = plan + "-K01-" + unit;
            journey.does(
                    PEOPLE.get(unit),
                    report,
                    "handInReport",
                    Map.of(
                            "content",
                            "Đã thực hiện",
                            "figures",
                            List.of(Map.of(
                                    "number",
                                    "1",
                                    "cumulative",
                                    "95",
                                    "source",
                                    "Sổ theo dõi",
                                    "cutOff",
                                    "30/11/2024"))));
            journey.does("chuyenvien", report, "acceptReport", approved());
        }
        var content = rows("select content from report_round where id = '" + plan + "-K01'")
                .get(0);
        assertThat(content).contains("Đơn vị thực hiện công khai", "95 %", "mục tiêu 100 %");
        journey.does("chuyenvien", plan + "-K01", "editConsolidation", Map.of("content", content));
        journey.does("phochutich1", plan + "-K01", "approveConsolidation", approved());
        journey.does("cbvhxh", plan, "closePlan", Map.of("remark", "Không có hạn trong kế hoạch"));

        assertThat(journey.ended(plan)).isTrue();
        assertThat(rows("select distinct state from assignment order by 1"))
                .containsExactly("DONE", "ONGOING", "UNFINISHED");
    }

    private void carriedOut(int task, String unit, Map<String, ?> result) {
        handedIn(of(task, unit), result);
    }

    private void handedIn(String key, Map<String, ?> result) {
        journey.does(person(key), key, "carryOutAssignment", result);
        journey.does("chuyenvien", key, "verifyResult", approved());
    }

    /** Of the unit that owes it now. */
    private String person(String key) {
        return PEOPLE.get(rows("select answerable from assignment where id = '" + key + "'")
                .get(0));
    }

    private String of(int task, String unit) {
        return "%s-N%02d-%s".formatted(plan, task, unit);
    }

    private List<String> rows(String sql) {
        return journey.database().sql(sql).query(String.class).list();
    }

    private static List<Map<String, Object>> tasks(String name) {
        return table(name)
                .map(line -> Map.<String, Object>of(
                        "text",
                        "Việc mẫu " + line[0],
                        "kind",
                        line[1],
                        "lead",
                        line[2],
                        "coLeads",
                        codes(line[3]),
                        "partners",
                        codes(line[4]),
                        "due",
                        line[5]))
                .toList();
    }

    private static List<String> codes(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(", "));
    }

    private static Stream<String[]> table(String name) {
        try (var in = TaskYearsTest.class.getResourceAsStream("/years/" + name + "-tasks.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*", -1))
                    .map(cells -> java.util.Arrays.copyOf(cells, 6))
                    .map(cells -> Stream.of(cells)
                            .map(cell -> cell == null ? "" : cell)
                            .toArray(String[]::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
