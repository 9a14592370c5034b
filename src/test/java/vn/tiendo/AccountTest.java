package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiendo.security.Identities;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Visitor;

/** Who is no longer what he was does not stay signed in. */
@ProcessTest
class AccountTest {

    @Autowired
    Journey journey;

    @Autowired
    Identities identities;

    @Autowired
    IdentityService engine;

    @LocalServerPort
    int port;

    @BeforeEach
    void somebodyNew() {
        journey.beginsAt("2023-02-10T09:00");
        journey.database().sql("""
                        insert into official (login, name, unit, position, title, email)
                        values ('moiden', 'Mẫu Thị Mới', 'vanPhong', 'OFFICE_STAFF', 'Chuyên viên', 'moiden@phuong.mau.example')""").update();
        identities.follow(Journey.PASSWORD);
    }

    @AfterEach
    void isGone() {
        journey.database().sql("delete from official where login = 'moiden'").update();
        engine.deleteUser("moiden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"official", "account", "group"})
    void whoseAccountChangedIsSignedOutWithinAMinute(String what) {
        var visitor = new Visitor(port, null).signsIn("moiden");
        assertThat(visitor.answerTo("GET", "/api/directory")).isEqualTo("200");

        Map.<String, Runnable>of(
                        "official",
                        () -> journey.database()
                                .sql("delete from official where login = 'moiden'")
                                .update(),
                        "account",
                        () -> engine.deleteUser("moiden"),
                        "group",
                        () -> engine.deleteMembership("moiden", "office"))
                .get(what)
                .run();
        journey.until("2023-02-10T09:02");

        assertThat(visitor.answerTo("GET", "/api/directory")).isEqualTo("401");
        assertThat(visitor.answerTo("GET", "/camunda/api/engine/engine/default/task"))
                .isEqualTo("401");
        assertThat(visitor.answerTo("GET", "/ke-hoach")).isEqualTo("sign-in");
    }

    @Test
    void whoLeftTheDirectoryDoesNotSignInAgain() {
        journey.database().sql("delete from official where login = 'moiden'").update();
        journey.until("2023-02-10T09:02");

        assertThat(new Visitor(port, "moiden").answerTo("GET", "/api/directory"))
                .isEqualTo("401");
    }

    @Test
    void everybodyElseStaysSignedIn() {
        var visitor = new Visitor(port, null).signsIn("moiden");
        journey.until("2023-02-10T16:00");

        assertThat(visitor.answerTo("GET", "/api/directory")).isEqualTo("200");
    }
}
