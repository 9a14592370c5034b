package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.proposal;
import static vn.tiendo.testing.Samples.quietDraft;
import static vn.tiendo.testing.Samples.with;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import vn.tiendo.engine.Sentences;
import vn.tiendo.testing.BusyOffice;
import vn.tiendo.testing.Chromium;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Visitor;

/** Who may do what to whose work, through HTTP: what is tried are the tables of {@code docs/authorizations.md}. */
@ProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationTest {

    private static final Path TABLES = Path.of("docs", "authorizations.md");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Object NO_CONTENT = JsonNodeFactory.instance.arrayNode();

    /** What somebody hears whose work it is not, wherever the refusal comes from. */
    private static final Set<String> NOT_YOURS = Set.of(
            "work.notFound",
            "work.claimedByOther",
            "error.notFound",
            "error.forbidden",
            "review.notHead",
            "review.notOffice",
            "approval.notChair",
            "number.notClerk",
            "delivery.otherUnit",
            "dutyTerm.notAllowed",
            "report.otherUnit",
            "request.notEntitled",
            "extension.notInCharge",
            "extension.otherUnit",
            "scoring.notOpener",
            "scoring.otherUnit",
            "assignment.otherUnit",
            "substitution.notYours",
            "substitution.notGiver",
            "handover.notYours",
            "proposal.otherUnit",
            "share.notHead",
            "share.otherUnit");

    @Autowired
    Journey journey;

    @Autowired
    TaskService tasks;

    @LocalServerPort
    int port;

    private BusyOffice office;

    @BeforeEach
    void everyStepWaitsForSomebody() {
        if (office == null) {
            office = new BusyOffice(journey, TypedWords.HOSTILE);
        }
    }

    @TestFactory
    Stream<DynamicTest> everybodyMayWhatTheTablesSay() throws IOException {
        var actions = actions();
        var people = people();
        return rows().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    var action = actions.get(row.getKey());
                    assertThat(action).as("tried").isNotNull();
                    var wrong = new ArrayList<String>();
                    // first those who may not: who may could end it
                    for (var may : List.of(false, true)) {
                        people.forEach((column, login) -> {
                            if (row.getValue().get(column).equals(may) && action.test(login) != may) {
                                wrong.add(column + " " + login + (may ? " may not" : " may"));
                            }
                        });
                    }
                    assertThat(wrong).isEmpty();
                }));
    }

    @Test
    void theTablesSayAllThatIsTriedAndEveryStep() throws IOException {
        assertThat(rows().keySet())
                .containsExactlyInAnyOrderElementsOf(actions().keySet());
    }

    @Test
    void whoDraftedNeverApprovesInNobodysName() {
        var own = with(proposal(), "drafter", "truongvhxh");
        var plan = (String) journey.propose("truongvhxh", own).getBody().get("businessKey");
        journey.does("truongvhxh", plan, "draftPlan", quietDraft(List.of()));
        journey.does("chuyenvien", plan, "checkForm", approved());
        var chair = new Visitor(port, "chutich").keepsCookies();
        assertThat(chair.answerTo(
                        "POST",
                        "/thay-mat",
                        FORM,
                        "absent=phochutich1&substitute=truongvhxh&firstDay=10/03/2023&lastDay=10/03/2023"
                                + "&signing=on&document=12/GUQ-UBND&documentDate=10/03/2023"))
                .isEqualTo("302");
        var id = journey.database()
                .sql("select id from substitution")
                .query(String.class)
                .single();
        try {
            assertThat(journey.tries("truongvhxh", plan, "approvePlan", approved())
                            .getBody())
                    .containsEntry("message", Sentences.of("approval.ownDraft"));
        } finally {
            chair.answerTo("POST", "/thay-mat/" + id + "/ket-thuc", FORM, "");
        }
    }

    @Test
    void variablesSentToTheEngineCompleteNothing() {
        var forged = """
                {"variables": {"verdict": {"value": "APPROVED"}, "approved": {"value": true}, "signer": {"value": "quantri"},
                    "drafter": {"value": "quantri"}, "initiator": {"value": "quantri"}, "unit": {"value": "vanPhong"}}}""";
        var people = Map.of("approvePlan", "phochutich1", "reviewDraft", "truongvhxh", "checkForm", "chuyenvien");
        var administrator = new Visitor(port, "quantri");
        for (var step : office.steps()) {
            var path = "/engine-rest/task/" + office.task(step);
            assertThat(administrator.answerTo("POST", path + "/complete", "application/json", forged))
                    .as(step)
                    .isEqualTo("500");
            assertThat(administrator.answerTo("POST", path + "/submit-form", "application/json", forged))
                    .as(step)
                    .isEqualTo("500");
            assertThat(tasks.getVariables(office.task(step)).values()).as(step).doesNotContain("quantri");
            if (people.containsKey(step)) {
                var official = new Visitor(port, people.get(step));
                for (var way : List.of("/complete", "/submit-form", "/resolve", "/variables", "/bpmnError")) {
                    assertThat(official.answerTo("POST", path + way, "application/json", forged))
                            .as(step + way)
                            .isEqualTo("403");
                }
            }
        }
    }

    @Test
    void whatAFormDoesNotAskForChangesNothing() {
        var plan = (String)
                journey.propose("cbvhxh", with(with(proposal(), "businessKey", office.issued), "status", "ISSUED"))
                        .getBody()
                        .get("businessKey");
        var forged = Map.of(
                "verdict",
                "APPROVED",
                "signer",
                "truongvhxh",
                "drafter",
                "chutich",
                "initiator",
                "quantri",
                "businessKey",
                office.issued,
                "plan",
                office.issued,
                "status",
                "ISSUED",
                "approved",
                true);
        var draft = quietDraft(List.of());
        draft.putAll(Map.of("id", office.issued, "plan", office.issued, "drafter", "chutich", "status", "ISSUED"));
        journey.does("cbvhxh", plan, "draftPlan", draft);
        journey.does("truongvhxh", plan, "reviewDraft", forged);

        assertThat(plan).isNotEqualTo(office.issued);
        assertThat(journey.waitsAt(plan)).containsExactly("checkForm");
        assertThat(journey.database()
                        .sql(
                                "select concat_ws(' ', status, drafter, signer, proposed_by, approved_at) from plan where id = ?")
                        .param(plan)
                        .query(String.class)
                        .single())
                .isEqualTo("CHECKING cbvhxh phochutich1 cbvhxh");
    }

    @Test
    void theHistoryOfAPlanTellsAUnitWhatItDidAndNothingOfOthers() {
        var handedIn = Sentences.of("action.reportHandedIn");
        var drafted = Sentences.of("action.drafted");
        var issued = Sentences.of("action.issued");
        var progress = Sentences.of("action.assignmentProgress");

        assertThat(history("chuyenvien")).contains(issued, drafted, handedIn, progress);
        assertThat(history("cbvhxh")).contains(issued, drafted, handedIn).doesNotContain(progress);
        assertThat(history("cbktht")).contains(issued, progress).doesNotContain(drafted, handedIn);
        assertThat(history("mttq")).contains(issued).doesNotContain(drafted, handedIn, progress);
    }

    @Test
    void aRemarkOnADraftIsNoEventOfTheUnitItBeginsWith() {
        journey.database().sql("""
                        insert into plan_event (plan, at, actor, action, detail)
                        select ?, now(), 'truongvhxh', 'reviewDraft.RETURNED', name || ': viết lại mục II' from unit where code = 'mttq'""").param(office.issued).update();

        assertThat(history("cbvhxh")).contains("viết lại mục II");
        assertThat(history("mttq")).doesNotContain("viết lại mục II");
    }

    private String history(String login) {
        var page = new Visitor(port, login).reads("/ke-hoach/" + office.issued);
        return page.substring(page.indexOf("id=\"dien-bien\""));
    }

    /** In the same office, because building it takes longest. */
    @Test
    void whatPeopleTypeStaysWordsWhereverItIsShown() throws Exception {
        var typed = new TypedWords(journey, port, office);
        typed.areOnlyWordsOnPages();
        typed.areOnlyWordsInMails();
        typed.areOnlyWordsOnPapers();
        typed.areOnlyWordsInCalendarAndArchive();
        typed.areOnlyWordsInSpreadsheets();
    }

    @Test
    @Tag("browser")
    void whatPeopleTypeStaysWordsInTasklist() {
        Assumptions.assumeTrue(Chromium.installed().isPresent(), "no Chromium installed");
        new TypedWords(journey, port, office).areOnlyWordsInTasklist();
    }

    // What is tried
    // -------------------------------------------------------------------------------------------------------

    private Map<String, Predicate<String>> actions() {
        var actions = new LinkedHashMap<String, Predicate<String>>();
        sees(actions);
        office.steps().forEach(step -> actions.put(step, posts("/api/work/" + office.task(step), NO_CONTENT)));
        starts(actions);
        moves(actions);
        return actions;
    }

    private void sees(Map<String, Predicate<String>> actions) {
        var issued = office.issued;
        var drafting = office.waitsAt("reviewDraft");
        actions.put("plan being drafted", reads("/ke-hoach/" + drafting, "/api/plans/" + drafting));
        actions.put("versions of a draft", reads("/ke-hoach/" + issued + "/du-thao"));
        actions.put("issued plan", reads("/ke-hoach/" + issued, "/api/plans/" + issued));
        var papers = "/api/plans/" + issued + "/papers/";
        actions.put("Tờ trình, Phiếu trình", reads(papers + "to-trinh.docx", papers + "phieu-trinh.docx"));
        var report = issued + "-K01-khuPho1";
        actions.put(
                "report",
                reads("/bao-cao/" + report, "/api/reports/" + report, "/api/reports/" + report + "/paper.docx"));
        actions.put(
                "consolidation being made",
                reads("/api/rounds/" + issued + "-K03", "/api/rounds/" + issued + "-K03/paper.docx"));
        actions.put("request for more time", reads("/api/decisions/" + report + "-Q1"));
        var task = "/api/assignments/" + issued + "-N01-kinhTeHaTang";
        actions.put("task", reads(task, task + "/shares"));
        actions.put("part of a task", reads("/api/shares/" + issued + "-N01-kinhTeHaTang-P02"));
        actions.put("self-assessment", reads("/api/assessments/" + issued + "-T-kinhTeHaTang"));
        actions.put("ratings", reads(papers + "xep-loai.docx"));
        actions.put("delivery", reads("/api/deliveries/" + issued + "-N01"));
        actions.put("what a unit owes", reads("/cua-don-vi?don-vi=khuPho1"));
        actions.put("sealed file", reads("/api/plans/" + office.sealed + "/archive.zip"));
        for (var whose : List.of("proposal", "drafting", "report", "result", "evidence", "nobody's")) {
            actions.put("file of " + whose, reads("/api/files/" + office.file(whose)));
        }
        actions.put("file of the issued plan", reads("/api/files/" + office.file("01-KH-UBND.pdf")));
        actions.put("file of sealed data", reads("/api/files/" + office.file("thu-di.json")));
        actions.put("letters", opens("/thu-di"));
        actions.put("authority to sign", opens("/tham-quyen-ky"));
        actions.put("change who may sign", changes("/tham-quyen-ky", FORM, "version=1"));
        actions.put("register", opens("/so-van-ban", "/so-van-ban/2023.xlsx"));
        actions.put(
                "settings",
                opens(
                        "/lich-lam-viec",
                        "/to-chuc",
                        "/to-chuc/nhap",
                        "/don-vi",
                        "/mau-van-ban",
                        "/het-hieu-luc",
                        "/viet-tat",
                        "/ky-hieu",
                        "/vai-tro",
                        "/tieu-chi",
                        "/mo-hinh",
                        "/mo-hinh/su-co",
                        "/kiem-toan",
                        "/actuator/metrics"));
        actions.put("cockpit", opens("/camunda/app/cockpit/default/"));
    }

    private void starts(Map<String, Predicate<String>> actions) {
        actions.put(
                "propose for Văn hóa - Xã hội",
                posts("/api/work/start/planLifecycle", with(proposal(), "proposalDate", "31/12/2023")));
        actions.put("ask for a report", posts("/api/work/start/adHocReport", NO_CONTENT));
        actions.put("have units score themselves", posts("/api/work/start/selfAssessment", NO_CONTENT));
        actions.put("start in the engine", changes("/engine-rest/process-definition/key/reportRound/start", "{}"));
    }

    private void moves(Map<String, Predicate<String>> actions) {
        var report = "/api/reports/" + office.issued + "-K01-khuPho1";
        var task = "/api/assignments/" + office.issued + "-N01-kinhTeHaTang";
        actions.put("ask for more time", posts(report + "/extension", Map.of()));
        actions.put("take a report back", posts("/api/reports/" + office.issued + "-K02-vanHoaXaHoi/withdrawal", null));
        actions.put("tell how a task goes", posts(task + "/progress", Map.of()));
        actions.put("split a task", posts(task + "/shares", Map.of()));
        actions.put("ask who takes part", posts(task + "/coordination", Map.of()));
        actions.put("date a duty", posts("/api/plans/" + office.issued + "/duties/4/terms", Map.of()));
        actions.put("claim", login -> claims(login, office.task("handInReport")));
        actions.put(
                "assign in the engine",
                changes("/engine-rest/task/" + office.task("checkForm") + "/assignee", "{\"userId\": null}"));
        actions.put(
                "complete in the engine",
                changes("/engine-rest/task/" + office.task("checkForm") + "/complete", "{\"variables\": 1}"));
        actions.put("name a substitute", pressed("/thay-mat", "absent=truongvhxh&substitute=truongvhxh"));
        actions.put("authorise to sign", pressed("/thay-mat", "absent=phochutich1&substitute=phochutich1&signing=on"));
        actions.put("hand over", pressed("/thay-mat/ban-giao", "giver=cbvhxh&taker=cbvhxh"));
        actions.put("recall", changes("/ke-hoach/" + office.issued + "/thu-hoi", FORM, "reason="));
        actions.put("void a number", changes("/so-van-ban/2023/KH/999/huy", FORM, "reason="));
        actions.put("deploy", changes("/engine-rest/deployment/create", "{}"));
        actions.put("keep users", changes("/engine-rest/user/create", "[]"));
    }

    /** Other people's ids are as unknown as ids that do not exist. */
    private Predicate<String> reads(String... paths) {
        return login -> answer(login, 404, paths);
    }

    private Predicate<String> opens(String... paths) {
        return login -> answer(login, 403, paths);
    }

    private boolean answer(String login, int refused, String... paths) {
        var visitor = new Visitor(port, login);
        var answers = Arrays.stream(paths)
                .map(path -> visitor.answerTo("GET", path))
                .distinct()
                .toList();
        assertThat(answers).as(login + " " + Arrays.toString(paths)).hasSize(1);
        assertThat(answers.get(0)).as(login + " " + Arrays.toString(paths)).isIn("200", String.valueOf(refused));
        return answers.get(0).equals("200");
    }

    /** Who may is told what is wrong with the content; nothing is changed by trying. */
    private Predicate<String> posts(String path, Object content) {
        return login -> {
            var answer = journey.call(HttpMethod.POST, login, path, content);
            assertThat(answer.getStatusCode().value())
                    .as("%s %s: %s", login, path, answer.getBody())
                    .isIn(200, 204, 403, 404, 422);
            return answer.getBody() == null
                    || !notYours(String.valueOf(answer.getBody().get("message")));
        };
    }

    private Predicate<String> pressed(String path, String form) {
        return login -> {
            var visitor = new Visitor(port, login).keepsCookies();
            assertThat(visitor.answerTo("POST", path, FORM, form)).isEqualTo("302");
            var page = visitor.reads("/thay-mat");
            assertThat(page).contains("role=\"alert\"");
            return !notYours(page);
        };
    }

    private Predicate<String> changes(String path, String json) {
        return changes(path, "application/json", json);
    }

    private Predicate<String> changes(String path, String type, String content) {
        return login ->
                !new Visitor(port, login).answerTo("POST", path, type, content).equals("403");
    }

    private boolean claims(String login, String task) {
        var answer = new Visitor(port, login)
                .answerTo(
                        "POST",
                        "/engine-rest/task/" + task + "/claim",
                        "application/json",
                        "{\"userId\": \"" + login + "\"}");
        assertThat(answer).as(login).isIn("204", "403", "404");
        if (answer.equals("204")) {
            tasks.setAssignee(task, null);
        }
        return answer.equals("204");
    }

    private static boolean notYours(String text) {
        return NOT_YOURS.stream()
                .map(key -> Pattern.compile(
                        Pattern.quote(Sentences.of(key, "\u0001", "\u0001")).replace("\u0001", "\\E.*\\Q")))
                .anyMatch(sentence -> sentence.matcher(text).find());
    }

    // The document
    // -------------------------------------------------------------------------------------------------------

    /** Sign-ins by column. */
    private static Map<String, String> people() throws IOException {
        var people = new LinkedHashMap<String, String>();
        for (var table : tables()) {
            if (table.get(0).get(1).equals("sign-in")) {
                table.subList(1, table.size()).forEach(row -> people.put(row.get(0), plain(row.get(1))));
            }
        }
        assertThat(people).isNotEmpty();
        return people;
    }

    /** Who may, by action and column. */
    private static Map<String, Map<String, Boolean>> rows() throws IOException {
        var columns = List.copyOf(people().keySet());
        var rows = new LinkedHashMap<String, Map<String, Boolean>>();
        for (var table : tables()) {
            if (table.get(0).get(1).equals("sign-in")) {
                continue;
            }
            assertThat(table.get(0).subList(1, table.get(0).size())).isEqualTo(columns);
            for (var row : table.subList(1, table.size())) {
                var may = new LinkedHashMap<String, Boolean>();
                columns.forEach(column ->
                        may.put(column, row.get(columns.indexOf(column) + 1).equals("x")));
                assertThat(rows.put(plain(row.get(0)), may)).as(row.get(0)).isNull();
            }
        }
        return rows;
    }

    /** A step is named by its id. */
    private static String plain(String cell) {
        return cell.contains("`") ? cell.replaceAll(".*`(.*)`.*", "$1") : cell;
    }

    private static List<List<List<String>>> tables() throws IOException {
        var tables = new ArrayList<List<List<String>>>();
        var last = "";
        for (var line : Files.readAllLines(TABLES)) {
            if (line.startsWith("|") && !line.startsWith("|--")) {
                if (!last.startsWith("|")) {
                    tables.add(new ArrayList<>());
                }
                var cells = line.substring(1, line.length() - 1).split("\\|", -1);
                tables.get(tables.size() - 1)
                        .add(Arrays.stream(cells).map(String::strip).toList());
            }
            last = line;
        }
        return tables;
    }
}
