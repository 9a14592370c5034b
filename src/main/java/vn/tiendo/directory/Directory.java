package vn.tiendo.directory;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Remembered;
import vn.tiendo.engine.UsableInModels;

/** Who there is, who belongs to which candidate group and who stands above whom. */
@Component
public class Directory {

    private final Remembered<List<Unit>> units;
    private final Remembered<List<Official>> officials;

    Directory(JdbcClient database, Clock clock) {
        units = new Remembered<>(
                () -> List.copyOf(database.sql("select * from unit order by name")
                        .query(Unit.class)
                        .list()),
                clock);
        officials = new Remembered<>(
                () -> List.copyOf(database.sql("select * from official order by name")
                        .query(Official.class)
                        .list()),
                clock);
    }

    public List<Unit> units() {
        return units.get();
    }

    public List<Official> officials() {
        return officials.get();
    }

    public Optional<Official> find(String login) {
        return officials().stream().filter(o -> o.login().equals(login)).findFirst();
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
        return login == null ? "" : find(login).map(o -> o.position().name()).orElse("");
    }

    /** The people of one candidate group, in no particular order. */
    public List<Official> members(String group) {
        return officials().stream().filter(o -> o.groups().contains(group)).toList();
    }

    public List<Official> headsOf(String unit) {
        return officials().stream().filter(o -> o.leads(unit)).toList();
    }

    /** The Phó Chủ tịch whose field the unit belongs to; every Phó Chủ tịch if no field matches. */
    public List<Official> viceChairsOver(String unit) {
        var field = unit(unit).field();
        var all = officials().stream().filter(o -> o.isIn(Position.VICE_CHAIR)).toList();
        var inCharge = all.stream()
                .filter(o -> o.field() != null && o.field().equals(field))
                .toList();
        return inCharge.isEmpty() ? all : inCharge;
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

    private List<Official> in(Position position) {
        return officials().stream().filter(o -> o.isIn(position)).toList();
    }
}
