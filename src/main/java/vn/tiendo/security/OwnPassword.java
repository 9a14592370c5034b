package vn.tiendo.security;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.engine.Privileged;
import vn.tiendo.engine.Refusal;

/** A password that only its person knows. One that an administrator gave has to be changed before any work. */
@Component
class OwnPassword {

    private final JdbcClient database;
    private final IdentityService identities;
    private final PasswordRules rules;
    private final Accounts accounts;
    private final Privileged privileged;
    private final Clock clock;

    OwnPassword(
            JdbcClient database,
            IdentityService identities,
            PasswordRules rules,
            Accounts accounts,
            Privileged privileged,
            Clock clock) {
        this.database = database;
        this.identities = identities;
        this.rules = rules;
        this.accounts = accounts;
        this.privileged = privileged;
        this.clock = clock;
    }

    boolean isGiven(String login) {
        return accounts.hasGivenPassword(login);
    }

    /** @throws Refusal if the old one is wrong, or the new one too easy, the same or mistyped */
    // not one transaction: a wrong old password counts although the change is refused
    void change(String login, String old, String chosen, String repeated) {
        if (chosen.equals(old)) {
            throw Refusal.of("chosen", "password.same");
        }
        if (!chosen.equals(repeated)) {
            throw Refusal.of("repeated", "password.mistyped");
        }
        rules.check(login, chosen);
        // last, because a wrong one makes the account wait
        if (!identities.checkPassword(login, old)) {
            throw Refusal.of("old", "password.wrong");
        }
        write(login, chosen);
        database.sql("delete from given_password where login = ?").param(login).update();
        accounts.forget(login);
    }

    /** An administrator gives one. @throws Refusal if it is too easy, or there is no such account */
    @Transactional
    void give(String login, String password) {
        rules.check(login, password);
        write(login, password);
        database.sql(
                        "insert into given_password values (?, ?) on conflict (login) do update set given_at = excluded.given_at")
                .params(login, OffsetDateTime.now(clock))
                .update();
        accounts.forget(login);
    }

    private void write(String login, String password) {
        privileged.run(() -> {
            var user = identities.createUserQuery().userId(login).singleResult();
            if (user == null) {
                throw Refusal.because("directory.noOfficial", login);
            }
            user.setPassword(password);
            identities.saveUser(user);
            identities.unlockUser(login);
        });
    }
}
