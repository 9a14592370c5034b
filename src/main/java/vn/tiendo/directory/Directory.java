package vn.tiendo.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Remembered;
import vn.tiendo.engine.UsableInModels;

/** Who there is, who belongs to which candidate group and who stands above whom. */
@Component
public class Directory {

    private final JdbcClient database;
    private final Remembered<List<Unit>> units;
    private final Remembered<Staff> officials;

    private final Clock clock;

    Directory(JdbcClient database, Clock clock) {
        this.clock = clock;
        this.database = database;
        units = new Remembered<>(this::readUnits, clock);
        officials = new Remembered<>(this::readOfficials, clock);
    }

    private List<Unit> readUnits() {
        return List.copyOf(database.sql("select * from unit order by name")
                .query((row, number) -> new Unit(
                        row.getString("code"),
                        row.getString("name"),
                        Unit.Kind.valueOf(row.getString("kind")),
                        row.getString("parent"),
                        row.getString("email"),
                        row.getString("field"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("successor"),
                        List.of((String[]) row.getArray("further_successors").getArray())))
                .list());
    }

    private Staff readOfficials() {
        var today = LocalDate.now(clock);
        var left = new HashSet<String>();
        var alone = database.sql("select * from official order by name")
                .query((row, number) -> {
                    var lastDay = row.getObject("last_day", LocalDate.class);
                    if (lastDay != null && lastDay.isBefore(today)) {
                        left.add(row.getString("login"));
                    }
                    return new Official(
                            row.getString("login"),
                            row.getString("name"),
                            row.getString("unit"),
                            Position.valueOf(row.getString("position")),
                            row.getString("title"),
                            row.getString("email"),
                            row.getString("field"),
                            row.getString("signature_block"));
                })
                .list();
        var byLogin = alone.stream().collect(Collectors.toMap(Official::login, Function.identity()));
        var absent = new HashMap<String, List<Official>>();
        var signers = new HashMap<String, List<Official>>();
        database.sql("""
                        select substitute, absent, signing from substitution
                        where ended_at is null and :today between first_day and last_day
                        union select taker, giver, true from handover where leader""").param("today", today).query(row -> {
            (row.getBoolean("signing") ? signers : absent)
                    .computeIfAbsent(row.getString("substitute"), login -> new ArrayList<>())
                    .add(byLogin.get(row.getString("absent")));
        });
        var everybody = alone.stream()
                .map(one -> one.actingFor(
                        absent.getOrDefault(one.login(), List.of()), signers.getOrDefault(one.login(), List.of())))
                .toList();
        return new Staff(
                everybody,
                everybody.stream().filter(one -> !left.contains(one.login())).toList());
    }

    public List<Unit> units() {
        return units.get();
    }

    /** Whoever changes units or officials here says so, or the change is seen a minute later. */
    public void forget() {
        units.forget();
        officials.forget();
    }

    public List<UnitGroup> groups() {
        return database.sql("""
                        select code, name, kinds,
                            array(select unit from unit_group_member where unit_group = code order by unit) as members
                        from unit_group order by name""")
                .query((row, number) -> new UnitGroup(
                        row.getString("code"),
                        row.getString("name"),
                        List.of((String[]) row.getArray("kinds").getArray()).stream()
                                .map(Unit.Kind::valueOf)
                                .toList(),
                        List.of((String[]) row.getArray("members").getArray())))
                .list();
    }

    /** Names of units and groups by their code. */
    public Map<String, String> names() {
        var names = new HashMap<String, String>();
        units().forEach(unit -> names.put(unit.code(), unit.name()));
        groups().forEach(group -> names.put(group.code(), group.name()));
        return names;
    }

    /**
     * The units that codes of units and groups mean on a day, in that order and none twice. A unit that has ended is replaced
     * by those who followed it, first the one that took over its open work; by nobody if nobody did.
     *
     * @throws Refusal if a code is neither a unit's nor a group's
     */
    public List<Unit> unitsBehind(Collection<String> codes, LocalDate day) {
        return behindEach(codes, day).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** As {@link #unitsBehind}, for each code by itself, in their order. */
    public Map<String, List<Unit>> behindEach(Collection<String> codes, LocalDate day) {
        var units = units();
        var byCode = units.stream().collect(Collectors.toMap(Unit::code, Function.identity()));
        var groups = groups().stream().collect(Collectors.toMap(UnitGroup::code, Function.identity()));
        var behind = new LinkedHashMap<String, List<Unit>>();
        for (var code : codes) {
            var group = groups.get(code);
            var members = group == null ? List.of(code) : group.unitsOf(units, day);
            behind.put(
                    code,
                    members.stream()
                            .flatMap(member -> inOffice(member, byCode, day, new HashSet<>()))
                            .distinct()
                            .toList());
        }
        return behind;
    }

    private static Stream<Unit> inOffice(String code, Map<String, Unit> units, LocalDate day, Set<String> passed) {
        var unit = units.get(code);
        if (unit == null) {
            throw Refusal.because("directory.noUnit", code);
        }
        if (unit.existsOn(day)) {
            return Stream.of(unit);
        }
        var hasEnded = unit.validTo() != null && unit.validTo().isBefore(day);
        return hasEnded && passed.add(code)
                ? unit.successors().stream().flatMap(next -> inOffice(next, units, day, passed))
                : Stream.empty();
    }

    /** Those in office today. */
    public List<Official> officials() {
        return officials.get().inOffice();
    }

    /** Also those who have left: plans name them. */
    public List<Official> everybody() {
        return officials.get().everybody();
    }

    public boolean isInOffice(String login) {
        return officials().stream().anyMatch(one -> one.login().equals(login));
    }

    /** Also somebody who has left. */
    public Optional<Official> find(String login) {
        return everybody().stream().filter(o -> o.login().equals(login)).findFirst();
    }

    /** @throws Refusal if there is no such person */
    public Official official(String login) {
        return find(login).orElseThrow(() -> Refusal.because("directory.noOfficial", login));
    }

    /** @throws Refusal if there is no such unit */
    public Unit unit(String code) {
        return units().stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.because("directory.noUnit", code));
    }

    /** The committee itself: the issuer of its plans. @throws Refusal while the directory is empty */
    public Unit committee() {
        return findCommittee().orElseThrow(() -> Refusal.because("directory.noCommittee"));
    }

    public Optional<Unit> findCommittee() {
        return units().stream()
                .filter(unit -> unit.kind() == Unit.Kind.COMMITTEE)
                .findFirst();
    }

    /** What the decision table of signing authority asks: {@code CHAIR}, {@code VICE_CHAIR} … */
    @UsableInModels
    public String positionOf(@Nullable String login) {
        return login == null || !isInOffice(login)
                ? ""
                : find(login).map(o -> o.position().name()).orElse("");
    }

    /** Whether this Phó Chủ tịch is in charge of what the unit does, or what the one that followed it does now. */
    @UsableInModels
    public boolean answersFor(@Nullable String login, String unit) {
        var now = unitsBehind(List.of(unit), LocalDate.now(clock)).stream()
                .findFirst()
                .map(Unit::code)
                .orElse(unit);
        return viceChairsOver(now).stream().anyMatch(leader -> leader.login().equals(login));
    }

    /** The people of one candidate group, in no particular order. */
    public List<Official> members(String group) {
        return officials().stream().filter(o -> o.groups().contains(group)).toList();
    }

    public List<Official> headsOf(String unit) {
        return officials().stream().filter(o -> o.heads(unit)).toList();
    }

    /** The Phó Chủ tịch whose field the unit belongs to; every Phó Chủ tịch if no field matches. */
    public List<Official> viceChairsOver(String unit) {
        var field = unit(unit).field();
        var all = officials().stream().filter(o -> o.holds(Position.VICE_CHAIR)).toList();
        var inCharge = all.stream()
                .filter(o -> o.field() != null && o.field().equals(field))
                .toList();
        return inCharge.isEmpty() ? all : inCharge;
    }

    /** For the models: the logins of {@link #viceChairsOver}, as the engine reads a list. */
    @UsableInModels
    public String leadersOver(String unit) {
        return viceChairsOver(unit).stream().map(Official::login).collect(Collectors.joining(","));
    }

    /** Who is told when this person does not act: the next above; nobody above the Chủ tịch. */
    public List<Official> above(Official official) {
        var above = switch (official.position()) {
            case STAFF -> headsOf(official.unit());
            case OFFICE_STAFF, CLERK, UNIT_HEAD -> in(Position.OFFICE_HEAD);
            case OFFICE_HEAD -> viceChairsOver(official.unit());
            case VICE_CHAIR -> in(Position.CHAIR);
            case CHAIR, ADMINISTRATOR -> List.<Official>of();
        };
        return above.isEmpty() && official.position() == Position.STAFF ? in(Position.OFFICE_HEAD) : above;
    }

    public List<Official> in(Position position) {
        return officials().stream().filter(o -> o.holds(position)).toList();
    }

    private record Staff(List<Official> everybody, List<Official> inOffice) {}
}
