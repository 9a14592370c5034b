package vn.tiendo.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.plan.Draft.Recipient.Role;

/** What a clerk looks for before a plan gets its number; only what the decree does not allow holds it up. */
@Component
public class FormCheck {

    private final Drafts drafts;
    private final Directory directory;
    private final Clock clock;

    FormCheck(Drafts drafts, Directory directory, Clock clock) {
        this.drafts = drafts;
        this.directory = directory;
        this.clock = clock;
    }

    public List<Finding> of(Plan plan) {
        var draft = drafts.of(plan.id());
        var findings = new ArrayList<Finding>();
        elements(plan, draft.recipients().isEmpty(), findings);
        PlanWording.read(plan, draft).forEach(text -> findings.add(new Finding(text, false)));
        unreached(draft.recipients())
                .forEach(line -> findings.add(new Finding(Sentences.of("check.reachesNobody", line.text()), false)));
        var ownerless = draft.assignments().stream()
                .filter(task -> task.kind() != Draft.Assignment.Kind.TARGET && task.lead() == null)
                .filter(task -> !PlanPapers.isGroup(task))
                .map(task -> String.valueOf(task.position()))
                .toList();
        if (!ownerless.isEmpty()) {
            findings.add(new Finding(Sentences.of("check.noLead", String.join(", ", ownerless)), false));
        }
        if (draft.assignments().stream().anyMatch(task -> task.kind() == Draft.Assignment.Kind.TARGET)
                && draft.duties().stream().allMatch(duty -> duty.figures().isEmpty())) {
            findings.add(new Finding(Sentences.of("check.targetsWithoutFigure"), false));
        }
        var forgotten = forgotten(draft);
        if (!forgotten.isEmpty()) {
            findings.add(new Finding(Sentences.of("check.notInRecipients", String.join("; ", forgotten)), false));
        }
        return findings;
    }

    /** @throws Refusal if something is missing without which the decree knows no document */
    public void refuseIncomplete(Plan plan) {
        var findings = new ArrayList<Finding>();
        elements(plan, drafts.recipients(plan.id()).isEmpty(), findings);
        if (!findings.isEmpty()) {
            throw Refusal.because(
                    "check.incomplete", findings.stream().map(Finding::text).collect(Collectors.joining(" ")));
        }
    }

    /** Article 8: what every document has. */
    private void elements(Plan plan, boolean forNobody, List<Finding> findings) {
        if (plan.subject().isBlank()) {
            findings.add(new Finding(Sentences.of("check.noSubject"), true));
        }
        if (plan.content().isBlank()) {
            findings.add(new Finding(Sentences.of("check.noContent"), true));
        }
        if (forNobody) {
            findings.add(new Finding(Sentences.of("check.noRecipient"), true));
        }
        if (plan.signer() == null) {
            findings.add(new Finding(Sentences.of("check.noSigner"), true));
        } else if (plan.signatureBlock() == null
                && directory.official(plan.signer()).signatureBlock() == null) {
            findings.add(new Finding(Sentences.of("check.noSignature"), true));
        }
    }

    /** Lines behind which there is neither a unit nor an address; what is only published or kept needs none. */
    private List<Draft.Recipient> unreached(List<Draft.Recipient> lines) {
        var today = LocalDate.now(clock);
        return lines.stream()
                .filter(line -> line.role() != Role.ARCHIVE && line.role() != Role.PUBLISH)
                .filter(line -> line.address() == null
                        && directory.unitsBehind(line.units(), today).isEmpty())
                .toList();
    }

    /** Units that have work or a report to do and would not receive the plan: named neither alone nor in a group. */
    private List<String> forgotten(Draft draft) {
        var today = LocalDate.now(clock);
        var codes = Stream.concat(
                        draft.assignments().stream()
                                .flatMap(task -> Stream.of(
                                                Stream.ofNullable(task.lead()),
                                                task.coLeads().stream(),
                                                task.partners().stream())
                                        .flatMap(named -> named)),
                        draft.duties().stream().flatMap(duty -> duty.reporters().stream()))
                .distinct()
                .toList();
        var named = draft.recipients().stream()
                .flatMap(line -> line.units().stream())
                .toList();
        var received =
                directory.unitsBehind(named, today).stream().map(Unit::code).collect(Collectors.toSet());
        var said = draft.recipients().stream()
                .map(recipient -> recipient.text().toLowerCase(Locale.ROOT))
                .toList();
        var inGroups = directory.groups().stream()
                .filter(group -> isSaid(said, group.name()))
                .flatMap(group -> directory.unitsBehind(List.of(group.code()), today).stream())
                .map(Unit::code)
                .collect(Collectors.toSet());
        return directory.unitsBehind(codes, today).stream()
                .filter(unit -> !received.contains(unit.code()) && !inGroups.contains(unit.code()))
                .filter(unit -> !isSaid(said, unit.name()))
                .map(Unit::name)
                .toList();
    }

    private static boolean isSaid(List<String> lines, String name) {
        return lines.stream().anyMatch(line -> line.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** @param blocking the plan gets no number as long as it is so */
    public record Finding(String text, boolean blocking) {}
}
