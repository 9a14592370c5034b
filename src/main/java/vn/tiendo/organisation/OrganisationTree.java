package vn.tiendo.organisation;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.directory.Unit;

/** All units, each below the one it belongs to, with their people by rank. */
final class OrganisationTree {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Comparator<Object> BY_NAME = Collator.getInstance(Locale.forLanguageTag("vi-VN"));
    // the superior at the top brings the committee along
    private static final Comparator<Unit> ORDER = Comparator.comparing(
                    (Unit unit) -> unit.parent() != null || unit.kind() != Unit.Kind.SUPERIOR)
            .thenComparing(Unit::kind)
            .thenComparing(OrganisationTree::sortable, BY_NAME);

    private final List<Unit> units;
    private final List<Official> people;
    private final LocalDate today;
    private final Set<String> passed = new HashSet<>();
    private final List<Branch> branches = new ArrayList<>();

    private OrganisationTree(List<Unit> units, List<Official> people, LocalDate today) {
        this.units = units.stream().sorted(ORDER).toList();
        this.people = people.stream()
                .sorted(Comparator.comparing((Official one) -> one.holds(Position.ADMINISTRATOR))
                        .thenComparing(Official::position)
                        .thenComparing(Official::name, BY_NAME))
                .toList();
        this.today = today;
    }

    /** "Khu phố 2" comes before "Khu phố 10". */
    private static String sortable(Unit unit) {
        return NUMBER.matcher(unit.name())
                .replaceAll(found -> "0".repeat(Math.max(0, 9 - found.group().length())) + found.group());
    }

    static List<Branch> of(List<Unit> units, List<Official> people, LocalDate today) {
        var tree = new OrganisationTree(units, people, today);
        tree.grow(null, 0);
        return tree.branches;
    }

    private void grow(@Nullable String parent, int depth) {
        for (var unit : units) {
            if (Objects.equals(unit.parent(), parent) && passed.add(unit.code())) {
                branches.add(new Branch(
                        unit,
                        Math.min(depth, 3),
                        unit.validTo() != null && unit.validTo().isBefore(today),
                        people.stream()
                                .filter(one -> one.unit().equals(unit.code()))
                                .toList()));
                grow(unit.code(), depth + 1);
            }
        }
    }

    record Branch(Unit unit, int depth, boolean ended, List<Official> people) {}
}
