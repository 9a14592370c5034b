package vn.tiendo.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/** Passwords of a directory server, here a real one in memory. */
@ProcessTest
class LdapPasswordsTest {

    @Autowired
    IdentityService identities;

    @Autowired
    Accounts accounts;

    @Autowired
    Clock clock;

    @Autowired
    Journey journey;

    private static InMemoryDirectoryServer server;
    private static LdapPasswords passwords;

    @BeforeAll
    static void aDirectory() throws Exception {
        var config = new InMemoryDirectoryServerConfig("dc=phuong,dc=example");
        config.setSchema(null);
        config.addAdditionalBindCredentials("cn=tien-do", "reading");
        config.setAuthenticationRequiredOperationTypes(com.unboundid.ldap.sdk.OperationType.SEARCH);
        server = new InMemoryDirectoryServer(config);
        server.add("dn: dc=phuong,dc=example", "objectClass: domain", "dc: phuong");
        server.add("dn: ou=can-bo,dc=phuong,dc=example", "objectClass: organizationalUnit", "ou: can-bo");
        server.add(
                "dn: cn=Mẫu Thị Lan,ou=can-bo,dc=phuong,dc=example",
                "objectClass: inetOrgPerson",
                "cn: Mẫu Thị Lan",
                "sn: Mẫu",
                "uid: cbvhxh",
                "userPassword: mật khẩu của Lan");
        server.startListening();
        passwords = passwords(url());
    }

    @AfterAll
    static void isGone() {
        server.shutDown(true);
    }

    @Test
    void theRightPasswordOfAPersonThereIsAccepted() {
        assertThat(passwords.accepts("cbvhxh", "mật khẩu của Lan")).isTrue();
    }

    @Test
    void nothingElseIs() {
        assertThat(passwords.accepts("cbvhxh", "sai")).isFalse();
        assertThat(passwords.accepts("cbvhxh", "")).as("a bind as nobody").isFalse();
        assertThat(passwords.accepts("vanthu", "mật khẩu của Lan")).isFalse();
        assertThat(passwords.accepts("*", "mật khẩu của Lan")).as("no pattern").isFalse();
        assertThat(passwords.accepts("cbvhxh)(uid=*", "mật khẩu của Lan")).isFalse();
    }

    @Test
    void wrongPasswordsCostTheSamePausesAsOurOwn() {
        journey.beginsAt("2023-02-10T09:00");
        var signIn = new EnginePasswords(identities, accounts, new SignInBrake(clock), passwords);
        for (var seconds : List.of(3, 6, 12)) {
            assertThat(isSignedIn(signIn, "cbvhxh", "sai")).isFalse();
            assertThat(isSignedIn(signIn, "cbvhxh", "mật khẩu của Lan"))
                    .as("within the pause")
                    .isFalse();
            journey.jumpsTo(Journey.now().plusSeconds(seconds).toString());
        }
        assertThat(isSignedIn(signIn, "cbvhxh", "mật khẩu của Lan")).isTrue();

        assertThat(isSignedIn(signIn, "cbvhxh", "sai")).isFalse();
        journey.jumpsTo(Journey.now().plusSeconds(3).toString());
        assertThat(isSignedIn(signIn, "cbvhxh", "mật khẩu của Lan"))
                .as("the first pause again")
                .isTrue();
        assertThat(isSignedIn(signIn, "CBVHXH", "mật khẩu của Lan"))
                .as("the directory reads over capitals")
                .isFalse();
    }

    private static boolean isSignedIn(EnginePasswords passwords, String login, String password) {
        try {
            return passwords
                    .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(login, password))
                    .isAuthenticated();
        } catch (BadCredentialsException refused) {
            return false;
        }
    }

    @Test
    void aServerThatIsAwayAcceptsNobodyAndStopsNobody() {
        assertThat(passwords("ldap://localhost:1/dc=phuong,dc=example").accepts("cbvhxh", "mật khẩu của Lan"))
                .isFalse();
    }

    @Test
    void withoutAnAddressNobodyIsAsked() {
        assertThat(passwords("").accepts("cbvhxh", "mật khẩu của Lan")).isFalse();
    }

    private static LdapPasswords passwords(String url) {
        return new LdapPasswords(url, "cn=tien-do", "reading", "ou=can-bo", "(uid={0})");
    }

    private static String url() {
        return "ldap://localhost:" + server.getListenPort() + "/dc=phuong,dc=example";
    }
}
