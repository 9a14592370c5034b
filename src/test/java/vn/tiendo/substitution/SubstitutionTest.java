package vn.tiendo.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.proposal;
import static vn.tiendo.testing.Samples.quietDraft;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import vn.tiendo.directory.Directory;
import vn.tiendo.security.Identities;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;
import vn.tiendo.testing.Visitor;

/** People are away, come back and leave for good. */
@ProcessTest
class SubstitutionTest {

    @Autowired
    Journey journey;

    @Autowired
    Substitutions substitutions;

    @Autowired
    Directory directory;

    @Autowired
    Identities identities;

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() {
        journey.beginsAt("2023-02-10T09:00");
    }

    @AfterEach
    void everybodyIsBack() {
        journey.beginsAt("2023-02-10T09:00");
        identities.follow("");
    }

    @Test
    void theHeadsSubstituteReviewsInHisPlaceUntilHeIsBack() {
        assertThat(names("truongvhxh", "truongvhxh", "cbktht", "10/02/2023", "14/02/2023"))
                .contains("đã gửi thư cho hai người");
        var plan = reviewing();

        assertThat(openTasks("cbktht", plan)).isEqualTo(1);
        assertThat(openTasks("truongvhxh", plan)).isEqualTo(1);
        journey.does("cbktht", plan, "reviewDraft", approved());

        assertThat(page("chuyenvien", "/ke-hoach/" + plan)).contains("Mẫu Thị Nga", ", thay mặt Mẫu Văn Khánh");
        journey.until("2023-02-15T08:00");
        substitutions.align();
        journey.settle();
        assertThat(mailsTo("truongvhxh"))
                .contains("Mẫu Thị Nga thay mặt Mẫu Văn Khánh", "Mẫu Thị Nga thôi thay mặt Mẫu Văn Khánh");
        assertThat(mailsTo("cbktht"))
                .contains("Mẫu Thị Nga thay mặt Mẫu Văn Khánh", "Mẫu Thị Nga thôi thay mặt Mẫu Văn Khánh");
        var next = reviewing();
        assertThat(openTasks("cbktht", next)).isZero();
        assertThat(journey.tries("cbktht", next, "reviewDraft", approved())
                        .getStatusCode()
                        .is2xxSuccessful())
                .isFalse();
        assertThat(page("cbktht", "/thay-mat")).contains("đã kết thúc");
    }

    @Test
    void whatIsGivenToOnePersonIsSeenByBothAndNobodyJudgesWhatHeWrote() {
        var plan = proposed();
        names("cbvhxh", "cbvhxh", "cbktht", "10/02/2023", "14/02/2023");
        names("truongvhxh", "truongvhxh", "cbktht", "10/02/2023", "14/02/2023");

        assertThat(openTasks("cbktht", plan)).isEqualTo(1);
        assertThat(openTasks("cbvhxh", plan)).isEqualTo(1);
        journey.does("cbktht", plan, "draftPlan", quietDraft(List.of()));
        var refused = journey.tries("cbktht", plan, "reviewDraft", approved());

        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat((String) refused.getBody().get("message")).contains("không được tự xem xét dự thảo của mình");
        assertThat(page("chuyenvien", "/ke-hoach/" + plan)).contains("Mẫu Thị Nga", ", thay mặt Mẫu Thị Lan");
    }

    @Test
    void endedEarlyTheBegunTaskGoesBack() {
        var plan = proposed();
        names("cbvhxh", "cbvhxh", "cbktht", "10/02/2023", "14/02/2023");
        var id = journey.database()
                .sql("select id from substitution")
                .query(String.class)
                .single();
        var task = journey.task(plan, "draftPlan").getId();

        assertThat(posts("cbktht", "/thay-mat/" + id + "/ket-thuc", "")).isEqualTo("404");
        assertThat(posts("cbvhxh", "/thay-mat/" + id + "/ket-thuc", "")).isEqualTo("302");

        assertThat(openTasks("cbktht", plan)).isZero();
        assertThat(journey.task(plan, "draftPlan"))
                .hasFieldOrPropertyWithValue("id", task)
                .hasFieldOrPropertyWithValue("assignee", "cbvhxh");
    }

    @Test
    void aLeaderIsSignedForOnlyByWrittenAuthorisationWhichIsNotPassedOn() {
        var plan = reviewing();
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.does("chuyenvien", plan, "checkForm", approved());
        names("phochutich1", "phochutich1", "phochutich2", "10/02/2023", "14/02/2023");

        assertThat(openTasks("phochutich2", plan)).isEqualTo(1);
        assertThat(journey.tries("phochutich2", plan, "approvePlan", approved())
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(authorises("quantri", "phochutich1", "truongktht")).contains("Chỉ Mẫu Thị Bình hoặc Chủ tịch");
        assertThat(authorises("phochutich1", "phochutich1", "truongktht")).contains("đã gửi thư");
        assertThat(names("truongktht", "truongktht", "cbktht", "12/02/2023", "13/02/2023"))
                .contains("không giao tiếp cho người khác");
        journey.does("truongktht", plan, "approvePlan", approved());

        assertThat(journey.database()
                        .sql("select signature_block from plan where id = ?")
                        .param(plan)
                        .query(String.class)
                        .single())
                .isEqualTo("TUQ. CHỦ TỊCH\nTRƯỞNG PHÒNG");
        assertThat(page("chuyenvien", "/ke-hoach/" + plan)).contains("Mẫu Văn Minh", ", thay mặt Mẫu Thị Bình");
        assertThat(page("truongktht", "/thay-mat"))
                .contains("Bạn đang ký thay Mẫu Thị Bình", "Ký thay, theo văn bản số 12/GUQ-UBND ngày 09/02/2023");
    }

    @Test
    void whoIsAuthorisedToSignDecidesAboutExtensionsToo() {
        var plan = journey.issued(
                quietDraft(List.of(Samples.duty("Báo cáo 6 tháng", "SEMI_ANNUAL", "10/5/2023", List.of("khuPho1")))));
        var report = plan + "-K01-khuPho1";
        journey.until("2023-04-20T09:00");
        journey.call(
                HttpMethod.POST,
                "khupho1",
                "/api/reports/" + report + "/extension",
                Map.of("wanted", "16/05/2023", "reason", "Chờ số liệu"));
        journey.settle();
        names("phochutich1", "phochutich1", "phochutich2", "20/04/2023", "25/04/2023");
        authorises("phochutich1", "phochutich1", "truongktht", "20/04/2023", "25/04/2023");

        assertThat(journey.tries("phochutich2", report + "-Q1", "decideExtension", Map.of("answer", "GRANTED"))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        journey.does("truongktht", report + "-Q1", "decideExtension", Map.of("answer", "GRANTED"));

        assertThat(journey.task(report, "handInReport").getDueDate()).isEqualTo("2023-05-16T17:00:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cbvhxh     | cbvhxh     | cbvhxh     | 10/02/2023 | 14/02/2023 | Không ai thay mặt chính mình
            cbvhxh     | truongvhxh | cbktht     | 10/02/2023 | 14/02/2023 | Bạn không cử được người thay mặt Mẫu Văn Khánh
            cbvhxh     | cbvhxh     | quantri    | 10/02/2023 | 14/02/2023 | Tài khoản quản trị không thay mặt ai
            cbvhxh     | cbvhxh     | nguoila    | 10/02/2023 | 14/02/2023 | nguoila
            cbvhxh     | cbvhxh     | cbktht     | 09/02/2023 | 14/02/2023 | Ngày bắt đầu đã qua; hãy ghi từ 10/02/2023 trở đi
            cbvhxh     | cbvhxh     | cbktht     | 14/02/2023 | 13/02/2023 | Ngày cuối trước ngày bắt đầu
            cbvhxh     | cbvhxh     | cbktht     | 10/02/2023 | 14/02/2025 | dài quá một năm
            cbvhxh     | cbvhxh     | cbktht     | 31/02/2023 | 14/03/2023 | 31/02/2023""")
    void whatCannotBeIsRefusedWithASentence(
            String login, String absent, String substitute, String from, String to, String sentence) {
        assertThat(names(login, absent, substitute, from, to)).contains(sentence);
        assertThat(journey.database()
                        .sql("select count(*) from substitution")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void twoAtOnceAndWhoIsAwayHimselfAreRefused() {
        names("cbvhxh", "cbvhxh", "cbktht", "10/02/2023", "14/02/2023");

        assertThat(names("cbvhxh", "cbvhxh", "truongvhxh", "14/02/2023", "15/02/2023"))
                .contains("đã có Mẫu Thị Nga thay mặt từ 10/02/2023 đến 14/02/2023");
        assertThat(names("truongvhxh", "truongvhxh", "cbvhxh", "12/02/2023", "12/02/2023"))
                .contains("Mẫu Thị Lan cũng vắng mặt đến 14/02/2023");
    }

    @Test
    void whoLeavesHandsOverEverythingAtOnce() {
        var plan = proposed();
        journey.call(
                HttpMethod.PUT,
                "cbvhxh",
                "/api/work/" + journey.task(plan, "draftPlan").getId() + "/input",
                Map.of("subject", "Đang soạn"));

        assertThat(handsOver("cbvhxh", "cbvhxh", "truongvhxh", "Chuyển công tác"))
                .contains("Bạn không bàn giao được công việc của Mẫu Thị Lan");
        assertThat(handsOver("truongvhxh", "cbvhxh", "truongvhxh", "")).contains("Lý do");
        assertThat(handsOver("truongvhxh", "cbvhxh", "truongvhxh", "Chuyển công tác"))
                .contains("1 hồ sơ kế hoạch chuyển sang người nhận");

        assertThat(journey.task(plan, "draftPlan").getAssignee()).isEqualTo("truongvhxh");
        assertThat(journey.call(
                                HttpMethod.GET,
                                "truongvhxh",
                                "/api/work/" + journey.task(plan, "draftPlan").getId(),
                                null)
                        .getBody()
                        .get("input"))
                .isEqualTo(Map.of("subject", "Đang soạn"));
        assertThat(journey.tries("cbvhxh", plan, "draftPlan", quietDraft(List.of()))
                        .getStatusCode()
                        .is2xxSuccessful())
                .isFalse();
        journey.does("truongvhxh", plan, "draftPlan", quietDraft(List.of()));
        assertThat(page("truongvhxh", "/ke-hoach/" + plan)).contains("Bàn giao hồ sơ");
        journey.settle();
        assertThat(mailsTo("cbvhxh")).contains("Bàn giao công việc của Mẫu Thị Lan cho Mẫu Văn Khánh");
    }

    @Test
    void whoFollowsALeaderSignsWhatTheLeaderHadTo() {
        var plan = reviewing();
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.does("chuyenvien", plan, "checkForm", approved());

        assertThat(handsOver("quantri", "phochutich1", "truongktht", "Nghỉ hưu"))
                .contains("cùng thẩm quyền");
        assertThat(handsOver("quantri", "phochutich1", "phochutich2", "Nghỉ hưu"))
                .contains("1 hồ sơ");
        journey.does("phochutich2", plan, "approvePlan", approved());

        assertThat(journey.waitsAt(plan)).containsExactly("numberPlan");
    }

    private String proposed() {
        return (String) journey.propose("cbvhxh", proposal()).getBody().get("businessKey");
    }

    private String reviewing() {
        var plan = proposed();
        journey.does("cbvhxh", plan, "draftPlan", quietDraft(List.of()));
        return plan;
    }

    /** As Tasklist asks for "Việc của tôi" and "Việc của đơn vị" together. */
    private int openTasks(String login, String plan) {
        var body = Map.of(
                "processInstanceBusinessKey",
                plan,
                "orQueries",
                List.of(Map.of("involvedUser", login, "candidateUser", login, "includeAssignedTasks", true)));
        return (int) journey.call(HttpMethod.POST, login, "/engine-rest/task/count", body)
                .getBody()
                .get("count");
    }

    private String names(String login, String absent, String substitute, String from, String to) {
        return answer(
                login,
                "/thay-mat",
                form(Map.of("absent", absent, "substitute", substitute, "firstDay", from, "lastDay", to)));
    }

    private String authorises(String login, String absent, String substitute) {
        return authorises(login, absent, substitute, "10/02/2023", "14/02/2023");
    }

    private String authorises(String login, String absent, String substitute, String from, String to) {
        return answer(
                login,
                "/thay-mat",
                form(Map.of(
                        "absent", absent,
                        "substitute", substitute,
                        "firstDay", from,
                        "lastDay", to,
                        "signing", "1",
                        "document", "12/GUQ-UBND",
                        "documentDate", "09/02/2023")));
    }

    private String handsOver(String login, String giver, String taker, String reason) {
        return answer(login, "/thay-mat/ban-giao", form(Map.of("giver", giver, "taker", taker, "reason", reason)));
    }

    /** The page one comes back to. */
    private String answer(String login, String path, String body) {
        var visitor = new Visitor(port, login).keepsCookies();
        assertThat(visitor.answerTo("POST", path, "application/x-www-form-urlencoded", body))
                .isEqualTo("302");
        return visitor.reads("/thay-mat");
    }

    private String posts(String login, String path, String body) {
        return new Visitor(port, login).answerTo("POST", path, "application/x-www-form-urlencoded", body);
    }

    private static String form(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String page(String login, String path) {
        return new String(journey.download(login, path), StandardCharsets.UTF_8);
    }

    private List<String> mailsTo(String login) {
        return journey.database()
                .sql("select subject from outgoing_mail where address = ?")
                .param(login + "@phuong.mau.example")
                .query(String.class)
                .list();
    }
}
