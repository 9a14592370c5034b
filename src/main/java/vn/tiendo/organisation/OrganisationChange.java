package vn.tiendo.organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.Privileged;
import vn.tiendo.security.Identities;

/** One change at a time: two administrators at once could break a rule that neither of them sees. */
@Component
class OrganisationChange {

    private final JdbcClient database;
    private final Units units;
    private final Staff staff;
    private final Directory directory;
    private final Identities identities;
    private final Privileged privileged;

    OrganisationChange(
            JdbcClient database,
            Units units,
            Staff staff,
            Directory directory,
            Identities identities,
            Privileged privileged) {
        this.database = database;
        this.units = units;
        this.staff = staff;
        this.directory = directory;
        this.identities = identities;
        this.privileged = privileged;
    }

    /** The caller lets the directory {@linkplain Directory#forget() forget} once this is committed. */
    @Transactional
    void put(UnitEntry typed, boolean isNew) {
        alone();
        units.follow(units.put(typed, isNew));
    }

    /** As above. @throws Refusal with the first thing that is wrong; then nothing is changed */
    @Transactional
    void put(PersonEntry typed, boolean isNew) {
        alone();
        staff.follow(staff.put(typed, isNew), isNew ? typed.password() : null);
    }

    @Transactional
    void setPassword(String login, String password) {
        directory.official(login);
        privileged.run(() -> identities.setPassword(login, password));
    }

    void alone() {
        database.sql("lock table unit, official in share row exclusive mode").update();
    }
}
