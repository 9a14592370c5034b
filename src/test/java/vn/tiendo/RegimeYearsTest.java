package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.approved;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.YearTable;

/**
 * Four regimes of reporting, each lived through its whole year; the fifth is {@link CaoXanhYearTest}.
 *
 * <p>What a plan demands is {@code years/<regime>.json} as its drafter typed it, what must follow {@code years/<regime>.csv};
 * here stands only what people do. Numbers, dates and kinds of units are those of real plans, every sentence is ours.
 */
@ProcessTest
class RegimeYearsTest {

    private static final Map<String, Object> DONE = Map.of("content", "Đã thực hiện");
    private static final Map<String, Object> NOTHING = Map.of("nil", true);
    private static final Map<String, Object> LATE = Map.of("content", "Đã thực hiện", "explanation", "Chờ số liệu");

    @Autowired
    Journey journey;

    private String plan;

    /** 19/3 and 14/5 are Sundays: still in time; the named Monday is late from midnight. */
    @Test
    void phoChau() {
        issued("pho-chau", "2023-03-14T09:00");
        handedOver(10);
        assertThat(page("/ke-hoach")).contains("8 chế độ báo cáo chưa có hạn");

        var registration = plan + "-K01";
        reports("2023-03-16T10:00", "khupho1", registration + "-khuPho1", DONE);
        handsIn("2023-03-19T20:00", "khupho2", registration + "-khuPho2", DONE);
        journey.until("2023-03-20T00:00");
        refusedAsLate("khupho3", registration + "-khuPho3", "19/03/2023");
        handsIn("2023-03-20T00:00", "khupho3", registration + "-khuPho3", LATE);
        accepts("2023-03-20T07:30", registration + "-khuPho2", registration + "-khuPho3");
        reports("2023-03-22T09:00", "khupho4", registration + "-khuPho4", LATE);
        assertThat(content(registration)).contains("Nộp muộn: Khu phố 3, Khu phố 4.");
        consolidates("2023-03-23T10:00", registration);
        approves("2023-03-27T10:00", "chutich", registration);

        var half = plan + "-K02";
        reports("2023-04-26T10:00", "khupho1", half + "-khuPho1", DONE);
        handsIn("2023-05-14T10:00", "khupho2", half + "-khuPho2", DONE);
        journey.until("2023-05-15T00:00");
        refusedAsLate("khupho3", half + "-khuPho3", "14/05/2023");
        handsIn("2023-05-15T00:00", "khupho3", half + "-khuPho3", LATE);
        accepts("2023-05-15T09:00", half + "-khuPho2", half + "-khuPho3");
        journey.until("2023-05-19T09:00");
        assertThat(content(half)).contains("Nộp muộn: Khu phố 3.", "Chưa có báo cáo: Khu phố 4.");
        reports("2023-05-19T14:00", "khupho4", half + "-khuPho4", LATE);
        consolidates("2023-05-22T10:00", half);
        approves("2023-05-23T10:00", "chutich", half);

        var year = plan + "-K03";
        for (var number : List.of("1", "2", "3")) {
            reports("2023-09-14T09:00", "khupho" + number, year + "-khuPho" + number, NOTHING);
        }
        reports("2023-09-20T09:00", "khupho4", year + "-khuPho4", DONE);
        consolidates("2023-09-21T09:00", year);
        approves("2023-09-22T09:00", "chutich", year);
        journey.until("2023-12-20T10:00");
        journey.does("cbvhxh", plan, "closePlan", Map.of());

        wentAs("pho-chau");
    }

    /** One duty, two terms; a department that is long overdue, a unit that asks for time, and MTTQ that is only asked. */
    @Test
    void thuyNguyen() {
        issued("thuy-nguyen", "2023-02-27T09:00");

        var task = plan + "-N02-vanHoaXaHoi";
        journey.until("2023-03-10T09:00");
        journey.does("cbvhxh", task, "answerAssignment", Map.of("verdict", "ACCEPTED"));
        journey.does("cbvhxh", task, "carryOutAssignment", Map.of("result", "Đã rà soát xong"));
        journey.does("chuyenvien", task, "verifyResult", Map.of("verdict", "APPROVED"));

        var first = plan + "-K01";
        reports("2023-05-24T09:00", "cbktht", first + "-kinhTeHaTang", DONE);
        journey.until("2023-05-31T09:00");
        assertThat(journey.call(
                                HttpMethod.POST,
                                "khupho1",
                                "/api/reports/" + first + "-khuPho1/extension",
                                Map.of("wanted", "09/06/2023", "reason", "Họp dân vào ngày 06/6"))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        journey.until("2023-05-31T15:00");
        journey.does("phochutich1", first + "-khuPho1-Q1", "decideExtension", Map.of("answer", "GRANTED"));
        handsIn("2023-06-04T23:59", "cbvhxh", first + "-vanHoaXaHoi", DONE);
        accepts("2023-06-05T09:00", first + "-vanHoaXaHoi");
        reports("2023-06-07T10:00", "khupho1", first + "-khuPho1", DONE);
        journey.until("2023-06-12T09:00");
        assertThat(content(first)).doesNotContain("Nộp muộn").contains("Chưa có báo cáo: Ủy ban MTTQ");
        consolidates("2023-06-12T09:00", first);
        approves("2023-06-13T09:00", "phochutich1", first);

        var second = plan + "-K02";
        reports("2023-11-20T09:00", "mttq", second + "-mttq", NOTHING);
        reports("2023-11-20T09:00", "khupho1", second + "-khuPho1", DONE);
        reports("2023-11-20T09:00", "truongvhxh", second + "-vanHoaXaHoi", DONE);
        journey.until("2023-12-07T10:00");
        journey.does("phochutich2", second + "-kinhTeHaTang-Q1", "decideOverdue", Map.of("answer", "REMINDED"));
        reports("2023-12-08T09:00", "cbktht", second + "-kinhTeHaTang", LATE);
        consolidates("2023-12-12T10:00", second);
        approves("2023-12-15T09:00", "phochutich1", second);
        journey.does("cbvhxh", plan, "closePlan", Map.of());

        wentAs("thuy-nguyen");
    }

    /** No date at all: every duty is seen as "chưa có hạn" until one gets its day. */
    @Test
    void honQuan() {
        issued("hon-quan", "2024-03-18T09:00");
        handedOver(8);
        assertThat(page("/ke-hoach")).contains("3 chế độ báo cáo chưa có hạn");
        assertThat(journey.waitsAt(plan)).containsExactly("closePlan");

        journey.until("2024-06-03T09:00");
        dated("chuyenvien", "3/terms", Map.of("label", "tháng 6", "date", "28/06/2024"));
        assertThat(page("/ke-hoach")).contains("2 chế độ báo cáo chưa có hạn");
        var dialogue = plan + "-K01";
        reports("2024-06-17T09:00", "khupho3", dialogue + "-khuPho3", DONE);
        reports("2024-06-24T09:00", "danguy", dialogue + "-dangUy", NOTHING);
        consolidates("2024-06-24T10:00", dialogue);
        approves("2024-06-25T10:00", "phochutich1", dialogue);
        assertThat(journey.waitsAt(plan)).as("more may be dated").containsExactly("closePlan");

        journey.until("2024-10-28T09:00");
        dated("cbvhxh", "2/terms", Map.of("date", "10/12/2024"));
        dated("cbvhxh", "1/terms", Map.of("date", "15/12/2024"));
        var ofUnits = plan + "-K02";
        var ofDepartment = plan + "-K03";
        reports("2024-12-02T09:00", "khupho3", ofUnits + "-khuPho3", DONE);
        reports("2024-12-12T09:00", "cbvhxh", ofUnits + "-vanHoaXaHoi", LATE);
        consolidates("2024-12-12T10:00", ofUnits);
        approves("2024-12-13T10:00", "phochutich1", ofUnits);
        handsIn("2024-12-15T22:00", "cbvhxh", ofDepartment + "-vanHoaXaHoi", DONE);
        accepts("2024-12-16T09:00", ofDepartment + "-vanHoaXaHoi");
        consolidates("2024-12-16T10:00", ofDepartment);
        approves("2024-12-17T09:00", "phochutich1", ofDepartment);
        journey.until("2024-12-30T10:00");
        journey.does("cbvhxh", plan, "closePlan", Map.of());

        wentAs("hon-quan");
    }

    /** Quarters, halves and the year get their dates one after the other, and a leader asks something in between. */
    @Test
    void quan10() {
        issued("quan-10", "2024-02-26T09:00");
        assertThat(page("/ke-hoach")).contains("4 chế độ báo cáo chưa có hạn");

        journey.until("2024-03-04T10:00");
        dated(
                "chuyenvien",
                "1/terms?term=1",
                Map.of("date", "20/03/2024", "officeDate", "25/03/2024", "superiorDate", "29/03/2024"));
        reports("2024-03-08T09:00", "khupho2", plan + "-K01-khuPho2", DONE);
        reports("2024-03-21T10:00", "truongktht", plan + "-K01-kinhTeHaTang", LATE);
        consolidates("2024-03-21T11:00", plan + "-K01");
        approves("2024-03-25T09:00", "phochutich1", plan + "-K01");

        journey.until("2024-06-03T10:00");
        dated("chuyenvien", "1/terms?term=2", Map.of("date", "20/06/2024"));
        dated("chuyenvien", "2/terms", Map.of("date", "20/06/2024"));
        for (var round : List.of(plan + "-K02", plan + "-K03")) {
            bothReport("2024-06-07T09:00", round);
        }
        sentUp("2024-06-10T09:00", "2024-06-11T09:00", plan + "-K02", plan + "-K03");

        journey.until("2024-07-15T10:00");
        asked();
        handsIn("2024-07-22T16:00", "khupho2", plan + "-K04-khuPho2", DONE);
        handsIn("2024-07-24T09:00", "mttq", plan + "-K04-mttq", Map.of("content", "Đã thực hiện"));
        accepts("2024-07-24T10:00", plan + "-K04-khuPho2", plan + "-K04-mttq");
        assertThat(content(plan + "-K04")).contains("Nộp muộn: Ủy ban MTTQ Việt Nam phường.");
        sentUp("2024-07-24T11:00", "2024-07-25T09:00", plan + "-K04");

        journey.until("2024-08-26T10:00");
        dated("chuyenvien", "1/terms?term=3", Map.of("date", "30/09/2024"));
        dated("chuyenvien", "3/terms", Map.of("date", "30/09/2024"));
        bothReport("2024-09-11T09:00", plan + "-K05");
        reports("2024-09-11T10:00", "cbktht", plan + "-K06-kinhTeHaTang", DONE);
        sentUp("2024-09-12T09:00", "2024-09-13T09:00", plan + "-K05", plan + "-K06");

        journey.until("2024-11-04T10:00");
        dated("chuyenvien", "1/terms?term=4", Map.of("date", "13/12/2024"));
        dated("chuyenvien", "4/terms", Map.of("date", "20/12/2024"));
        bothReport("2024-11-25T09:00", plan + "-K07");
        sentUp("2024-11-26T09:00", "2024-11-27T09:00", plan + "-K07");
        bothReport("2024-12-02T09:00", plan + "-K08");
        sentUp("2024-12-03T09:00", "2024-12-04T09:00", plan + "-K08");
        journey.until("2024-12-30T10:00");
        journey.does("cbvhxh", plan, "closePlan", Map.of());

        wentAs("quan-10");
    }

    // What people do
    // -------------------------------------------------------------------------------------------------

    private void issued(String regime, String moment) {
        journey.beginsAt(moment);
        var typed = YearTable.plan(regime);
        plan = journey.issued(typed.get("proposal"), typed.get("draft"));
    }

    private void handedOver(int... recipients) {
        for (var recipient : recipients) {
            journey.does(
                    "vanthu",
                    "%s-N%02d".formatted(plan, recipient),
                    "deliverByHand",
                    Map.of("verdict", "HANDED", "note", "Giao tại trụ sở"));
        }
    }

    private void dated(String login, String duty, Map<String, Object> term) {
        var answer = journey.call(HttpMethod.POST, login, "/api/plans/" + plan + "/duties/" + duty, term);
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(204);
        journey.settle();
    }

    private void asked() {
        var answer = journey.call(
                HttpMethod.POST,
                "phochutich1",
                "/api/work/start/adHocReport",
                Map.of(
                        "plan", plan,
                        "name", "Tình hình kiến nghị của cử tri",
                        "question", "Số kiến nghị đã trả lời",
                        "date", "22/07/2024",
                        "time", "16h30",
                        "units", List.of("khuPho2", "mttq")));
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
        journey.settle();
    }

    private void refusedAsLate(String login, String report, String lastDay) {
        assertThat(journey.tries(login, report, "handInReport", DONE).getBody())
                .containsEntry("message", "Báo cáo nộp sau hạn " + lastDay + "; hãy ghi giải trình.");
    }

    private void handsIn(String moment, String login, String report, Map<String, Object> content) {
        journey.until(moment);
        journey.does(login, report, "handInReport", content);
    }

    private void accepts(String moment, String... reports) {
        journey.until(moment);
        for (var report : reports) {
            journey.does("chuyenvien", report, "acceptReport", approved());
        }
    }

    private void reports(String moment, String login, String report, Map<String, Object> content) {
        handsIn(moment, login, report, content);
        accepts(moment, report);
    }

    private void bothReport(String moment, String round) {
        reports(moment, "khupho2", round + "-khuPho2", DONE);
        reports(moment, "cbktht", round + "-kinhTeHaTang", DONE);
    }

    private void consolidates(String moment, String round) {
        journey.until(moment);
        journey.does("chuyenvien", round, "editConsolidation", Map.of("content", content(round)));
    }

    private void approves(String moment, String signer, String round) {
        journey.until(moment);
        journey.does(signer, round, "approveConsolidation", approved());
        assertThat(journey.ended(round)).isTrue();
    }

    private void sentUp(String consolidated, String approved, String... rounds) {
        for (var round : rounds) {
            consolidates(consolidated, round);
        }
        for (var round : rounds) {
            approves(approved, "phochutich1", round);
        }
    }

    // What came of it
    // ------------------------------------------------------------------------------------------------

    private void wentAs(String regime) {
        assertThat(journey.ended(plan)).isTrue();
        assertThat(journey.course(plan)).containsExactlyInAnyOrderElementsOf(YearTable.of(regime, plan));
    }

    private String content(String round) {
        return journey.database()
                .sql("select content from report_round where id = ?")
                .param(round)
                .query(String.class)
                .single();
    }

    private String page(String path) {
        return new String(journey.download("chuyenvien", path), StandardCharsets.UTF_8);
    }
}
