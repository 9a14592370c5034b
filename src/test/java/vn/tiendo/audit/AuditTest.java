package vn.tiendo.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.testing.Samples.proposal;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.form.Entries;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Visitor;

/** Every change is noted with who made it, and a change of the notes shows. */
@ProcessTest
class AuditTest {

    @Autowired
    Journey journey;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource source;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AuditTrail trail;

    @Autowired
    Labels labels;

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() {
        journey.beginsAt("2023-02-10T09:00");
    }

    @AfterEach
    void forget() {
        database.sql("delete from abbreviation where short like 'KT-%'").update();
    }

    @Test
    void whatAPersonChangesIsNotedWithTheValuesBeforeAndAfter() {
        abbreviate("KT-1", "Kiểm tra");
        abbreviate("KT-1", "=Kiểm toán");

        assertThat(notes("abbreviation", "KT-1"))
                .containsExactly(
                        "quantri INSERT null {\"short\": \"KT-1\", \"meaning\": \"Kiểm tra\"}",
                        "quantri UPDATE {\"meaning\": \"Kiểm tra\"} {\"meaning\": \"=Kiểm toán\"}");
        var administrator = new Visitor(port, "quantri");
        assertThat(administrator.reads("/kiem-toan?gi=abbreviation&ma=KT-1"))
                .contains("Sửa Viết tắt", "Mẫu", "<del>Kiểm tra</del>", "<ins>=Kiểm toán</ins>");
        assertThat(administrator.reads("/kiem-toan?gi=abbreviation&ma=KT-1&ai=vanthu"))
                .contains("Không có dòng nào như vậy");
    }

    @Test
    void tasksOfPeopleBearTheirNamesAndJobsTheSystems() {
        var plan = (String) journey.propose("cbvhxh", proposal()).getBody().get("businessKey");
        assertThat(notes("plan", plan)).isNotEmpty().allMatch(note -> note.startsWith("cbvhxh "));
        journey.settle();

        assertThat(actors("plan_event")).contains("cbvhxh").doesNotContain("anonymousUser");
    }

    @Test
    void whatIsWrittenByHandIsToldFromWhatTheApplicationWrites() throws SQLException {
        var url = source.unwrap(HikariDataSource.class).getJdbcUrl();
        try (var hand = DriverManager.getConnection(url, "postgres", "");
                var statement = hand.createStatement()) {
            statement.execute("insert into abbreviation values ('KT-2', 'Sửa tay')");
        }
        database.sql("insert into abbreviation values ('KT-3', 'Tự ghi')").update();

        assertThat(notes("abbreviation", "KT-2").get(0)).startsWith("sql:postgres INSERT");
        assertThat(notes("abbreviation", "KT-3").get(0)).startsWith("system INSERT");
    }

    @Test
    void ofAPasswordOnlyTheChangeIsNoted() {
        var notes = undone(() -> {
            database.sql("update act_id_user set pwd_ = 'secret' where id_ = 'quantri'")
                    .update();
            return notes("act_id_user", "quantri");
        });

        assertThat(notes.get(notes.size() - 1)).isEqualTo("system UPDATE {\"pwd_\": \"•••\"} {\"pwd_\": \"•••\"}");
    }

    @Test
    void ofAFileItsDigestIsNoted() {
        var notes = undone(() -> {
            database.sql(
                            "insert into paper_template (kind, name, content, put_by, put_at) values ('PLAN', 'a.docx', '\\x0102', 'quantri', now())")
                    .update();
            return notes("paper_template", "PLAN");
        });

        assertThat(notes.get(notes.size() - 1))
                .contains("a12871fee210fb8619291eaea194581cbd2531e4b23759d225f6806923f63222");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'another' where number = (select min(number) from audit_entry)",
                "update audit_entry set hash = '' where link = 1",
                "delete from audit_entry where number = (select max(number) from audit_entry)",
                "truncate audit_entry"
            })
    void notesStayAsTheyAre(String change) {
        abbreviate("KT-4", "Một");
        trail.seal();

        assertThatThrownBy(() -> database.sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("stay as they are");
    }

    /** By somebody who may switch the triggers off. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update audit_entry set actor = 'another' where link = :middle                     | 0
            update audit_entry set after = '{"meaning": "Hai"}' where link = :middle          | 0
            update audit_entry set hash = sha256('another') where link = :middle              | 0
            delete from audit_entry where link = :middle                                      | 1
            update audit_entry set link = link + 1000000000 where link >= :middle             | 1000000000""")
    void aChangedOrMissingNoteIsFound(String change, long later) {
        abbreviate("KT-5", "Một");
        abbreviate("KT-5", "Ba");
        abbreviate("KT-5", "Bốn");
        assertThat(trail.firstFault()).isEmpty();
        var middle = trail.head().orElseThrow().link() - 1;

        var fault = undone(() -> {
            database.sql("set local session_replication_role = replica").update();
            database.sql(change).param("middle", middle).update();
            return trail.firstFault();
        });

        assertThat(fault).contains(middle + later);
        assertThat(trail.firstFault()).isEmpty();
    }

    @Test
    void theAdministratorChecksTheChainAndTakesItHome() {
        abbreviate("KT-6", "=1+1");
        var administrator = new Visitor(port, "quantri").keepsCookies();

        administrator.answerTo("POST", "/kiem-toan/kiem-tra", "application/x-www-form-urlencoded", "");
        assertThat(administrator.reads("/kiem-toan")).contains("Chuỗi nguyên vẹn");
        var today = trail.lines(new AuditTrail.Filter("", "", ""), Long.MAX_VALUE)
                .get(0)
                .at();
        var day = Entries.print(today.atZoneSameInstant(OfficeTime.ZONE).toLocalDate());
        assertThat(administrator.reads("/kiem-toan/tai-ve.csv?tu=" + day + "&den=" + day))
                .startsWith("\ufeffSố;Lúc;Ai;")
                .contains("\"{\"\"short\"\": \"\"KT-6\"\", \"\"meaning\"\": \"\"=1+1\"\"}\"");
    }

    @ParameterizedTest
    @CsvSource({"31/02/2026, 01/03/2026, ngày", "02/03/2026, 01/03/2026, sớm hơn", "'', 01/03/2026, ngày"})
    void daysThatCannotBeAreRefusedOnThePage(String from, String to, String said) {
        var visitor = new Visitor(port, "quantri").keepsCookies();
        assertThat(visitor.goesTo("/kiem-toan/tai-ve.csv?tu=" + from + "&den=" + to))
                .isEqualTo("/kiem-toan");
        assertThat(visitor.reads("/kiem-toan").replaceAll("(?s).*role=\"alert\"[^>]*>([^<]*)<.*", "$1"))
                .contains(said);
    }

    @Test
    void daysAndMomentsAreShownAsPeopleWriteThem() {
        assertThat(labels.values("{\"due\": \"2026-05-09\", \"at\": \"2026-05-08T20:30:01.5+00:00\", \"state\": null}"))
                .isEqualTo(Map.of("Hạn", "09/05/2026", "Lúc", "09/05/2026 03:30:01", "Trạng thái", ""));
    }

    /** The others are named in afterMigrate.sql, with the reason. */
    @Test
    void everyTableIsAuditedAndHasItsWord() {
        var free = database.sql("""
                        select relname from pg_class t where relkind = 'r' and relnamespace = current_schema()::regnamespace
                        and relname !~ '^act_' and not exists (select from pg_trigger where tgrelid = t.oid and tgname = 'audited')""").query(String.class).list();
        assertThat(free)
                .containsExactlyInAnyOrder(
                        "audit_entry", "flyway_schema_history", "form_input", "notice", "outgoing_mail");
        assertThat(database.sql("""
                        select relname from pg_class t join pg_trigger on tgrelid = t.oid and tgname = 'audited'""").query(String.class).list())
                .hasSizeGreaterThan(50)
                .containsExactlyInAnyOrderElementsOf(
                        labels.tables().stream().map(Labels.Table::name).toList());
        assertThat(database.sql("""
                        select distinct attname from pg_attribute join pg_trigger on tgrelid = attrelid and tgname = 'audited'
                        where attnum > 0 and not attisdropped""").query(String.class).list())
                .noneMatch(column -> labels.column(column).equals(column));
    }

    private void abbreviate(String shortened, String meaning) {
        var form = "shortened=%s&meaning=%s".formatted(shortened, URLEncoder.encode(meaning, StandardCharsets.UTF_8));
        assertThat(new Visitor(port, "quantri")
                        .answerTo("POST", "/viet-tat", "application/x-www-form-urlencoded", form))
                .isEqualTo("302");
    }

    private List<String> notes(String subject, String key) {
        return database.sql(
                        "select concat_ws(' ', actor, action, coalesce(before::text, 'null'), after) from audit_entry where subject = ? and key::text like ? order by number")
                .params(subject, "%\"" + key + "\"%")
                .query(String.class)
                .list();
    }

    private List<String> actors(String subject) {
        return database.sql("select distinct actor from audit_entry where subject = ?")
                .param(subject)
                .query(String.class)
                .list();
    }

    private <T> T undone(Supplier<T> acts) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return acts.get();
        });
    }
}
