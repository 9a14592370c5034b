package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiendo.security.Identities;
import vn.tiendo.security.Sessions;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Visitor;

/** Signing in with a password: kept safely, guessed slowly, given only for the first time; and how many sessions there are. */
@ProcessTest
class SignInTest {

    private static final String GIVEN = "mot cau duoc dua";
    private static final String OWN = "an va ha tu chon";

    @Autowired
    Journey journey;

    @Autowired
    Identities identities;

    @Autowired
    Sessions sessions;

    @Autowired
    IdentityService engine;

    @LocalServerPort
    int port;

    @BeforeEach
    void somebodyNew() {
        journey.beginsAt("2026-03-10T09:00");
        journey.database().sql("""
                        insert into official (login, name, unit, position, title, email)
                        values ('moiden', 'Mẫu Thị An', 'vanPhong', 'OFFICE_STAFF', 'Chuyên viên', 'moiden@phuong.mau.example')""").update();
        journey.database()
                .sql(
                        "insert into official select 'moiden2', name, unit, position, title, email from official where login = 'moiden'")
                .update();
        identities.follow(Journey.PASSWORD);
    }

    @AfterEach
    void isGone() {
        journey.database()
                .sql("delete from official where login like 'moiden%'")
                .update();
        journey.database().sql("delete from given_password").update();
        engine.deleteUser("moiden");
        engine.deleteUser("moiden2");
    }

    @Test
    void passwordsAreHashedSlowlyAndOldHashesStillOpen() {
        var hash = "select pwd_ from act_id_user where id_ = 'moiden'";
        assertThat(journey.database().sql(hash).query(String.class).single()).startsWith("{argon2id}$argon2id$");

        // "old password" + "salt" as the engine hashed it before
        journey.database()
                .sql(
                        "update act_id_user set salt_ = 'salt', pwd_ = '{SHA-512}' || encode(sha512('old passwordsalt'::bytea), 'base64') where id_ = 'moiden'")
                .update();
        journey.database()
                .sql("update act_id_user set pwd_ = replace(pwd_, chr(10), '') where id_ = 'moiden'")
                .update();
        assertThat(engine.checkPassword("moiden", "old password")).isTrue();
        assertThat(engine.checkPassword("moiden", "other password")).isFalse();
    }

    @Test
    void wrongPasswordsCostPausesAndNeverTheAccount() {
        IntStream.range(10, 22).forEach(minute -> {
            engine.checkPassword("moiden", "wrong");
            journey.until("2026-03-10T09:%d:01".formatted(minute));
        });
        engine.checkPassword("moiden", "wrong");

        assertThat(engine.checkPassword("moiden", Journey.PASSWORD))
                .as("too soon")
                .isFalse();
        journey.until("2026-03-10T09:22:02");
        assertThat(engine.checkPassword("moiden", Journey.PASSWORD)).isTrue();
    }

    @Test
    void whoGuessesAtManyAccountsFromOneAddressWaits() {
        // a day of its own: all tests come from this address
        journey.beginsAt("2031-01-15T09:00");
        var guesser = new Visitor(port, null);
        IntStream.range(0, 50).forEach(wrong -> guesser.triesToSignIn("nobody" + wrong, "wrong"));

        assertThat(guesser.triesToSignIn("moiden", Journey.PASSWORD)).endsWith("/dang-nhap?cho");
        assertThat(guesser.reads("/dang-nhap?cho")).contains("Từ mạng này đã có quá nhiều lần nhập sai.");
        journey.until("2031-01-15T09:06");
        assertThat(guesser.triesToSignIn("moiden", Journey.PASSWORD))
                .as("opens by itself")
                .doesNotContain("dang-nhap");
    }

    @Test
    void aPasswordThatWasGivenIsChangedBeforeAnyWork() {
        identities.setPassword("moiden", GIVEN);
        var person = new Visitor(port, null);
        person.triesToSignIn("moiden", GIVEN);

        assertThat(person.goesTo("/ke-hoach")).endsWith("/tai-khoan");
        assertThat(person.answerTo("GET", "/api/directory")).isEqualTo("403");
        assertThat(person.answerTo("GET", "/camunda/api/engine/engine/default/task"))
                .isEqualTo("403");

        assertThat(new Visitor(port, "moiden").withPassword(GIVEN).answerTo("GET", "/engine-rest/task"))
                .isEqualTo("403");

        assertThat(person.sends("/tai-khoan", "/tai-khoan/mat-khau", "old=" + GIVEN + "&chosen=ngan&repeated=ngan"))
                .contains("Mật khẩu phải có ít nhất 10 ký tự");
        assertThat(person.sends(
                        "/tai-khoan", "/tai-khoan/mat-khau", "old=" + GIVEN + "&chosen=" + OWN + "&repeated=khac"))
                .contains("Hai lần nhập mật khẩu mới không giống nhau.");
        assertThat(person.sends("/tai-khoan", "/tai-khoan/mat-khau", "old=sai&chosen=" + OWN + "&repeated=" + OWN))
                .contains("Mật khẩu hiện nay không đúng;");
        journey.until("2026-03-10T09:01");

        assertThat(person.sends(
                        "/tai-khoan", "/tai-khoan/mat-khau", "old=" + GIVEN + "&chosen=" + OWN + "&repeated=" + OWN))
                .contains("Đã đổi mật khẩu.");
        assertThat(person.answerTo("GET", "/ke-hoach")).isEqualTo("200");
        assertThat(engine.checkPassword("moiden", OWN)).isTrue();
    }

    @Test
    void theOldestOfTooManySessionsEnds() {
        var first = new Visitor(port, null).signsIn("moiden2");
        assertThat(first.answerTo("GET", "/ke-hoach")).isEqualTo("200");

        IntStream.range(0, 5).forEach(more -> new Visitor(port, null).signsIn("moiden2"));

        assertThat(sessions.count("moiden2")).isEqualTo(5);
        assertThat(first.goesTo("/ke-hoach")).endsWith("/dang-nhap?het-phien");
    }

    @Test
    void signingOutEverywhereEndsEverySession() {
        var here = new Visitor(port, null).signsIn("moiden2");
        var there = new Visitor(port, null).signsIn("moiden2");
        here.sends("/tai-khoan", "/tai-khoan/dang-xuat", "");

        assertThat(there.answerTo("GET", "/api/directory")).isEqualTo("401");
        assertThat(here.answerTo("GET", "/api/directory")).isEqualTo("401");

        var again = new Visitor(port, null).signsIn("moiden2");
        new Visitor(port, null).signsIn("quantri").sends("/to-chuc", "/to-chuc/nguoi/dang-xuat", "login=moiden2");
        assertThat(again.answerTo("GET", "/api/directory"))
                .as("an administrator did it")
                .isEqualTo("401");
    }
}
