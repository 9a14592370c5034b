package vn.tiendo.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Position;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Privileged;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.security.Identities;

/** Adds people, moves them, lets them leave. Nobody is deleted: plans name who did what. */
@Component
class Staff {

    private static final Pattern LOGIN = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,59}");
    private static final String FOR_THE_HEAD = "KT. CHỦ TỊCH";

    private final JdbcClient database;
    private final Posts posts;
    private final Directory directory;
    private final Identities identities;
    private final Privileged privileged;
    private final Clock clock;

    Staff(
            JdbcClient database,
            Posts posts,
            Directory directory,
            Identities identities,
            Privileged privileged,
            Clock clock) {
        this.database = database;
        this.posts = posts;
        this.directory = directory;
        this.identities = identities;
        this.privileged = privileged;
        this.clock = clock;
    }

    Optional<PersonEntry> entry(String login) {
        return entries().stream().filter(one -> login.equals(one.login())).findFirst();
    }

    List<PersonEntry> entries() {
        return database.sql("""
                        select login, name, unit, position, title, email, field, signature_block,
                            to_char(last_day, 'DD/MM/YYYY') as last_day, null::text as password
                        from official order by name""").query(PersonEntry.class).list();
    }

    /**
     * Writes one person; within the caller's transaction, who afterwards lets {@link #follow} do its part.
     *
     * @return the sign-in name
     * @throws Refusal with the first thing that is wrong
     */
    String put(PersonEntry typed, boolean isNew) {
        // the directory as this transaction sees it
        directory.forget();
        var login = isNew ? free(typed.login()) : existing(typed.login());
        var name = Entries.text("name", "field.personName", typed.name(), 100);
        var lastDay = Entries.optionalDate("lastDay", "field.lastDayInOffice", typed.lastDay());
        var stays = lastDay == null || !lastDay.isBefore(LocalDate.now(clock));
        var position = Words.read("position", "field.position", Position.class, "position", typed.position());
        var unit = directory.unit(Entries.text("unit", "field.ofUnit", typed.unit(), 40));
        var signature = signature(typed.signatureBlock(), position);
        if (stays) {
            refuseImpossible(login, position, unit);
        }
        refuseLastAdministrator(login, position, lastDay);
        if (isNew && typed.password() != null && !typed.password().isBlank()) {
            identities.refuseEasy(login, typed.password());
        }
        var before = posts.held(login);
        database.sql("""
                        insert into official (login, name, unit, position, title, email, field, signature_block, last_day)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (login) do update set name = excluded.name, unit = excluded.unit, position = excluded.position,
                            title = excluded.title, email = excluded.email, field = excluded.field,
                            signature_block = excluded.signature_block, last_day = excluded.last_day""")
                .params(
                        login,
                        name,
                        unit.code(),
                        position.name(),
                        Entries.text("title", "field.title", typed.title(), 150),
                        address(typed.email()),
                        Entries.optionalText("field", "field.field", typed.field(), 40),
                        signature,
                        lastDay)
                .update();
        posts.follow(login, before);
        return login;
    }

    /** The engine's account and memberships are the official's; a new one may begin with a password. */
    void follow(String login, @Nullable String password) {
        directory.forget();
        privileged.run(() -> {
            identities.follow(directory.official(login));
            if (password != null && !password.isBlank()) {
                identities.setPassword(login, password);
            }
        });
    }

    private String free(@Nullable String typed) {
        var login = Entries.text("login", "field.login", typed, 60);
        if (!LOGIN.matcher(login).matches()) {
            throw Refusal.of("login", "organisation.badLogin", login);
        }
        directory.everybody().stream()
                .filter(other -> other.login().equalsIgnoreCase(login))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.of("login", "organisation.loginTaken", login, other.name());
                });
        return login;
    }

    private String existing(@Nullable String login) {
        return directory.official(login == null ? "" : login).login();
    }

    private void refuseImpossible(String login, Position position, Unit unit) {
        var leads = position == Position.CHAIR || position == Position.VICE_CHAIR;
        if (leads && unit.kind() != Unit.Kind.COMMITTEE) {
            throw Refusal.of("unit", "organisation.leaderElsewhere", Words.of("position", position), unit.name());
        }
        if (unit.validTo() != null && unit.validTo().isBefore(LocalDate.now(clock))) {
            throw Refusal.of("unit", "organisation.unitEnded", unit.name(), Entries.print(unit.validTo()));
        }
        if (position == Position.CHAIR) {
            directory.in(Position.CHAIR).stream()
                    .filter(other -> !other.login().equals(login))
                    .findFirst()
                    .ifPresent(other -> {
                        throw Refusal.of("position", "organisation.secondChair", other.name());
                    });
        }
    }

    /** Decree 30/2020/NĐ-CP, article 13: who signs on the committee's behalf (TM.), and a deputy for its head (KT.). */
    private static @Nullable String signature(@Nullable String typed, Position position) {
        var block = Entries.optionalText("signatureBlock", "field.signatureBlock", typed, 200);
        if (block == null) {
            return switch (position) {
                case CHAIR -> Sentences.of("signature.chair");
                case VICE_CHAIR -> Sentences.of("signature.viceChair");
                default -> null;
            };
        }
        if (block.startsWith("TM.") && position != Position.CHAIR && position != Position.VICE_CHAIR) {
            throw Refusal.of("signatureBlock", "organisation.onlyLeadersSign");
        }
        if (block.contains(FOR_THE_HEAD) != (position == Position.VICE_CHAIR)) {
            throw Refusal.of("signatureBlock", "organisation.deputySigns");
        }
        return block;
    }

    private static String address(@Nullable String typed) {
        var address = Entries.optionalAddress("email", typed);
        if (address == null) {
            throw Refusal.of("email", "form.missing", Sentences.of("field.address"));
        }
        return address;
    }

    /** There is no other way back in. */
    private void refuseLastAdministrator(String login, Position position, @Nullable LocalDate lastDay) {
        var stays = position == Position.ADMINISTRATOR && lastDay == null;
        var others = database.sql(
                        "select exists (select from official where position = 'ADMINISTRATOR' and last_day is null and login <> ?)")
                .param(login)
                .query(Boolean.class)
                .single();
        var was = directory
                .find(login)
                .filter(one -> one.holds(Position.ADMINISTRATOR))
                .isPresent();
        if (was && !stays && !Objects.equals(others, true)) {
            throw Refusal.of("position", "organisation.lastAdministrator");
        }
    }
}
