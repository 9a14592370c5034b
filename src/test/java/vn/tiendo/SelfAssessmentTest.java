package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.duty;
import static vn.tiendo.testing.Samples.proposal;
import static vn.tiendo.testing.Samples.quietDraft;
import static vn.tiendo.testing.Samples.returned;
import static vn.tiendo.testing.Samples.with;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import vn.tiendo.directory.Directory;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;
import vn.tiendo.testing.Visitor;

/** A unit scores itself, the office verifies, the table rates, the signer confirms, the unit reads it. */
@ProcessTest
class SelfAssessmentTest {

    /** The eleven criteria of the sample scheme; 4 points, 3 points and so on. */
    private static final List<String> MOST = List.of("4", "3", "3", "15", "12", "12", "12", "10", "12", "7", "10");

    @Autowired
    Journey journey;

    @Autowired
    Directory directory;

    @Autowired
    DecisionService decisions;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService jobs;

    @Autowired
    ObjectMapper json;

    @LocalServerPort
    int port;

    private String plan;
    private String assessment;

    @BeforeEach
    void anIssuedPlanWhoseUnitsScoreThemselves() {
        plan = journey.after("2023-02-10T09:00", this, () -> {
            plan = issued();
            journey.until("2023-12-01T09:00");
            assertThat(open("chuyenvien", opening(List.of("khuPho1", "vanHoaXaHoi")))
                            .getBody())
                    .containsEntry("message", "Đã giao 2 đơn vị tự chấm điểm.");
            return plan;
        });
        assessment = plan + "-T-khuPho1";
    }

    @Test
    void anAdministratorMakesAYearsSchemeAndLeavesThoseInUse() {
        try {
            assertThat(keeps(SCHEME)).contains("Đã ghi: Bộ mẫu 2028.", "12,5 điểm, 2 tiêu chí", "đang dùng");
            assertThat(criteria())
                    .containsExactly(
                            "1 A. Lãnh đạo: Có kế hoạch 10 true false", "2 A. Lãnh đạo: Có báo cáo 2.5 false true");
            assertThat(keeps(SCHEME)).contains("Mã TC-2028 đã dùng cho bộ tiêu chí khác");

            var edited = SCHEME.replace("isNew=true", "isNew=false");
            assertThat(keeps(edited.replace("year=2028", "year=28"))).contains("“28” không phải là năm");
            assertThat(keeps(edited.replace("points=2,5", "points=0")))
                    .contains("Tiêu chí 2: Điểm tối đa phải lớn hơn 0");
            assertThat(keeps(edited.replaceAll("lines\\[.*", ""))).contains("Chưa có tiêu chí nào");
            assertThat(criteria()).hasSize(2);
            assertThat(keeps(edited.replace("points=2,5", "points=5"))).contains("15 điểm, 2 tiêu chí");
            assertThat(keeps(edited.replace("TC-2028", "MAU-2023"))).contains("hãy lập bộ mới theo bộ này.");
            journey.database()
                    .sql(
                            "insert into reporting_duty (plan, position, name, period, operator, reporters, scheme) values (?, 9, 'Tự chấm điểm', 'ONCE', 'BY', '{khuPho1}', 'TC-2028')")
                    .param(plan)
                    .update();
            assertThat(keeps(edited.replace("year=2028", "year=2029")))
                    .contains("Chế độ báo cáo của 01/KH-UBND dùng bộ này nên không đổi năm được");
            assertThat(keeps(edited)).contains("12,5 điểm");
            journey.database()
                    .sql("delete from reporting_duty where scheme = 'TC-2028'")
                    .update();
            assertThat(keeps(edited.replace("year=2028", "year=2029"))).contains("12,5 điểm");
            assertThat(posts("/tieu-chi/dung", "code=TC-2028&valid=false")).contains("thôi dùng");
        } finally {
            journey.database()
                    .sql("delete from criterion where scheme like 'TC-%'")
                    .update();
            journey.database()
                    .sql("delete from scoring_scheme where code like 'TC-%'")
                    .update();
        }
    }

    private static final String SCHEME =
            "isNew=true&code=TC-2028&year=2028&adjustmentLimit=3&name=Bộ mẫu 2028&source=Dữ liệu mẫu"
                    + "&lines[0].group=A. Lãnh đạo&lines[0].text=Có kế hoạch&lines[0].points=10&lines[0].evidence=on"
                    + "&lines[1].group=&lines[1].text=Có báo cáo&lines[1].points=2,5&lines[1].knockOut=on&lines[2].text=&lines[2].points=";

    private List<String> criteria() {
        return journey.database()
                .sql(
                        "select concat_ws(' ', number, group_name || ':', text, points, evidence::text, knock_out::text) from criterion where scheme = 'TC-2028' order by number")
                .query(String.class)
                .list();
    }

    /** @return the page that follows */
    private String keeps(String scheme) {
        return posts("/tieu-chi/bo", scheme);
    }

    private String posts(String path, String form) {
        var administrator = new Visitor(port, "quantri").keepsCookies();
        var answer = administrator.send("POST", path, "application/x-www-form-urlencoded; charset=UTF-8", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return administrator.reads(
                answer.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]*", ""));
    }

    @Test
    void fromTheUnitsOwnScoreToTheMailWithItsRating() {
        var file = Map.of(
                "id",
                journey.upload("khupho1", "bien-ban.txt", "Biên bản".getBytes(StandardCharsets.UTF_8))
                        .getBody()
                        .get("id"));
        var own = scores(MOST);
        own.set(3, line(4, "15", "Đã công khai", List.of(file)));
        journey.does("khupho1", assessment, "scoreOneself", Map.of("scores", own));

        var seen = journey.call(HttpMethod.GET, "chuyenvien", "/api/assessments/" + assessment, null)
                .getBody();
        assertThat(seen).containsEntry("selfPoints", "100").containsEntry("unitName", "Khu phố 1");
        assertThat(seen.toString()).contains("bien-ban.txt");
        assertThat(journey.download("khupho1", "/api/files/" + file.get("id"))).hasSizeGreaterThan(5);

        var verified = verified("4", "3", "3", "9,5", "12", "12", "12", "10", "12", "7", "10");
        verified.put("bonus", "1,5");
        verified.put("penalty", "1");
        verified.put("adjustment", "Có mô hình mới, một báo cáo chậm");
        journey.does("chuyenvien", assessment, "verifyScore", verified);
        assertThat(row("rating")).isEqualTo("EXCELLENT");
        // until the signer has confirmed it the unit reads its own score only
        assertThat(journey.call(HttpMethod.GET, "khupho1", "/api/assessments/" + assessment, null)
                        .getBody())
                .containsEntry("points", null)
                .containsEntry("ratingText", null);
        assertThat(page("khupho1")).contains(">100<").doesNotContain(">95<", "Khu phố 2", "Hoàn thành xuất sắc");

        journey.does("phochutich1", assessment, "confirmRating", approved());

        assertThat(journey.ended(assessment)).isTrue();
        assertThat(ratingMails())
                .containsExactly(
                        "01/12 khupho1@phuong.mau.example Kết quả chấm điểm năm 2023: Hoàn thành xuất sắc - Khu phố 1");
        assertThat(page("khupho1"))
                .contains(">95<", "Hoàn thành xuất sắc", "Đã gửi kết quả")
                .doesNotContain("Phòng Văn hóa - Xã hội</td>");
        assertThat(page("chutich")).contains(">95<", "Phòng Văn hóa - Xã hội</td>", "Chờ đơn vị tự chấm");
    }

    @Test
    void aDutyOfThePlanOpensByItselfAndThePlanEndsAfterTheLastRating() throws IOException {
        var scoring = new HashMap<String, Object>(duty("Tự chấm điểm", "ONCE", "01/11/2024", List.of("cacKhuPho")));
        scoring.put("scheme", "MAU-2023");
        journey.beginsAt("2024-02-15T09:00");
        var proposal = with(proposal(), "proposalDate", "14/02/2024");
        var draft = with(quietDraft(List.of(scoring)), "year", "2024");
        plan = (String) journey.propose("cbvhxh", proposal).getBody().get("businessKey");
        assertThat(journey.tries("cbvhxh", plan, "draftPlan", draft).getBody())
                .containsEntry("field", "duties[0].scheme")
                .containsEntry(
                        "message",
                        "Bộ tiêu chí này của năm 2023, còn kế hoạch của năm 2024; hãy chọn bộ tiêu chí cùng năm.");
        journey.beginsAt("2023-02-15T09:00");
        plan = journey.issued(quietDraft(List.of(with(scoring, "terms", List.of(Map.of("date", "01/11/2023"))))));

        assertThat(journey.waitsAt(plan)).containsExactly("closePlan");
        assertThat(page("chutich")).contains("Đơn vị tự chấm điểm theo Bộ tiêu chí mẫu năm 2023");
        assertThat(journey.tries("cbvhxh", plan, "closePlan", Map.of()).getBody())
                .containsEntry(
                        "message",
                        "Còn đơn vị chưa có kết quả tự chấm điểm; hãy kết thúc kế hoạch sau khi đã gửi kết quả xếp loại.");
        journey.until("2023-10-10T18:00");
        assertThat(journey.waitsAt(plan + "-T-khuPho1")).isEmpty();

        journey.until("2023-10-11T09:00");
        assertThat(journey.waitsAt(plan + "-T-khuPho1")).containsExactly("scoreOneself");
        assertThat(journey.database()
                        .sql("select unit || ' ' || last_day from assessment where plan = ? order by unit")
                        .param(plan)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "khuPho1 2023-10-31", "khuPho2 2023-10-31", "khuPho3 2023-10-31", "khuPho4 2023-10-31");
        assertThat(journey.mails()).contains("11/10 truongkhupho1@phuong.mau.example Giao tự chấm điểm năm 2023");

        for (var unit : List.of("khuPho1", "khuPho2", "khuPho3", "khuPho4")) {
            assessment = plan + "-T-" + unit;
            var file = journey.upload(
                            unit.toLowerCase(Locale.ROOT), unit + ".txt", unit.getBytes(StandardCharsets.UTF_8))
                    .getBody();
            var own = scores(MOST);
            own.set(3, line(4, "15", "Đã công khai", List.of(Map.of("id", file.get("id")))));
            journey.does(unit.toLowerCase(Locale.ROOT), assessment, "scoreOneself", Map.of("scores", own));
            journey.does("chuyenvien", assessment, "verifyScore", verified(MOST.toArray(String[]::new)));
            journey.does("phochutich1", assessment, "confirmRating", approved());
        }
        journey.does("cbvhxh", plan, "closePlan", Map.of());
        assertThat(journey.ended(plan)).isTrue();
        theArchiveHoldsTheScores();
    }

    private void theArchiveHoldsTheScores() throws IOException {
        var entries = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(
                new ByteArrayInputStream(journey.download("cbvhxh", "/api/plans/" + plan + "/archive.zip")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName().replaceFirst("^tai-lieu/[0-9a-f-]{36}-", ""), zip.readAllBytes());
            }
        }
        assertThat(entries).containsKeys("khuPho1.txt", "khuPho4.txt", "du-lieu/tu-cham-diem.json");
        var sheets = json.readTree(entries.get("du-lieu/tu-cham-diem.json"));
        assertThat(sheets).hasSize(4);
        var first = sheets.get(0);
        assertThat(first.at("/assessment/unit").asText()).isEqualTo("khuPho1");
        assertThat(first.at("/assessment/rating").asText()).isEqualTo("EXCELLENT");
        assertThat(first.at("/assessment/scoredBy").asText()).isEqualTo("khupho1");
        assertThat(first.at("/decided/verifiedBy").asText()).isEqualTo("chuyenvien");
        assertThat(first.at("/decided/confirmedBy").asText()).isEqualTo("phochutich1");
        assertThat(first.at("/decided/confirmedAt").isNull()).isFalse();
        assertThat(first.at("/scores")).hasSize(11);
        assertThat(first.at("/scores/3/selfScore").decimalValue()).isEqualByComparingTo("15");
        assertThat(first.at("/scores/3/verifiedScore").decimalValue()).isEqualByComparingTo("15");
        assertThat(first.at("/scores/3/evidence").asText()).isEqualTo("Đã công khai");
        assertThat(first.at("/files/0/name").asText()).isEqualTo("khuPho1.txt");
        assertThat(first.at("/files/0/sha256").asText()).isEqualTo(StoredFiles.sha256(entries.get("khuPho1.txt")));
    }

    @Test
    void theOfficeReturnsAndTheUnitScoresAgain() {
        journey.does("khupho1", assessment, "scoreOneself", Map.of("scores", scores(MOST)));
        journey.until("2023-12-19T09:00");
        journey.does("chuyenvien", assessment, "verifyScore", returned("Tiêu chí 5 thiếu biên bản"));

        assertThat(journey.waitsAt(assessment)).containsExactly("scoreOneself");
        assertThat(row("last_day")).isEqualTo("2023-12-22");
        assertThat(journey.call(HttpMethod.GET, "khupho1", "/api/assessments/" + assessment, null)
                        .getBody()
                        .toString())
                .contains("Tiêu chí 5 thiếu biên bản", "due=22/12/2023");

        // it has scored itself once, so running out of time is no knock-out
        journey.until("2023-12-28T09:00");
        assertThat(journey.waitsAt(assessment)).containsExactly("verifyScore");
        journey.does("chuyenvien", assessment, "verifyScore", verified(MOST.toArray(String[]::new)));
        assertThat(row("rating")).isEqualTo("EXCELLENT");
    }

    @Test
    void theSignerReturnsToTheOffice() {
        journey.does("khupho1", assessment, "scoreOneself", Map.of("scores", scores(MOST)));
        journey.does("chuyenvien", assessment, "verifyScore", verified(MOST.toArray(String[]::new)));
        journey.does("phochutich1", assessment, "confirmRating", returned("Xem lại tiêu chí 10"));
        assertThat(journey.waitsAt(assessment)).containsExactly("verifyScore");

        journey.does(
                "chanhvanphong",
                assessment,
                "verifyScore",
                verified("4", "3", "3", "15", "12", "12", "12", "10", "12", "0", "10"));
        journey.does("phochutich1", assessment, "confirmRating", approved());

        assertThat(ratingMails())
                .containsExactly("01/12 khupho1@phuong.mau.example Kết quả chấm điểm năm 2023: Hoàn thành - Khu phố 1");
        assertThat(journey.passed(assessment)).filteredOn("rate"::equals).hasSize(2);
    }

    @Test
    void aUnitThatNeverScoresItselfIsRemindedAndThenKnockedOut() {
        journey.until("2023-12-20T08:00");

        assertThat(journey.waitsAt(assessment)).containsExactly("verifyScore");
        assertThat(journey.mails().stream()
                        .filter(mail -> mail.contains("khupho1@") || mail.contains("chanhvanphong@")))
                .containsExactly(
                        "04/12 truongkhupho1@phuong.mau.example Giao tự chấm điểm năm 2023",
                        "15/12 truongkhupho1@phuong.mau.example Quá hạn: Đơn vị tự chấm điểm - hồ sơ " + plan,
                        "19/12 chanhvanphong@phuong.mau.example Cấp dưới quá hạn: Đơn vị tự chấm điểm - hồ sơ " + plan,
                        // the other unit's head
                        "19/12 chanhvanphong@phuong.mau.example Cấp dưới quá hạn: Đơn vị tự chấm điểm - hồ sơ " + plan);
        journey.does("chuyenvien", assessment, "verifyScore", verified(MOST.toArray(String[]::new)));
        journey.does("phochutich1", assessment, "confirmRating", approved());

        assertThat(row("rating")).isEqualTo("NOT_COMPLETED");
        assertThat(journey.database()
                        .sql("select body_text from outgoing_mail where dedup_key like 'rating/%'")
                        .query(String.class)
                        .single())
                .contains("Khu phố 1 đạt 100 điểm", "Đơn vị không tự chấm điểm trong thời hạn.");
    }

    @Test
    void theOfficeAndTheSignerAreRemindedToo() {
        journey.does("khupho1", assessment, "scoreOneself", Map.of("scores", scores(MOST)));
        journey.until("2023-12-08T18:00");
        journey.does("chuyenvien", assessment, "verifyScore", verified(MOST.toArray(String[]::new)));
        journey.until("2023-12-19T18:00");

        assertThat(journey.mails())
                .contains(
                        "08/12 chuyenvien@phuong.mau.example Quá hạn: Văn phòng thẩm định điểm - hồ sơ " + plan,
                        "15/12 phochutich1@phuong.mau.example Quá hạn: Xác nhận xếp loại - hồ sơ " + plan,
                        "19/12 chutich@phuong.mau.example Cấp dưới quá hạn: Xác nhận xếp loại - hồ sơ " + plan);
    }

    @ParameterizedTest
    @CsvSource({
        "95, false, false, false, EXCELLENT",
        "103, false, false, false, EXCELLENT",
        "94.99, false, false, false, GOOD",
        "85, false, false, false, GOOD",
        "84.99, false, false, false, COMPLETED",
        "75, false, false, false, COMPLETED",
        "74.99, false, false, false, NOT_COMPLETED",
        "0, false, false, false, NOT_COMPLETED",
        "95, true, false, false, COMPLETED",
        "85, true, false, false, COMPLETED",
        "74, true, false, false, NOT_COMPLETED",
        "100, false, true, false, NOT_COMPLETED",
        "100, false, false, true, COMPLETED",
        "75, false, false, true, COMPLETED",
        "74.99, false, false, true, NOT_COMPLETED",
        "100, false, true, true, NOT_COMPLETED"
    })
    void theBandsByExample(double points, boolean atZero, boolean knockedOut, boolean disciplined, String rating) {
        var answer = decisions
                .evaluateDecisionTableByKey("rating")
                .variables(Map.of(
                        "year", 2023,
                        "points", points,
                        "atZero", atZero,
                        "knockedOut", knockedOut,
                        "disciplined", disciplined))
                .evaluate();
        assertThat(answer.<String>getSingleEntry()).isEqualTo(rating);
    }

    @Test
    void nothingInAKnockOutCriterionOrADisciplinedLeaderPullTheRatingDown() {
        journey.does("khupho1", assessment, "scoreOneself", Map.of("scores", scores(MOST)));
        journey.does(
                "chuyenvien",
                assessment,
                "verifyScore",
                verified("4", "3", "3", "15", "12", "12", "12", "10", "12", "7", "0"));
        assertThat(row("rating")).isEqualTo("NOT_COMPLETED");

        journey.does("phochutich1", assessment, "confirmRating", returned("Không phải vi phạm của đơn vị"));
        journey.does(
                "chuyenvien",
                assessment,
                "verifyScore",
                with(verified(MOST.toArray(String[]::new)), "disciplined", true));
        assertThat(row("rating")).isEqualTo("COMPLETED");
    }

    @Test
    void anAdministratorsNewerTableRatesFromThenOn() throws IOException {
        journey.does("khupho1", assessment, "scoreOneself", Map.of("scores", scores(MOST)));
        var changed = Files.readString(Path.of("bpmn/rating.dmn")).replace("&gt;= 95", "&gt;= 99");
        var deployment = repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString("rating.dmn", changed)
                .deploy();
        try {
            journey.does(
                    "chuyenvien",
                    assessment,
                    "verifyScore",
                    verified("4", "3", "3", "13", "12", "12", "12", "10", "12", "7", "10"));
            assertThat(row("rating")).isEqualTo("GOOD");
        } finally {
            repository.deleteDeployment(deployment.getId());
        }
    }

    @Test
    void anAnswerThatIsNoRatingWaitsForTheAdministratorAndNotForTheOffice() throws IOException {
        journey.does("khupho1", assessment, "scoreOneself", Map.of("scores", scores(MOST)));
        var deployment = repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString(
                        "rating.dmn",
                        Files.readString(Path.of("bpmn/rating.dmn")).replace("EXCELLENT\"<", "TUYET VOI\"<"))
                .deploy();
        try {
            assertThat(journey.tries("chuyenvien", assessment, "verifyScore", verified(MOST.toArray(String[]::new)))
                            .getStatusCode()
                            .value())
                    .isEqualTo(200);
            var job = jobs.createJobQuery().executable().singleResult();
            assertThatThrownBy(() -> jobs.executeJob(job.getId())).hasMessageContaining("TUYET VOI");
        } finally {
            repository.deleteDeployment(deployment.getId());
        }
        jobs.createJobQuery().list().stream()
                .filter(job -> job.getExceptionMessage() != null)
                .forEach(job -> jobs.executeJob(job.getId()));
        assertThat(journey.waitsAt(assessment)).containsExactly("confirmRating");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0| 4,5| scores[0].score| Tiêu chí 1 có tối đa 4 điểm, không thể chấm 4,5 điểm.",
                "1| 2.5| scores[1].score| “Điểm tự chấm” không phải là số (2.5); hãy viết như 1.234,5: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân.",
                "1| -1| scores[1].score| “Điểm tự chấm” không phải là số (-1); hãy viết như 1.234,5: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân.",
                "2| ''| scores[2].score| Hãy nhập “Điểm tự chấm”."
            })
    void aScoreThatCannotBeIsRefusedWithASentence(int at, String score, String field, String sentence) {
        var own = scores(MOST);
        own.set(at, line(at + 1, score, "Có", List.of()));

        refused(journey.tries("khupho1", assessment, "scoreOneself", Map.of("scores", own)), field, sentence);
        assertThat(journey.waitsAt(assessment)).containsExactly("scoreOneself");
        assertThat(row("state")).isEqualTo("ASKED");
    }

    @Test
    void whatTheFormDoesNotOfferIsRefused() {
        var unknown = "Nội dung gửi lên không đọc được; hãy tải lại trang và nhập lại.";
        refused(journey.tries("khupho1", assessment, "scoreOneself", Map.of()), null, unknown);
        var ofOthers = scores(MOST);
        ofOthers.set(10, line(12, "10", "Có", List.of()));
        refused(journey.tries("khupho1", assessment, "scoreOneself", Map.of("scores", ofOthers)), null, unknown);
        var without = scores(MOST);
        without.set(0, line(1, "4", "", List.of()));
        refused(
                journey.tries("khupho1", assessment, "scoreOneself", Map.of("scores", without)),
                "scores[0].evidence",
                "Tiêu chí 1 phải có căn cứ: hãy ghi căn cứ hoặc đính kèm tệp.");
        var foreign = journey.upload("khupho2", "cua-nguoi-khac.txt", "x y z".getBytes(StandardCharsets.UTF_8));
        var withForeign = scores(MOST);
        withForeign.set(
                0, line(1, "4", "", List.of(Map.of("id", foreign.getBody().get("id")))));
        refused(
                journey.tries("khupho1", assessment, "scoreOneself", Map.of("scores", withForeign)),
                "files",
                "Có tệp không phải do bạn tải lên hoặc đã thuộc hồ sơ khác; hãy tải tệp lên lại.");

        journey.does("khupho1", assessment, "scoreOneself", Map.of("scores", scores(MOST)));
        var most = verified(MOST.toArray(String[]::new));
        refusedVerification(
                with(with(most, "bonus", "3,01"), "adjustment", "x"),
                "bonus",
                "Điểm thưởng và điểm trừ mỗi loại tối đa 3, không thể nhập 3,01.");
        refusedVerification(
                with(with(most, "penalty", "4"), "adjustment", "x"),
                "penalty",
                "Điểm thưởng và điểm trừ mỗi loại tối đa 3, không thể nhập 4.");
        refusedVerification(with(most, "penalty", "3"), "adjustment", "Hãy nhập “Lý do thưởng, trừ”.");
        refusedVerification(with(most, "verdict", "PASSED"), "verdict", "Hãy chọn một trong các nút ở cuối biểu mẫu.");
        refusedVerification(with(most, "disciplined", null), "disciplined", "Hãy chọn một dòng trong danh sách.");
        var silent = verified("3", "3", "3", "15", "12", "12", "12", "10", "12", "7", "10");
        silent.put("scores", scores(List.of("3", "3", "3", "15", "12", "12", "12", "10", "12", "7", "10")));
        refusedVerification(
                silent, "scores[0].remark", "Điểm thẩm định của tiêu chí 1 khác điểm tự chấm; hãy ghi lý do.");
        journey.does(
                "chuyenvien", assessment, "verifyScore", with(with(most, "bonus", "3"), "adjustment", "Mô hình mới"));
        assertThat(row("bonus")).isEqualTo("3");
    }

    @Test
    void everybodyDoesOnlyHisOwnPart() {
        assertThat(journey.tries("khupho2", assessment, "scoreOneself", Map.of("scores", scores(MOST)))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(journey.call(HttpMethod.GET, "khupho2", "/api/assessments/" + assessment, null)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        journey.does("khupho1", assessment, "scoreOneself", Map.of("scores", scores(MOST)));
        var most = verified(MOST.toArray(String[]::new));
        refused(
                journey.tries("khupho1", assessment, "verifyScore", most),
                null,
                "Không có việc này hoặc bạn không được giao việc này.");

        journey.database()
                .sql("update official set unit = 'khuPho1' where login = 'chuyenvien'")
                .update();
        directory.forget();
        try {
            refusedVerification(
                    most,
                    null,
                    "Bạn thuộc đơn vị này hoặc là người đã tự chấm nên không được thẩm định điểm; hãy để người khác của Văn phòng làm.");
        } finally {
            journey.database()
                    .sql("update official set unit = 'vanPhong' where login = 'chuyenvien'")
                    .update();
            directory.forget();
        }
        journey.does("chuyenvien", assessment, "verifyScore", most);
        refused(
                journey.tries("chutich", assessment, "confirmRating", approved()),
                null,
                "Không có việc này hoặc bạn không được giao việc này.");
    }

    @Test
    void onlyOfficeAndLeadersAskUnitsOnceForAPlanOfTheSchemesYear() {
        refused(
                open("cbvhxh", opening(List.of("khuPho2"))),
                null,
                "Chỉ Văn phòng và lãnh đạo UBND được giao đơn vị tự chấm điểm.");
        refused(
                open("chuyenvien", opening(List.of("khuPho2", "khuPho1"))),
                "units",
                "Khu phố 1 đã được giao tự chấm điểm theo kế hoạch này; hãy bỏ đơn vị đó khỏi danh sách.");
        // all or none
        assertThat(journey.waitsAt(plan + "-T-khuPho2")).isEmpty();
        refused(
                open("chuyenvien", opening(List.of())),
                "units",
                "Chưa có đơn vị tự chấm điểm; hãy chọn ít nhất một đơn vị.");
        refused(
                open("chuyenvien", opening(List.of("vanPhong"))),
                "units",
                "Văn phòng HĐND và UBND phường không thuộc diện UBND chấm điểm; hãy chọn phòng chuyên môn, khu phố hoặc thôn.");
        refused(
                open("chuyenvien", with(opening(List.of("khuPho2")), "scheme", "MAU-2026")),
                "scheme",
                "Bộ tiêu chí này của năm 2026, còn kế hoạch của năm 2023; hãy chọn bộ tiêu chí cùng năm.");
        refused(
                open("chuyenvien", with(opening(List.of("khuPho2")), "due", "30/11/2023")),
                "due",
                "Hạn tự chấm điểm 30/11/2023 đã qua; hãy nhập ngày hôm nay hoặc một ngày sau đó.");
        refused(
                open("chuyenvien", with(opening(List.of("khuPho2")), "plan", "KH-2023-9999")),
                "plan",
                "Hãy chọn một kế hoạch đã ban hành và đang thực hiện.");
        refused(
                open("chuyenvien", with(opening(List.of("khuPho2")), "scheme", "KHAC")),
                "scheme",
                "Lựa chọn “KHAC” không có; hãy chọn lại trong danh sách.");

        assertThat(open("phochutich1", opening(List.of("khuPho2"))).getBody())
                .containsEntry("message", "Đã giao 1 đơn vị tự chấm điểm.");
        var choices = journey.call(HttpMethod.GET, "chutich", "/api/work/start/selfAssessment", null)
                .getBody();
        assertThat(choices.toString()).contains(plan, "MAU-2023");
    }

    @Test
    void aSealedFileTakesNoFurtherEvidence() {
        journey.does("cbvhxh", plan, "closePlan", Map.of("remark", "Xong"));
        var file = journey.upload("khupho1", "bien-ban.txt", "Biên bản".getBytes(StandardCharsets.UTF_8));
        var own = scores(MOST);
        own.set(3, line(4, "15", "", List.of(Map.of("id", file.getBody().get("id")))));

        refused(
                journey.tries("khupho1", assessment, "scoreOneself", Map.of("scores", own)),
                null,
                "Hồ sơ kế hoạch đã niêm phong nên không nhận thêm tệp; hãy ghi căn cứ bằng lời.");
        journey.does("khupho1", assessment, "scoreOneself", Map.of("scores", scores(MOST)));
        assertThat(journey.download("chuyenvien", "/api/plans/" + plan + "/archive.zip"))
                .startsWith('P', 'K');
    }

    private String issued() {
        var id = (String) journey.propose("cbvhxh", proposal()).getBody().get("businessKey");
        var content = with(draft(), "duties", List.of());
        content.put("recipients", List.of(Map.of("text", "Lưu: VT", "role", "ARCHIVE")));
        journey.does("cbvhxh", id, "draftPlan", content);
        journey.does("truongvhxh", id, "reviewDraft", approved());
        journey.does("chuyenvien", id, "checkForm", approved());
        journey.does("phochutich1", id, "approvePlan", approved());
        journey.does("vanthu", id, "numberPlan", Map.of("sequence", "1", "issuedOn", "10/02/2023"));
        return id;
    }

    private Map<String, Object> opening(List<String> units) {
        return Map.of("plan", plan, "scheme", "MAU-2023", "units", units, "due", "15/12/2023");
    }

    private ResponseEntity<Map<String, Object>> open(String login, Map<String, Object> content) {
        return journey.call(HttpMethod.POST, login, "/api/work/start/selfAssessment", content);
    }

    private static Map<String, Object> line(int number, String score, String words, List<?> files) {
        return Map.of("number", String.valueOf(number), "score", score, "evidence", words, "files", files);
    }

    private static List<Map<String, Object>> scores(List<String> points) {
        var lines = new ArrayList<Map<String, Object>>();
        points.forEach(score -> lines.add(line(lines.size() + 1, score, "Có biên bản", List.of())));
        return lines;
    }

    private static HashMap<String, Object> verified(String... points) {
        var lines = scores(List.of(points)).stream()
                .map(line -> Samples.with(line, "remark", "Theo hồ sơ"))
                .toList();
        return new HashMap<>(
                Map.of("verdict", "APPROVED", "scores", lines, "bonus", "0", "penalty", "", "disciplined", "false"));
    }

    private void refusedVerification(Map<String, Object> content, String field, String sentence) {
        refused(journey.tries("chuyenvien", assessment, "verifyScore", content), field, sentence);
    }

    private static void refused(ResponseEntity<Map<String, Object>> answer, String field, String sentence) {
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(422);
        assertThat(answer.getBody()).containsEntry("message", sentence).containsEntry("field", field);
    }

    private String row(String column) {
        return journey.database()
                .sql("select " + column + "::text from assessment where id = ?")
                .param(assessment)
                .query((row, number) -> row.getString(1))
                .single();
    }

    private String page(String login) {
        return new String(journey.download(login, "/ke-hoach/" + plan), StandardCharsets.UTF_8);
    }

    private Stream<String> ratingMails() {
        return journey.mails().stream().filter(mail -> mail.contains("Kết quả chấm điểm"));
    }
}
