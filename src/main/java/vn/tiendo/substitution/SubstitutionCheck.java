package vn.tiendo.substitution;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;

/** Who can stand in for whom, and when. */
@Component
class SubstitutionCheck {

    /** An authorisation is for a time, never for good. */
    private static final int LONGEST_DAYS = 366;

    private final JdbcClient database;
    private final Directory directory;
    private final Clock clock;

    SubstitutionCheck(JdbcClient database, Directory directory, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.clock = clock;
    }

    /** @throws Refusal if nobody was chosen, or nobody is called so */
    Official person(String field, String label, @Nullable String login) {
        var typed = Entries.text(field, label, login, 100);
        return directory.find(typed).orElseThrow(() -> Refusal.of(field, "directory.noOfficial", typed));
    }

    /** As {@link #person}, but nobody who has left. */
    Official inOffice(String field, String label, @Nullable String login) {
        var person = person(field, label, login);
        if (!directory.isInOffice(person.login())) {
            throw Refusal.of(field, "directory.left", person.name());
        }
        return person;
    }

    static void refusePeople(Official absent, Official substitute, boolean signing) {
        if (absent.login().equals(substitute.login())) {
            throw Refusal.of("substitute", "substitution.oneself");
        }
        if (absent.holds(Position.ADMINISTRATOR) || substitute.holds(Position.ADMINISTRATOR)) {
            throw Refusal.of("substitute", "substitution.administrator");
        }
        if (signing && !absent.isLeader()) {
            throw Refusal.of("absent", "substitution.signsNothing", absent.name());
        }
        if (signing
                && !substitute.holds(Position.CHAIR, Position.VICE_CHAIR, Position.OFFICE_HEAD, Position.UNIT_HEAD)) {
            throw Refusal.of("substitute", "substitution.cannotSign", substitute.name());
        }
    }

    void refuseDays(LocalDate firstDay, LocalDate lastDay) {
        var today = LocalDate.now(clock);
        if (firstDay.isBefore(today)) {
            throw Refusal.of("firstDay", "substitution.past", Entries.print(today));
        }
        if (lastDay.isBefore(firstDay)) {
            throw Refusal.of("lastDay", "substitution.endsBefore");
        }
        if (firstDay.plusDays(LONGEST_DAYS).isBefore(lastDay)) {
            throw Refusal.of("lastDay", "substitution.tooLong");
        }
    }

    /** One substitute at a time, and nobody who is away himself: what he was given is not passed on. */
    void refuseOverlap(Official absent, Official substitute, LocalDate firstDay, LocalDate lastDay, boolean signing) {
        var same = database.sql("""
                        select * from substitution where ended_at is null and first_day <= :last and last_day >= :first
                        and (absent = :absent and signing = :signing or absent = :substitute or substitute = :absent)""")
                .param("first", firstDay)
                .param("last", lastDay)
                .param("absent", absent.login())
                .param("substitute", substitute.login())
                .param("signing", signing)
                .query(Substitution.class)
                .list();
        for (var other : same) {
            if (other.absent().equals(substitute.login())) {
                throw Refusal.of(
                        "substitute", "substitution.awayToo", substitute.name(), Entries.print(other.lastDay()));
            }
            if (other.absent().equals(absent.login()) && other.signing() == signing) {
                throw Refusal.of(
                        "firstDay",
                        "substitution.taken",
                        absent.name(),
                        directory.official(other.substitute()).name(),
                        Entries.print(other.firstDay()),
                        Entries.print(other.lastDay()));
            }
            if (other.substitute().equals(absent.login())) {
                throw Refusal.of(
                        "absent",
                        "substitution.standsIn",
                        absent.name(),
                        directory.official(other.absent()).name(),
                        Entries.print(other.lastDay()));
            }
        }
    }
}
