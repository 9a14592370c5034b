package vn.tiendo.directory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person with a position; {@code signatureBlock} are the lines above the name of someone who signs, else null. */
public record Official(
        String login,
        String name,
        String unit,
        Position position,
        String title,
        String email,
        @Nullable String field,
        @Nullable String signatureBlock) {

    /** The candidate groups of the models that this person belongs to. */
    public List<String> groups() {
        var groups = new ArrayList<String>(List.of("officials"));
        if (position != Position.ADMINISTRATOR) {
            groups.add(unit);
        }
        switch (position) {
            case CHAIR -> groups.add("chair");
            case VICE_CHAIR -> groups.add("viceChair");
            case OFFICE_HEAD -> groups.addAll(List.of("office", unit + "Head"));
            case OFFICE_STAFF -> groups.add("office");
            case CLERK -> groups.add("clerk");
            case UNIT_HEAD -> groups.add(unit + "Head");
            case ADMINISTRATOR -> groups.add("camunda-admin");
            case STAFF -> {
                // belongs to the unit only
            }
        }
        return groups;
    }

    public boolean leads(String otherUnit) {
        return unit.equals(otherUnit) && (position == Position.UNIT_HEAD || position == Position.OFFICE_HEAD);
    }

    /** Units see their own reports only; the office gathers them and the leaders judge them. */
    public boolean seesAllReports() {
        return isIn(Position.CHAIR, Position.VICE_CHAIR, Position.OFFICE_HEAD, Position.OFFICE_STAFF);
    }

    public boolean isIn(Position... positions) {
        return List.of(positions).contains(position);
    }
}
