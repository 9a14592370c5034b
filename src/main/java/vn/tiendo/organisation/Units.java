package vn.tiendo.organisation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.calendar.BeforeReading;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Privileged;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;
import vn.tiendo.security.Identities;

/** Adds and changes units. A unit's code stays as it is: it is a group of the engine, and plans name it. */
@Component
class Units {

    private static final Pattern CODE = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,39}");
    private static final Pattern COMMITTEE = Pattern.compile("UBND (phường|xã|đặc khu) \\S.*");
    private static final Pattern ORGANISATION_ID = Pattern.compile("\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}");
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,2}");
    private static final String HEAD = "Head";

    private final JdbcClient database;
    private final Directory directory;
    private final Identities identities;
    private final Privileged privileged;

    Units(JdbcClient database, Directory directory, Identities identities, Privileged privileged) {
        this.database = database;
        this.directory = directory;
        this.identities = identities;
        this.privileged = privileged;
    }

    Optional<UnitEntry> entry(String code) {
        return entries().stream().filter(one -> code.equals(one.code())).findFirst();
    }

    List<UnitEntry> entries() {
        return database.sql("""
                        select code, name, kind, parent, field, email, mail_limit_mb::text as mail_limit, organisation_id,
                            before_reading, to_char(valid_from, 'DD/MM/YYYY') as valid_from
                        from unit order by name""").query(UnitEntry.class).list();
    }

    /**
     * Writes one unit; within the caller's transaction, who afterwards lets {@link #follow} do its part.
     *
     * @return its code
     * @throws Refusal with the first thing that is wrong
     */
    String put(UnitEntry typed, boolean isNew) {
        var known = known();
        var code = isNew ? free(typed.code(), known) : existing(typed.code(), known);
        var name = Entries.text("name", "field.unitName", typed.name(), 200);
        var kind = Words.read("kind", "field.unitKind", Unit.Kind.class, "unitKind", typed.kind());
        refuseSecondCommittee(code, name, kind, known);
        refuseSameName(code, name, known);
        var parent = parent(code, typed.parent(), known);
        var validFrom = Entries.optionalDate("validFrom", "field.validFrom", typed.validFrom());
        var before = known.get(code);
        if (validFrom != null
                && before != null
                && before.validTo() != null
                && before.validTo().isBefore(validFrom)) {
            throw Refusal.of("validFrom", "organisation.endsBefore", name, Entries.print(before.validTo()));
        }
        database.sql("""
                        insert into unit (code, name, kind, parent, field, email, mail_limit_mb, organisation_id, before_reading, valid_from)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (code) do update set name = excluded.name, kind = excluded.kind, parent = excluded.parent,
                            field = excluded.field, email = excluded.email, mail_limit_mb = excluded.mail_limit_mb,
                            organisation_id = excluded.organisation_id, before_reading = excluded.before_reading,
                            valid_from = excluded.valid_from""")
                .params(
                        code,
                        name,
                        kind.name(),
                        parent,
                        Entries.optionalText("field", "field.field", typed.field(), 40),
                        Entries.optionalAddress("email", typed.email()),
                        limit(typed.mailLimit()),
                        organisationId(typed.organisationId()),
                        typed.beforeReading() == null || typed.beforeReading().isBlank()
                                ? BeforeReading.STRICT.name()
                                : Words.read(
                                                "beforeReading",
                                                "field.beforeReading",
                                                BeforeReading.class,
                                                "beforeReading",
                                                typed.beforeReading())
                                        .name(),
                        validFrom)
                .update();
        return code;
    }

    /** The engine's groups are the units'. */
    void follow(String code) {
        directory.forget();
        privileged.run(() -> identities.follow(directory.unit(code)));
    }

    private Map<String, Unit> known() {
        // the directory as this transaction sees it
        directory.forget();
        return directory.units().stream().collect(Collectors.toMap(Unit::code, Function.identity()));
    }

    private String free(@Nullable String typed, Map<String, Unit> known) {
        var code = Entries.text("code", "field.unitCode", typed, 40);
        if (!CODE.matcher(code).matches()) {
            throw Refusal.of("code", "organisation.badCode", code);
        }
        var taken = Identities.isRole(code)
                || directory.groups().stream().anyMatch(group -> group.code().equalsIgnoreCase(code))
                || known.keySet().stream()
                        .anyMatch(other -> other.equalsIgnoreCase(code)
                                || (other + HEAD).equalsIgnoreCase(code)
                                || (code + HEAD).equalsIgnoreCase(other));
        if (taken) {
            throw Refusal.of("code", "organisation.codeTaken", code);
        }
        return code;
    }

    private static String existing(@Nullable String code, Map<String, Unit> known) {
        var unit = code == null ? null : known.get(code);
        if (unit == null) {
            throw Refusal.of("code", "directory.noUnit", code);
        }
        return unit.code();
    }

    private static void refuseSecondCommittee(String code, String name, Unit.Kind kind, Map<String, Unit> known) {
        var committee = known.values().stream()
                .filter(unit -> unit.kind() == Unit.Kind.COMMITTEE)
                .findFirst();
        var isTheOne = committee.isPresent() && committee.get().code().equals(code);
        if (isTheOne && kind != Unit.Kind.COMMITTEE) {
            throw Refusal.of(
                    "kind", "organisation.committeeStays", committee.get().name());
        }
        if (kind != Unit.Kind.COMMITTEE) {
            return;
        }
        if (committee.isPresent() && !isTheOne) {
            throw Refusal.of(
                    "kind",
                    "organisation.secondCommittee",
                    committee.get().name(),
                    committee.get().code());
        }
        if (!COMMITTEE.matcher(name).matches()) {
            throw Refusal.of("name", "organisation.committeeName", name);
        }
    }

    /** Who writes a line of Nơi nhận could not tell them apart. */
    private static void refuseSameName(String code, String name, Map<String, Unit> known) {
        if (known.values().stream()
                .anyMatch(other -> !other.code().equals(code)
                        && other.validTo() == null
                        && other.name().equalsIgnoreCase(name))) {
            throw Refusal.of("name", "organisation.nameTaken", name);
        }
    }

    private static @Nullable String parent(String code, @Nullable String typed, Map<String, Unit> known) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var parent = known.get(typed.strip());
        if (parent == null) {
            throw Refusal.of("parent", "directory.noUnit", typed.strip());
        }
        for (@Nullable Unit above = parent;
                above != null;
                above = above.parent() == null ? null : known.get(above.parent())) {
            if (Objects.equals(above.code(), code)) {
                throw Refusal.of("parent", "organisation.circle", parent.name());
            }
        }
        return parent.code();
    }

    private static @Nullable Integer limit(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!LIMIT.matcher(typed.strip()).matches()) {
            throw Refusal.of("mailLimit", "organisation.badLimit", typed.strip());
        }
        return Integer.valueOf(typed.strip());
    }

    private static @Nullable String organisationId(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!ORGANISATION_ID.matcher(typed.strip()).matches()) {
            throw Refusal.of("organisationId", "organisation.badId", typed.strip());
        }
        return typed.strip();
    }
}
