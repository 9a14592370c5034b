package vn.tiendo.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.Privileged;
import vn.tiendo.engine.Remembered;

/** Which groups an account has; none at all once it was deleted or its official left the directory. */
@Component
class Accounts {

    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final IdentityService identities;
    private final Privileged privileged;
    private final Remembered<Set<String>> given;
    private final Directory directory;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Accounts(JdbcClient database, IdentityService identities, Privileged privileged, Directory directory, Clock clock) {
        this.database = database;
        this.privileged = privileged;
        given = new Remembered<>(
                () -> Set.copyOf(database.sql("select login from given_password")
                        .query(String.class)
                        .list()),
                clock);
        this.identities = identities;
        this.directory = directory;
        this.clock = clock;
    }

    /** Looked up now; empty if there is no such account any more. */
    Optional<Set<String>> groupsOf(String login) {
        var groups = lookUp(login);
        known.put(login, new Known(groups, clock.instant()));
        return groups;
    }

    /** As it was at most a minute ago. */
    Optional<Set<String>> lately(String login) {
        var last = known.get(login);
        // the clock of the samples jumps, in tests also back
        if (last == null || Duration.between(last.at(), clock.instant()).abs().compareTo(BELIEVED) > 0) {
            return groupsOf(login);
        }
        return last.groups();
    }

    /** Whoever changes an account here says so, or the change is seen a minute later. */
    void forget(String login) {
        known.remove(login);
        given.forget();
    }

    /** Whether an administrator knows the password too. */
    boolean hasGivenPassword(String login) {
        return given.get().contains(login);
    }

    /** There is such an account and it does not have to wait; wrong passwords make it, the engine counts them. */
    boolean mayTry(String login) {
        return database.sql("""
                        select count(*) from act_id_user
                        where id_ = :login and (lock_exp_time_ is null or lock_exp_time_ <= :now)""")
                        .param("login", login)
                        .param("now", LocalDateTime.now(clock))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The next wrong password is the first again. */
    void hadTheRightPassword(String login) {
        privileged.run(() -> identities.unlockUser(login));
    }

    private Optional<Set<String>> lookUp(String login) {
        if (identities.createUserQuery().userId(login).count() == 0) {
            return Optional.empty();
        }
        var groups = identities.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
        var left = groups.contains(Permissions.OFFICIALS) && !directory.isInOffice(login);
        return left ? Optional.empty() : Optional.of(groups);
    }

    private record Known(Optional<Set<String>> groups, Instant at) {}
}
