package vn.tiendo.authority;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.DecisionTables;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;

/** The table of signing authority as an administrator reads and changes it, without drawing. */
@Component
class AuthorityRules {

    /** Who may sign for the committee at all: the steps after the table know these two. */
    static final List<Position> LEADERS = List.of(Position.CHAIR, Position.VICE_CHAIR);

    private final DecisionTables tables;
    private final SigningAuthority authority;
    private final Directory directory;

    private volatile @Nullable Rules read;

    AuthorityRules(DecisionTables tables, SigningAuthority authority, Directory directory) {
        this.tables = tables;
        this.authority = authority;
        this.directory = directory;
    }

    /** As the newest version answers; each version is asked once, because the engine keeps a record of every question. */
    Rules rules() {
        var newest = tables.newest(SigningAuthority.TABLE);
        var known = read;
        if (known != null && known.version().id().equals(newest.id())) {
            return known;
        }
        var extents = new EnumMap<Position, Map<Kind, Extent>>(Position.class);
        for (var position : Position.values()) {
            var row = new EnumMap<Kind, Extent>(Kind.class);
            for (var kind : Kind.values()) {
                row.put(kind, authority.extent(kind, position));
            }
            if (LEADERS.contains(position) || row.values().stream().anyMatch(extent -> extent != Extent.NONE)) {
                extents.put(position, row);
            }
        }
        var rules = new Rules(newest, extents, isSimple(newest, extents));
        read = rules;
        return rules;
    }

    private boolean isSimple(DecisionTables.Version newest, Map<Position, Map<Kind, Extent>> extents) {
        return new SigningTable(newest.content()).isSimple()
                && extents.entrySet().stream()
                        .allMatch(row -> row.getValue().entrySet().stream()
                                .allMatch(cell -> choices(row.getKey()).contains(cell.getValue())
                                        && goesOn(cell.getKey(), row.getKey())));
    }

    /** Whether the model goes on with the step of this very position. */
    private boolean goesOn(Kind kind, Position position) {
        return List.of(true, false).stream()
                .flatMap(inField -> authority.approver(kind, position.name(), inField).stream())
                .allMatch(approver ->
                        List.of("none", SigningTable.approver(position)).contains(approver));
    }

    /** The Chủ tịch has no field of his own. */
    static List<Extent> choices(Position position) {
        return switch (position) {
            case CHAIR -> List.of(Extent.ANY, Extent.NONE);
            case VICE_CHAIR -> List.of(Extent.IN_FIELD, Extent.ANY, Extent.NONE);
            default -> List.of();
        };
    }

    /**
     * @param seen the version that was on the page
     * @param typed extents by kind and position, {@code KH.CHAIR}
     * @return false if the table says that already
     * @throws Refusal if it leaves a kind without anybody who signs it, or the table cannot be changed here
     */
    boolean change(@Nullable String seen, Map<String, String> typed) {
        var now = rules();
        if (!now.version().id().equals(seen)) {
            throw Refusal.because("model.changedMeanwhile");
        }
        if (!now.simple()) {
            throw Refusal.because("authority.drawn");
        }
        var differs = false;
        for (var kind : Kind.values()) {
            var row = new EnumMap<Position, Extent>(Position.class);
            for (var position : LEADERS) {
                var extent = extent(kind, position, typed.get(kind + "." + position));
                differs |= extent != now.of(position, kind);
                row.put(position, extent);
            }
            refuseUnsigned(kind, row);
        }
        if (differs) {
            tables.replace(
                    SigningAuthority.TABLE,
                    now.version(),
                    new SigningTable(now.version().content())
                            .with((kind, position) -> extent(kind, position, typed.get(kind + "." + position))),
                    Sentences.of("authority.source"));
        }
        return differs;
    }

    private static Extent extent(Kind kind, Position position, @Nullable String typed) {
        return Arrays.stream(Extent.values())
                .filter(extent ->
                        extent.name().equals(typed) && choices(position).contains(extent))
                .findFirst()
                .orElseThrow(() -> Refusal.because(
                        "authority.noChoice", Sentences.of("position." + position), Sentences.of("series." + kind)));
    }

    private void refuseUnsigned(Kind kind, Map<Position, Extent> row) {
        var everywhere = row.containsValue(Extent.ANY);
        var somebody = row.entrySet().stream()
                .anyMatch(one -> one.getValue() != Extent.NONE
                        && !directory.in(one.getKey()).isEmpty());
        if (!everywhere || !somebody) {
            throw Refusal.because("authority.unsigned", Sentences.of("series." + kind));
        }
    }

    /** @param simple whether the page can write it */
    record Rules(DecisionTables.Version version, Map<Position, Map<Kind, Extent>> extents, boolean simple) {

        Extent of(Position position, Kind kind) {
            return extents.getOrDefault(position, Map.of()).getOrDefault(kind, Extent.NONE);
        }
    }
}
