package vn.tiendo.directory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.engine.Sentences;

/**
 * A person with a position.
 *
 * @param signatureBlock the lines above the name of someone who signs, else null
 * @param standsInFor those whose work this person does today while they are away, without their signature
 * @param signsFor those who authorised this person in writing to sign for them today, and those whose post this person took over
 */
public record Official(
        String login,
        String name,
        String unit,
        Position position,
        String title,
        String email,
        @Nullable String field,
        @Nullable String signatureBlock,
        List<Official> standsInFor,
        List<Official> signsFor) {

    public Official(
            String login,
            String name,
            String unit,
            Position position,
            String title,
            String email,
            @Nullable String field,
            @Nullable String signatureBlock) {
        this(login, name, unit, position, title, email, field, signatureBlock, List.of(), List.of());
    }

    /** Neither substitution nor authorisation is passed on: those of {@code others} do not count. */
    Official actingFor(List<Official> absent, List<Official> signers) {
        return new Official(login, name, unit, position, title, email, field, signatureBlock, absent, signers);
    }

    /** The candidate groups of the models that this person belongs to, also in the place of others. */
    public List<String> groups() {
        var groups = new LinkedHashSet<>(ownGroups());
        standsInFor.stream().filter(other -> !other.isLeader()).forEach(other -> groups.addAll(other.ownGroups()));
        signsFor.stream().filter(Official::isLeader).forEach(other -> groups.addAll(other.ownGroups()));
        return List.copyOf(groups);
    }

    public List<String> ownGroups() {
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

    /** Whether this person holds a post whose holder signs for the committee. */
    public boolean isLeader() {
        return holds(Position.CHAIR, Position.VICE_CHAIR);
    }

    /** Is its head, and does not only stand in for it. */
    public boolean heads(String otherUnit) {
        return unit.equals(otherUnit) && holds(Position.UNIT_HEAD, Position.OFFICE_HEAD);
    }

    public boolean leads(String otherUnit) {
        return all().anyMatch(one -> one.heads(otherUnit));
    }

    /** Belongs to the unit, or stands in for somebody who does. */
    public boolean isOf(String otherUnit) {
        return units().contains(otherUnit);
    }

    /** The own one, and those of the people this person acts for. */
    public List<String> units() {
        return all().map(Official::unit).distinct().toList();
    }

    /** Units see their own reports only; the office gathers them and the leaders judge them. */
    public boolean seesAllReports() {
        return isIn(Position.CHAIR, Position.VICE_CHAIR, Position.OFFICE_HEAD, Position.OFFICE_STAFF);
    }

    /** Holds one of the posts, or acts for somebody who does. */
    public boolean isIn(Position... positions) {
        return all().anyMatch(one -> one.holds(positions));
    }

    public boolean holds(Position... positions) {
        return List.of(positions).contains(position);
    }

    /** Is this person, or does his work today; that of a leader only by his authorisation. */
    public boolean actsFor(@Nullable String other) {
        return all().anyMatch(one -> one.login.equals(other));
    }

    /** May do tasks that are given to the other; a step that signs looks further. */
    public boolean mayDoFor(String other) {
        return signsAs(other) || standsInFor.stream().anyMatch(one -> one.login.equals(other));
    }

    /** Is this person, or signs for him. */
    public boolean signsAs(@Nullable String other) {
        return Stream.concat(Stream.of(this), signsFor.stream()).anyMatch(one -> one.login.equals(other));
    }

    /** For whom this person does what only somebody of these groups may do; empty if it is his own. */
    public Optional<Official> actingAs(List<String> candidates) {
        return all().filter(one -> one.ownGroups().stream().anyMatch(candidates::contains))
                .findFirst()
                .filter(one -> one != this);
    }

    private Stream<Official> all() {
        return Stream.concat(
                Stream.of(this),
                Stream.concat(
                        standsInFor.stream().filter(other -> !other.isLeader()),
                        signsFor.stream().filter(Official::isLeader)));
    }

    /**
     * The lines above the name on a paper of the committee (Decree 30/2020/NĐ-CP, article 13): a leader's own, those of the
     * office head by order, everybody else's "thừa ủy quyền".
     */
    public String committeeBlock() {
        if (signatureBlock != null && (isLeader() || signatureBlock.startsWith("TL."))) {
            return signatureBlock;
        }
        var post = signatureBlock == null
                ? title.toUpperCase(Locale.ROOT)
                : signatureBlock.substring(signatureBlock.lastIndexOf('\n') + 1);
        return Sentences.of("signature.authorised", post);
    }
}
