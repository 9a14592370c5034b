package vn.tiendo.security;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;

/** The engine's users and groups follow the directory: officials are users, units and roles are groups. */
@Component
public class Identities {

    private static final List<String> ROLES =
            List.of("officials", "chair", "viceChair", "office", "clerk", Permissions.ADMINISTRATORS);

    private final IdentityService identities;
    private final Directory directory;
    private final Accounts accounts;
    private final PasswordRules passwords;
    private final OwnPassword own;

    Identities(
            IdentityService identities,
            Directory directory,
            Accounts accounts,
            PasswordRules passwords,
            OwnPassword own) {
        this.identities = identities;
        this.directory = directory;
        this.accounts = accounts;
        this.passwords = passwords;
        this.own = own;
    }

    /** Whether the models or the permissions know a group of this name, so that no unit may be called so. */
    public static boolean isRole(String group) {
        return ROLES.stream().anyMatch(role -> role.equalsIgnoreCase(group));
    }

    /**
     * Creates what is missing and moves memberships.
     *
     * @param firstPassword of users created now; blank: one that nobody knows, until an administrator sets another
     */
    @Transactional
    public void follow(String firstPassword) {
        var officials = directory.officials();
        var users = new HashMap<String, User>();
        identities.createUserQuery().list().forEach(user -> users.put(user.getId(), user));
        var groups = new HashMap<String, Group>();
        identities.createGroupQuery().list().forEach(group -> groups.put(group.getId(), group));
        for (var role : ROLES) {
            ensureGroup(groups, role, Sentences.of("group." + role));
        }
        for (var unit : directory.units()) {
            ensureGroups(groups, unit);
        }
        for (var official : officials) {
            follow(official, users.get(official.login()), firstPassword);
        }
    }

    /** The first administrator's account; once there is one the password in the environment changes nothing. */
    @Transactional
    public void ensureAdministrator(String login, String password) {
        var isAdministrator = directory
                .find(login)
                .filter(official -> official.holds(Position.ADMINISTRATOR))
                .isPresent();
        if (isAdministrator && identities.createUserQuery().userId(login).count() == 0) {
            var user = identities.newUser(login);
            user.setPassword(password);
            identities.saveUser(user);
        }
    }

    /** The groups of one unit only. */
    @Transactional
    public void follow(Unit unit) {
        var groups = new HashMap<String, Group>();
        identities
                .createGroupQuery()
                .groupIdIn(unit.code(), unit.code() + "Head")
                .list()
                .forEach(group -> groups.put(group.getId(), group));
        ensureGroups(groups, unit);
    }

    private void ensureGroups(Map<String, Group> known, Unit unit) {
        ensureGroup(known, unit.code(), unit.name());
        ensureGroup(known, unit.code() + "Head", Sentences.of("group.head", unit.name()));
    }

    private void ensureGroup(Map<String, Group> known, String id, String name) {
        var group = known.get(id);
        if (group == null) {
            group = identities.newGroup(id);
            group.setType("WORKFLOW");
            known.put(id, group);
        }
        if (!name.equals(group.getName())) {
            group.setName(name);
            identities.saveGroup(group);
        }
    }

    /** The account of one person only, as the directory has him now; a new one has a password nobody knows. */
    @Transactional
    public void follow(Official official) {
        follow(official, identities.createUserQuery().userId(official.login()).singleResult(), "");
        accounts.forget(official.login());
    }

    private void follow(Official official, @Nullable User known, String firstPassword) {
        var user = known == null ? identities.newUser(official.login()) : known;
        // shown in this order: family and middle names, then the given name
        var given = official.name().lastIndexOf(' ') + 1;
        var first = official.name().substring(0, given).strip();
        var last = official.name().substring(given);
        if (known == null
                || !first.equals(user.getFirstName())
                || !last.equals(user.getLastName())
                || !official.email().equals(user.getEmail())) {
            user.setFirstName(first);
            user.setLastName(last);
            user.setEmail(official.email());
            if (known == null) {
                user.setPassword(firstPassword.isBlank() ? UUID.randomUUID().toString() : firstPassword);
            }
            identities.saveUser(user);
        }
        moveMemberships(official);
    }

    /** @throws Refusal that says why this is no password */
    public void refuseEasy(String login, String password) {
        passwords.check(login, password);
    }

    /**
     * An administrator gives somebody a password, to be changed before any work.
     *
     * @throws Refusal if it is too easy, or there is no such account
     */
    public void setPassword(String login, String password) {
        own.give(login, password);
    }

    private void moveMemberships(Official official) {
        var wanted = new HashSet<>(official.groups());
        for (Group group :
                identities.createGroupQuery().groupMember(official.login()).list()) {
            if (!wanted.remove(group.getId())) {
                identities.deleteMembership(official.login(), group.getId());
            }
        }
        wanted.forEach(group -> identities.createMembership(official.login(), group));
    }
}
