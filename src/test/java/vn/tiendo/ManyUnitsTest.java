package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.with;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import vn.tiendo.directory.Directory;
import vn.tiendo.security.Identities;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;
import vn.tiendo.testing.Statements;

/** A round of hundreds of thôn. */
@ProcessTest
class ManyUnitsTest {

    private static final String OPEN = "2023-04-19T08:05";

    @Autowired
    Journey journey;

    @Autowired
    Statements statements;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    Identities accounts;

    @Autowired
    Directory directory;

    @BeforeEach
    void anOfficeWithoutPlans() {
        journey.beginsAt("2023-02-10T09:00");
    }

    @AfterEach
    void theyLeave() {
        journey.beginsAt("2023-02-10T09:00");
        for (var rows : List.of(
                "official where login",
                "unit where code",
                "act_ru_authorization where concat(user_id_, group_id_)",
                "act_id_membership where user_id_",
                "act_id_user where id_",
                "act_id_group where id_")) {
            journey.database().sql("delete from " + rows + " like 'thon%'").update();
        }
        directory.forget();
    }

    @Test
    void hundredUnitsHandInWithinTheSameSecondAndTheRoundIsGatheredOnce() throws Exception {
        var units = thon(100);
        accounts.follow(Journey.PASSWORD);
        var round = round(units);
        journey.until(OPEN);

        var handIn = open("handInReport");
        assertThat(handIn).hasSize(100);
        var begun = System.nanoTime();
        assertThat(atOnce(handIn, task -> post(official(task), task, Map.of("content", "Đã thực hiện", "nil", false))))
                .allSatisfy(answer -> assertThat(answer.getStatusCode().value())
                        .as(answer.getBody() + "")
                        .isEqualTo(200));
        System.out.printf("100 reports handed in after %d ms%n", (System.nanoTime() - begun) / 1_000_000);

        assertThat(states(round)).isEqualTo(Map.of("HANDED_IN", 100L));
        var toAccept = open("acceptReport");
        assertThat(toAccept)
                .extracting(Task::getProcessInstanceId)
                .doesNotHaveDuplicates()
                .hasSize(100);
        assertThat(events("reportHandedIn")).isEqualTo(100);

        var office = List.of("chuyenvien", "chanhvanphong");
        assertThat(atOnce(toAccept, task -> post(office.get(toAccept.indexOf(task) % office.size()), task, approved())))
                .allSatisfy(answer -> assertThat(answer.getStatusCode().value())
                        .as(answer.getBody() + "")
                        .isEqualTo(200));
        atOnce(jobs.createJobQuery().active().messages().list(), job -> {
            jobs.executeJob(job.getId());
            return job;
        });
        journey.settle();

        assertThat(states(round)).isEqualTo(Map.of("ACCEPTED", 100L));
        assertThat(events("consolidationDrafted")).isEqualTo(1);
        assertThat(journey.waitsAt(round)).containsExactly("editConsolidation");
    }

    @Test
    void threeHundredUnitsAreAskedInOneStepThatCostsLittleMoreThanForTen() {
        thon(300);
        var few = statementsToOpen(codes(10));
        journey.beginsAt("2023-02-10T09:00");
        var many = statementsToOpen(codes(300));

        System.out.printf("statements to open a round: of 10 units %d, of 300 %d%n", few, many);
        assertThat(open("handInReport")).hasSize(300);
        // the engine sends 50 rows at a time; one statement for each unit would be 290 more
        assertThat(many - few).isLessThan(290);
    }

    @Test
    void threeHundredUnitsAreAskedToScoreThemselvesInOneStepToo() {
        thon(300);
        var few = statementsToScore(codes(10));
        journey.beginsAt("2023-02-10T09:00");
        var many = statementsToScore(codes(300));

        System.out.printf("statements to open assessments: of 10 units %d, of 300 %d%n", few, many);
        assertThat(open("scoreOneself")).hasSize(300);
        assertThat(many - few).isLessThan(290);
    }

    private long statementsToScore(List<String> units) {
        var scoring = with(Samples.duty("Tự chấm điểm", "ONCE", "10/5/2023", units), "scheme", "MAU-2023");
        journey.issued(Samples.quietDraft(List.of(scoring)));
        var before = statements.now();
        journey.until(OPEN);
        var used = statements.now().since(before);
        return used.engine() + used.ours();
    }

    @Test
    void twelveTermsAreNoMoreQuestionsOfOursThanTwo() {
        var two = statementsToIssue(2);
        journey.beginsAt("2023-02-10T09:00");
        var twelve = statementsToIssue(12);

        System.out.printf("our statements to issue a plan: of 2 terms %d, of 12 %d%n", two, twelve);
        assertThat(twelve - two).isLessThan(5);
    }

    private long statementsToIssue(int terms) {
        var dates = IntStream.rangeClosed(1, terms)
                .mapToObj(day -> Map.of("date", "%02d/06/2023".formatted(day)))
                .toList();
        var duty = with(Samples.duty("Báo cáo", "MONTHLY", "", List.of("khuPho1")), "terms", dates);
        var before = statements.now();
        journey.issued(Samples.quietDraft(List.of(duty)));
        return statements.now().since(before).ours();
    }

    @Test
    void aRoundOfThreeHundredIsOneLineWithTheUnitsBehindItAndNoneOfTheirTexts() {
        var round = round(List.of("khuPho1"));
        thon(300);
        journey.until(OPEN);
        journey.database().sql("""
                        insert into report (id, plan, round, unit, answerable, asked_on, last_day, state, content, handed_in_at,
                            first_handed_in_at, climbed_until)
                        select :round || '-' || code, left(:round, -4), :round, code, code,
                            '2023-04-19', case when code <= 'thon004' then date '2023-04-18' else date '2023-05-09' end,
                            case when code <= 'thon012' and code <> 'thon001' then 'HANDED_IN' else 'ASKED' end, repeat('Đã xong. ', 2000),
                            case when code <= 'thon012' and code <> 'thon001' then timestamptz '2023-04-19 08:00+7' end,
                            case when code <= 'thon012' and code <> 'thon001' then timestamptz '2023-04-19 08:00+7' end, now()
                        from unit where code like 'thon%'""").param("round", round).update();
        page(round);
        var before = statements.now();
        var page = page(round);
        var used = statements.now().since(before);

        System.out.printf(
                "page of 301 units: %d statements, %d characters%n", used.engine() + used.ours(), page.length());
        assertThat(page)
                .contains("đã nộp 11/301, ", ">trễ 4<", ", chưa nộp 290", "Trễ hạn (4)", "Chưa nộp (289)", "Đã nộp (8)")
                .doesNotContain("Đã xong");
        assertThat(page.indexOf(">Thôn 001<")).as("missing first").isLessThan(page.indexOf(">Thôn 002<"));
        assertThat(used.engine() + used.ours()).isLessThan(40);
    }

    private String page(String round) {
        return new String(
                journey.download("chuyenvien", "/ke-hoach/" + round.substring(0, round.length() - 4)),
                StandardCharsets.UTF_8);
    }

    private long statementsToOpen(List<String> units) {
        round(units);
        var before = statements.now();
        journey.until(OPEN);
        var used = statements.now().since(before);
        return used.engine() + used.ours();
    }

    private String official(Task task) {
        return directory.members(unit(task)).get(0).login();
    }

    private String unit(Task task) {
        return Statements.quietly(() -> journey.database()
                .sql("select unit from report where id = (select business_key_ from act_ru_execution where id_ = ?)")
                .param(task.getProcessInstanceId())
                .query(String.class)
                .single());
    }

    private ResponseEntity<Map<String, Object>> post(String login, Task task, Map<String, ?> content) {
        return journey.call(HttpMethod.POST, login, "/api/work/" + task.getId(), content);
    }

    /** All are ready, then all act. */
    private static <T, A> List<A> atOnce(List<T> who, Function<T, A> act)
            throws InterruptedException, ExecutionException {
        var ready = new CountDownLatch(who.size());
        var go = new CountDownLatch(1);
        var people = Executors.newFixedThreadPool(who.size());
        try {
            var answers = new ArrayList<Future<A>>();
            for (var one : who) {
                answers.add(people.submit(() -> {
                    ready.countDown();
                    go.await();
                    return act.apply(one);
                }));
            }
            ready.await();
            go.countDown();
            var given = new ArrayList<A>();
            for (var answer : answers) {
                given.add(answer.get());
            }
            return given;
        } finally {
            people.shutdownNow();
        }
    }

    private static List<String> codes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("thon%03d"::formatted).toList();
    }

    private List<String> thon(int count) {
        var codes = codes(count);
        journey.database().sql("""
                        with thon as (insert into unit (code, name, kind, parent, field)
                            select code, 'Thôn ' || substring(code from 5), 'HAMLET', 'ubnd', 'VHXH' from unnest(:codes) code
                            returning code, name)
                        insert into official (login, name, unit, position, title, email)
                            select code, 'Mẫu Văn ' || name, code, 'UNIT_HEAD', 'Trưởng thôn', code || '@phuong.mau.example'
                            from thon""").param("codes", codes.toArray(String[]::new)).update();
        directory.forget();
        return codes;
    }

    private String round(List<String> units) {
        var content =
                with(draft(), "duties", List.of(Samples.duty("Báo cáo 6 tháng", "SEMI_ANNUAL", "10/5/2023", units)));
        content.put("recipients", List.of(Map.of("text", "Lưu: VT", "role", "ARCHIVE")));
        return journey.issued(content) + "-K01";
    }

    private List<Task> open(String step) {
        return tasks.createTaskQuery().taskDefinitionKey(step).list();
    }

    private Map<String, Long> states(String round) {
        return journey
                .database()
                .sql("select state from report where round = ?")
                .param(round)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private long events(String action) {
        return journey.database()
                .sql("select count(*) from plan_event where action = ?")
                .param(action)
                .query(Long.class)
                .single();
    }
}
