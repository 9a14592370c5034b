package vn.tiendo.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.assignment.Assignments;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.distribution.Deliveries;
import vn.tiendo.document.StoredFile;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.mail.Mails;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.PlanFile;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.PlanStatus;
import vn.tiendo.plan.Plans;
import vn.tiendo.reporting.Reports;
import vn.tiendo.reporting.Round;
import vn.tiendo.reporting.Rounds;
import vn.tiendo.scoring.Assessment;
import vn.tiendo.scoring.Assessments;
import vn.tiendo.scoring.ScoreSheets;
import vn.tiendo.sharing.Shares;

/**
 * Seals a finished plan: what its tables say is written out once, a manifest lists the SHA-256 of every file, and the
 * seal is the SHA-256 of the manifest. Whoever changes one byte later can be found out.
 */
@Component
class Archive {

    private final Plans plans;
    private final PlanFile planFile;
    private final PlanHistory history;
    private final Rounds rounds;
    private final Reports reports;
    private final Assignments assignments;
    private final Shares shares;
    private final Assessments assessments;
    private final ScoreSheets scoreSheets;
    private final Drafts drafts;
    private final Deliveries deliveries;
    private final Mails mails;
    private final StoredFiles files;
    private final FormInputs inputs;
    private final CurrentOfficial current;
    private final ObjectMapper json;
    private final JdbcClient database;
    private final Clock clock;

    Archive(
            Plans plans,
            PlanFile planFile,
            PlanHistory history,
            Rounds rounds,
            Reports reports,
            Assignments assignments,
            Shares shares,
            Assessments assessments,
            ScoreSheets scoreSheets,
            Drafts drafts,
            Deliveries deliveries,
            Mails mails,
            StoredFiles files,
            FormInputs inputs,
            CurrentOfficial current,
            ObjectMapper json,
            JdbcClient database,
            Clock clock) {
        this.plans = plans;
        this.planFile = planFile;
        this.history = history;
        this.rounds = rounds;
        this.reports = reports;
        this.assignments = assignments;
        this.shares = shares;
        this.assessments = assessments;
        this.scoreSheets = scoreSheets;
        this.drafts = drafts;
        this.deliveries = deliveries;
        this.mails = mails;
        this.files = files;
        this.inputs = inputs;
        this.current = current;
        this.json = json;
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    void close(String id) {
        var plan = plans.get(id);
        if (!current.get().actsFor(plan.drafter())) {
            throw Refusal.because("draft.notDrafter");
        }
        if (rounds.ofPlan(id).stream().anyMatch(round -> round.state() != Round.State.CLOSED)) {
            throw Refusal.because("closing.roundOpen");
        }
        if (scoringGoesOn(id)) {
            throw Refusal.because("closing.scoringOpen");
        }
        var input = inputs.take(id, "closePlan", Closing.class);
        if (assignments.goOn(id)) {
            Entries.text("remark", "field.unfinishedReason", input.remark(), 5_000);
        }
        plans.move(id, PlanStatus.CLOSED, PlanStatus.ISSUED);
        history.note(id, "closed", input.remark());
    }

    /** The plan lets units score themselves, and not all of them have been told their rating. */
    private boolean scoringGoesOn(String plan) {
        var opened = assessments.ofPlan(plan);
        return drafts.duties(plan).stream().anyMatch(duty -> duty.isSelfAssessment() && !duty.awaitsDate())
                && (opened.isEmpty()
                        || opened.stream().anyMatch(assessment -> assessment.state() != Assessment.State.SENT));
    }

    /** Once, however often the step runs; what units have not finished by now ends as unfinished. */
    @Transactional
    void seal(String id) {
        var plan = plans.get(id);
        if (plan.seal() != null) {
            return;
        }
        assignments.endUnfinished(id);
        history.note(id, "archived", null);
        plans.move(id, PlanStatus.ARCHIVED, PlanStatus.ISSUED, PlanStatus.CLOSED);
        write(plan, "ho-so.json", planFile.of(plans.get(id)));
        write(plan, "ky-bao-cao.json", Map.of("rounds", rounds.ofPlan(id), "reports", reports.ofPlan(id)));
        write(plan, "nhiem-vu.json", assignments.recordOf(id));
        write(plan, "phan-viec.json", shares.recordOf(id));
        write(plan, "tu-cham-diem.json", scoreSheets.ofPlan(id));
        write(plan, "noi-nhan.json", deliveries.ofPlan(id));
        write(plan, "thu-di.json", mails.ofPlan(id));
        write(plan, "dien-bien.json", history.events(id));
        var manifest = new StringBuilder();
        paths(id)
                .forEach((path, file) ->
                        manifest.append(file.sha256()).append("  ").append(path).append('\n'));
        database.sql("update plan set manifest = ?, seal = ?, sealed_at = ? where id = ?")
                .params(
                        manifest.toString(),
                        StoredFiles.sha256(manifest.toString().getBytes(StandardCharsets.UTF_8)),
                        OffsetDateTime.now(clock),
                        id)
                .update();
    }

    private void write(Plan plan, String name, Object content) {
        try {
            files.keepOwn(
                    plan.id(),
                    name,
                    "application/json",
                    json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan that cannot be written", e);
        }
    }

    private Map<String, StoredFile> paths(String plan) {
        var paths = new TreeMap<String, StoredFile>();
        for (var file : files.ofPlan(plan)) {
            var folder = file.isSealedData() ? "du-lieu/" : "tai-lieu/" + file.id() + "-";
            paths.put(folder + file.name(), file);
        }
        return paths;
    }

    /** @throws Refusal if the plan is not sealed yet, or no longer what was sealed */
    byte[] zip(Plan plan) {
        if (plan.seal() == null) {
            throw Refusal.because("archive.notSealed");
        }
        var manifest = database.sql("select manifest from plan where id = ?")
                .param(plan.id())
                .query(String.class)
                .single();
        var found = new StringBuilder();
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var entry : paths(plan.id()).entrySet()) {
                var content = files.content(entry.getValue().id());
                found.append(StoredFiles.sha256(content))
                        .append("  ")
                        .append(entry.getKey())
                        .append('\n');
                put(zip, entry.getKey(), content, plan);
            }
            put(zip, "MANIFEST.sha256", manifest.getBytes(StandardCharsets.UTF_8), plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var seal = StoredFiles.sha256(found.toString().getBytes(StandardCharsets.UTF_8));
        if (!seal.equals(plan.seal())) {
            throw Refusal.because("archive.broken", plan.id());
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String path, byte[] content, Plan plan) throws IOException {
        var entry = new ZipEntry(path);
        entry.setTime(Objects.requireNonNull(plan.sealedAt()).toInstant().toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    record Closing(@Nullable String remark) {}
}
