package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.approved;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.MessagingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import vn.tiendo.testing.Application;
import vn.tiendo.testing.FreshData;
import vn.tiendo.testing.Samples;

/**
 * The application in production, killed at seven bad moments, some of them at once because a start takes longest. The test
 * holds a lock in the database where the application is to stand still, kills it there and starts it again.
 */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String ADMINISTRATOR = "quanly:mat-khau-dai-12";
    private static final String PASSWORD = "mat-khau-thu-nghiem";

    private static EmbeddedPostgres server;
    private static HikariDataSource source;
    private static JdbcClient database;
    private static GreenMail mailServer;
    private static Path keys;
    private static Application application;

    @BeforeAll
    static void databaseMailServerAndKeys() throws Exception {
        var folder = FreshData.folder();
        Files.createDirectories(folder.toAbsolutePath());
        keys = folder.resolve("ky-so.p12").toAbsolutePath();
        key("phochutich1", "signature");
        key("ubnd", "seal");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres").toAbsolutePath())
                .start();
        source = new HikariDataSource();
        source.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        source.setUsername("postgres");
        database = JdbcClient.create(source);
        mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (application != null) {
            application.close();
        }
        mailServer.stop();
        source.close();
        server.close();
    }

    /** As an administrator makes one for a trial. */
    private static void key(String owner, String picture) throws Exception {
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        owner,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + owner,
                        "-ext",
                        "KeyUsage=digitalSignature,nonRepudiation",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        Files.write(
                keys.resolveSibling(owner + ".png"),
                new ClassPathResource("sample/" + picture + ".png").getContentAsByteArray());
    }

    private static Map<String, String> production() {
        var settings = new HashMap<String, String>();
        settings.put("SPRING_PROFILES_ACTIVE", "production");
        settings.put("TIENDO_DB_URL", server.getJdbcUrl("postgres", "postgres"));
        settings.put("TIENDO_DB_USER", "postgres");
        settings.put("TIENDO_DB_PASSWORD", "unused");
        settings.put("TIENDO_SMTP_HOST", "127.0.0.1");
        settings.put("TIENDO_SMTP_PORT", String.valueOf(mailServer.getSmtp().getPort()));
        settings.put("TIENDO_MAIL_FROM", "tien-do@phuong.mau.example");
        settings.put("TIENDO_SIGNER_KEYSTORE", keys.toString());
        settings.put("TIENDO_SIGNER_PASSWORD", PASSWORD);
        settings.put("TIENDO_BASE_URL", "http://localhost");
        settings.put("TIENDO_ADMIN_LOGIN", ADMINISTRATOR.split(":")[0]);
        settings.put("TIENDO_ADMIN_PASSWORD", ADMINISTRATOR.split(":")[1]);
        settings.put("TIENDO_LINK_KEY", "khoa-lien-ket-cua-phep-thu-0123456789");
        settings.put("TIENDO_JOB_LOCK_MILLIS", "5000");
        return settings;
    }

    @Test
    @Order(1)
    void killedDuringStart() throws Exception {
        var dying = Application.launchUnpacked(production());
        Application.await(() -> exists("flyway_schema_history"));
        dying.kill();
        dying = Application.launchUnpacked(production());
        Application.await(() -> exists("act_re_procdef")
                && database.sql("select count(*) from act_re_procdef")
                                .query(Integer.class)
                                .single()
                        > 0);
        dying.kill();
        database.sql("delete from official").update();
        database.sql("delete from unit").update();
        try (var connection = source.getConnection()) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("sample/organisation.sql"));
        }
        database.sql("""
                        insert into official (login, name, unit, position, title, email)
                        values (?, 'Mẫu Văn Lý', 'ubnd', 'ADMINISTRATOR', 'Quản trị viên', 'quanly@phuong.mau.example')""").param(ADMINISTRATOR.split(":")[0]).update();

        application = Application.startUnpacked(production());

        assertThat(database.sql("select key_ from act_re_procdef order by key_")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "adHocReport",
                        "assessmentOpening",
                        "deadlineDecision",
                        "periodicReport",
                        "planDistribution",
                        "planLifecycle",
                        "reportRound",
                        "selfAssessment",
                        "unitAssignment",
                        "workShare");
        assertThat(database.sql("select count(*) from act_ru_filter")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
        for (var login : List.of("cbvhxh", "truongvhxh", "chuyenvien", "phochutich1", "vanthu")) {
            var answer = application.put(
                    ADMINISTRATOR,
                    "/engine-rest/user/" + login + "/credentials",
                    Map.of(
                            "password",
                            PASSWORD,
                            "authenticatedUserPassword",
                            ADMINISTRATOR.split(":")[1]));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        }
    }

    @Test
    @Order(2)
    void killedDuringIssueAndTheDistributionOfSixMails() throws Exception {
        var distributed = submitted();
        var issued = submitted();
        does("phochutich1", distributed, "approvePlan", approved());
        does("phochutich1", issued, "approvePlan", approved());
        // the mail server has taken the fourth mail, and the application cannot write that down
        database.sql("""
                        create function stall() returns trigger language plpgsql as $$
                        begin
                            if new.state = 'SENT' and new.id like '%N04' then perform pg_advisory_xact_lock(42); end if;
                            return new;
                        end $$""").update();
        database.sql("create trigger stall before update on delivery for each row execute function stall()")
                .update();
        try (var mails = locked("select pg_advisory_lock(42)")) {
            does("vanthu", distributed, "numberPlan", number(1));
            awaitBlocked(1);
            // files may be read, as the mails on their way do
            try (var files = locked("lock table stored_file in share mode")) {
                does("vanthu", issued, "numberPlan", number(2));
                awaitBlocked(2);
                application.kill();
            }
        }
        database.sql("drop function stall() cascade").update();

        application = Application.startUnpacked(production());

        Application.await(() -> "ISSUED".equals(status(issued)));
        assertThat(database.sql("select sequence from registered_document order by sequence")
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2);
        assertThat(database.sql("select last_sequence from number_register")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(database.sql("select count(*) from stored_file where plan = ?")
                        .param(issued)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        Application.await(() -> mailsOf(issued).size() == 6);
        Application.await(() -> database.sql("select count(*) from delivery where plan = ? and state = 'SENT'")
                        .param(distributed)
                        .query(Integer.class)
                        .single()
                == 6);
        var mails = mailsOf(distributed);
        assertThat(Set.copyOf(mails)).as("a repeat carries the same Message-ID").hasSize(6);
        // two were on their way when the application died, one on each of its threads
        assertThat(mails.stream()
                        .collect(Collectors.groupingBy(id -> id, Collectors.counting()))
                        .values())
                .as("each recipient has one mail, at most one repeat")
                .allMatch(count -> count <= 2);
    }

    @Test
    @Order(3)
    void killedDuringALeadersApprovalAndAClerksNumberWhileTimersFire() throws Exception {
        var plan = submitted();
        var report = asked();
        var approving = submitted();
        var numbering = submitted();
        does("phochutich1", numbering, "approvePlan", approved());
        try (var row = locked("select 1 from plan where id = '" + approving + "' for update");
                var register = locked("lock table registered_document in exclusive mode")) {
            application.postAndForget(by("phochutich1"), work("phochutich1", approving, "approvePlan"), approved());
            application.postAndForget(by("vanthu"), work("vanthu", numbering, "numberPlan"), number(3));
            awaitBlocked(2);
            try (var letters = locked("lock table outgoing_mail, notice in exclusive mode")) {
                database.sql(
                                "update report set last_day = current_date - 14, climbed_until = now() - interval '14 days' where id = ?")
                        .param(report)
                        .update();
                // these two and no others, which would keep all threads busy
                database.sql("""
                                update act_ru_task set due_date_ = timestamp '2020-01-01' where proc_inst_id_ in
                                    (select proc_inst_id_ from act_ru_execution where business_key_ = ?)""").param(plan).update();
                database.sql("""
                                update act_ru_job set duedate_ = timestamp '2020-01-01' where type_ = 'timer' and process_instance_id_ in
                                    (select proc_inst_id_ from act_ru_execution where business_key_ in (?, ?))""").params(plan, report).update();
                awaitBlocked("insert into outgoing_mail%");
                awaitBlocked("insert into notice%");
                application.kill();
            }
        }

        application = Application.startUnpacked(production());

        assertThat(status(numbering)).isEqualTo("APPROVED");
        assertThat(status(approving)).isEqualTo("APPROVING");
        does("phochutich1", approving, "approvePlan", approved());
        assertThat(status(approving)).isEqualTo("APPROVED");
        assertThat(database.sql("select count(*) from plan_event where plan = ? and action = 'approvePlan.APPROVED'")
                        .param(approving)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(database.sql("select max(sequence) from registered_document")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        Application.await(() -> reminders(plan) == 1
                && database.sql("select count(*) from act_ru_job where type_ = 'message'")
                                .query(Integer.class)
                                .single()
                        == 0);
        assertThat(Arrays.stream(mailServer.getReceivedMessages())
                        .filter(mail -> subject(mail).contains("Quá hạn")
                                && subject(mail).contains(plan)))
                .hasSize(1);
        does("phochutich1", plan, "approvePlan", approved());
        assertThat(status(plan)).isEqualTo("APPROVED");

        Application.await(() -> !reminded(report).isEmpty());
        assertThat(reminded(report))
                .as("what the ladder says is said once to each")
                .doesNotHaveDuplicates();
        assertThat(database.sql("select count(*) from act_ru_task where task_def_key_ = 'decideOverdue'")
                        .query(Integer.class)
                        .single())
                .as("the leader is asked once")
                .isEqualTo(1);
        assertThat(database.sql("""
                        select count(*) from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                        where e.business_key_ = ? and j.handler_cfg_ like 'nextRung%' and j.duedate_ > now()""").param(report).query(Integer.class).single())
                .as("the next rung waits")
                .isEqualTo(1);
    }

    /** A unit is asked for a report; the round has opened and waits for it. */
    private static String asked() {
        var plan = database.sql("select max(id) from plan where status = 'ISSUED'")
                .query(String.class)
                .single();
        var request = Map.of(
                "plan",
                plan,
                "name",
                "Tình hình cháy nổ",
                "question",
                "Số vụ trong tháng",
                "date",
                DAY.format(LocalDate.now().plusDays(30)),
                "time",
                "",
                "units",
                List.of("khuPho1"));
        var answer = application.post(by("chuyenvien"), "/api/work/start/adHocReport", request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Application.await(() ->
                database.sql("select count(*) from report").query(Integer.class).single() == 1);
        return database.sql("select id from report").query(String.class).single();
    }

    private static List<String> reminded(String report) {
        return database.sql("select address from outgoing_mail where dedup_key like ? and state = 'SENT'")
                .param("%ladder/" + report + "/%")
                .query(String.class)
                .list();
    }

    private static int reminders(String plan) {
        return database.sql(
                        "select count(*) from outgoing_mail where plan = ? and state = 'SENT' and dedup_key like 'overdue%'")
                .param(plan)
                .query(Integer.class)
                .single();
    }

    // The way to the bad moment
    // --------------------------------------------------------------------------------------------

    private static String submitted() {
        var today = DAY.format(LocalDate.now());
        var proposal = Samples.with(Samples.proposal(), "proposalDate", today);
        var answer = application.post(by("cbvhxh"), "/api/work/start/planLifecycle", proposal);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var plan = database.sql("select max(id) from plan").query(String.class).single();
        var draft = new HashMap<>(Samples.draft());
        draft.put("year", String.valueOf(LocalDate.now().getYear()));
        draft.put("duties", List.of());
        draft.put(
                "recipients",
                List.of("noiVuThanhPho", "dangUy", "hdnd", "mttq", "phuNu", "khuPho1").stream()
                        .map(unit -> Map.of("text", unit, "role", "TO_EXECUTE", "unit", unit))
                        .toList());
        does("cbvhxh", plan, "draftPlan", draft);
        does("truongvhxh", plan, "reviewDraft", approved());
        does("chuyenvien", plan, "checkForm", approved());
        return plan;
    }

    private static void does(String login, String plan, String step, Object content) {
        var answer = application.post(by(login), work(login, plan, step), content);
        assertThat(answer.statusCode()).as("%s: %s", step, answer.body()).isEqualTo(200);
    }

    private static Map<String, String> number(int sequence) {
        return Map.of("sequence", String.valueOf(sequence), "issuedOn", DAY.format(LocalDate.now()));
    }

    private static String work(String login, String plan, String step) {
        var task = database.sql("""
                        select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = ? and t.task_def_key_ = ?""").params(plan, step).query(String.class).single();
        return "/api/work/" + task;
    }

    private static String by(String login) {
        return login + ":" + PASSWORD;
    }

    private static String status(String plan) {
        return database.sql("select status from plan where id = ?")
                .param(plan)
                .query(String.class)
                .single();
    }

    private static List<String> mailsOf(String plan) {
        var title = database.sql("select code from plan where id = ?")
                .param(plan)
                .query(String.class)
                .single();
        return Arrays.stream(mailServer.getReceivedMessages())
                .filter(mail -> subject(mail).startsWith(title))
                .map(mail -> {
                    try {
                        return mail.getMessageID();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.toList());
    }

    private static String subject(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean exists(String table) {
        return database.sql("select to_regclass(?) is not null")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    /** Holds the lock until closed. */
    private static Lock locked(String statement) throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        connection.createStatement().execute(statement);
        return new Lock(connection);
    }

    /** So many of the application's transactions wait for locks that the test holds. */
    private static void awaitBlocked(int transactions) {
        Application.await(() -> database.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                == transactions);
    }

    private static void awaitBlocked(String statement) {
        Application.await(() -> database.sql(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and ltrim(query, E' \\n') ilike ?")
                        .param(statement)
                        .query(Integer.class)
                        .single()
                > 0);
    }

    private record Lock(Connection connection) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.createStatement().execute("select pg_advisory_unlock_all()");
            connection.rollback();
            connection.close();
        }
    }
}
