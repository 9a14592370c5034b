package vn.tiendo.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Units that a plan names together, "các khu phố": all of some kinds, and those entered one by one. */
public record UnitGroup(String code, String name, List<Unit.Kind> kinds, List<String> members) {

    /** Members entered by name stay in it after their end, so that their successors can be found. */
    List<String> unitsOf(List<Unit> units, LocalDate day) {
        return Stream.concat(
                        members.stream(),
                        units.stream()
                                .filter(unit -> kinds.contains(unit.kind()) && unit.existsOn(day))
                                .map(Unit::code))
                .toList();
    }
}
