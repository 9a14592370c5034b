package vn.tiendo.security;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.engine.Sentences;

/** The engine's users and groups follow the directory: officials are users, units and roles are groups. */
@Component
public class Identities {

    private static final List<String> ROLES =
            List.of("officials", "chair", "viceChair", "office", "clerk", Permissions.ADMINISTRATORS);

    private final IdentityService identities;
    private final Directory directory;

    Identities(IdentityService identities, Directory directory) {
        this.identities = identities;
        this.directory = directory;
    }

    /**
     * Creates what is missing and moves memberships.
     *
     * @param firstPassword of users created now; blank: one that nobody knows, until an administrator sets another
     */
    @Transactional
    public void follow(String firstPassword) {
        var officials = directory.officials();
        var users = new HashSet<String>();
        identities.createUserQuery().list().forEach(user -> users.add(user.getId()));
        var groups = new HashSet<String>();
        identities.createGroupQuery().list().forEach(group -> groups.add(group.getId()));
        for (var role : ROLES) {
            ensureGroup(groups, role, Sentences.of("group." + role));
        }
        for (var unit : directory.units()) {
            ensureGroup(groups, unit.code(), unit.name());
            ensureGroup(groups, unit.code() + "Head", Sentences.of("group.head", unit.name()));
        }
        for (var official : officials) {
            if (users.add(official.login())) {
                create(official, firstPassword.isBlank() ? UUID.randomUUID().toString() : firstPassword);
            }
            follow(official);
        }
    }

    /** The first administrator, while there is none; later the password in the environment changes nothing. */
    @Transactional
    public void ensureAdministrator(String login, String password) {
        if (identities
                        .createUserQuery()
                        .memberOfGroup(Permissions.ADMINISTRATORS)
                        .count()
                > 0) {
            return;
        }
        if (identities.createUserQuery().userId(login).count() == 0) {
            var user = identities.newUser(login);
            user.setLastName(login);
            user.setPassword(password);
            identities.saveUser(user);
        }
        identities.createMembership(login, Permissions.ADMINISTRATORS);
    }

    private void ensureGroup(Set<String> known, String id, String name) {
        if (known.add(id)) {
            var group = identities.newGroup(id);
            group.setName(name);
            group.setType("WORKFLOW");
            identities.saveGroup(group);
        }
    }

    private void create(Official official, String password) {
        var user = identities.newUser(official.login());
        // shown in this order: family and middle names, then the given name
        var given = official.name().lastIndexOf(' ') + 1;
        user.setFirstName(official.name().substring(0, given).strip());
        user.setLastName(official.name().substring(given));
        user.setEmail(official.email());
        user.setPassword(password);
        identities.saveUser(user);
    }

    /** Moves the memberships of one person only, as the directory has them now. */
    @Transactional
    public void follow(Official official) {
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
