package vn.tiendo.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.tika.Tika;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;

/** Files in the database with their SHA-256; name and kind are checked before anything is kept. */
@Component
public class StoredFiles {

    static final int LARGEST = 50 * 1024 * 1024;
    private static final int LONGEST_NAME = 150;
    /** Who keeps the papers that nobody uploaded. */
    public static final String SYSTEM = "system";

    private static final Map<String, List<String>> KINDS = Map.of(
            "pdf", List.of("application/pdf"),
            "docx", List.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            "xlsx", List.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            "doc", List.of("application/msword"),
            "xls", List.of("application/vnd.ms-excel"),
            "odt", List.of("application/vnd.oasis.opendocument.text"),
            "txt", List.of("text/plain"),
            "png", List.of("image/png"),
            "jpg", List.of("image/jpeg"),
            "jpeg", List.of("image/jpeg"));
    private static final String COLUMNS = "id, name, type, size, sha256, uploaded_by, plan";

    private final JdbcClient database;
    private final CurrentOfficial current;
    private final Clock clock;
    private final Tika tika = new Tika();

    StoredFiles(JdbcClient database, CurrentOfficial current, Clock clock) {
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    /** @throws Refusal if name, size or kind are not those of an office's file */
    @Transactional
    public StoredFile keep(String name, byte[] content) {
        var clean = checkedName(name);
        if (content.length == 0) {
            throw Refusal.because("file.empty", clean);
        }
        if (content.length > LARGEST) {
            throw Refusal.because("file.tooLarge");
        }
        var extension = clean.substring(clean.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        var allowed = KINDS.get(extension);
        if (allowed == null) {
            throw Refusal.because("file.kindRefused", clean);
        }
        var type = tika.detect(content, clean);
        if (!allowed.contains(type)) {
            throw Refusal.because("file.contentDiffers", clean, extension.toUpperCase(java.util.Locale.ROOT));
        }
        return insert(clean, type, content, current.login(), null);
    }

    /** A paper the system itself made. */
    @Transactional
    public StoredFile keepOwn(String plan, String name, String type, byte[] content) {
        return insert(name, type, content, SYSTEM, plan);
    }

    private StoredFile insert(
            String name, String type, byte[] content, String by, @org.jspecify.annotations.Nullable String plan) {
        var file = new StoredFile(UUID.randomUUID(), name, type, content.length, sha256(content), by, plan);
        database.sql("""
                        insert into stored_file (id, name, type, size, sha256, content, uploaded_by, uploaded_at, plan)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(file.id(), name, type, file.size(), file.sha256(), content, by, OffsetDateTime.now(clock), plan)
                .update();
        return file;
    }

    private static String checkedName(String name) {
        var clean = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        var bad = clean.isEmpty()
                || clean.length() > LONGEST_NAME
                || !clean.contains(".")
                || clean.startsWith(".")
                || clean.chars().anyMatch(c -> isUnseen(c) || "/\\:*?\"<>|".indexOf(c) >= 0);
        if (bad) {
            throw Refusal.because("file.badName", clean);
        }
        return clean;
    }

    /** Also what turns the direction of writing: "exe.txt" would be shown for a file that ends in "txt.exe". */
    private static boolean isUnseen(int letter) {
        return Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT;
    }

    /**
     * Takes files that the current person uploaded into a plan's file.
     *
     * @throws Refusal if one of them is not the person's own, or already belongs to another plan
     */
    @Transactional
    public void takeInto(String plan, Collection<UUID> files) {
        if (files.isEmpty()) {
            return;
        }
        var taken = database.sql("""
                        update stored_file set plan = :plan
                        where id in (:files) and (plan = :plan or (plan is null and uploaded_by = :by))""")
                .param("plan", plan)
                .param("files", files)
                .param("by", current.login())
                .update();
        if (taken != files.stream().distinct().count()) {
            throw Refusal.of("files", "file.notYours");
        }
    }

    public Optional<StoredFile> find(UUID id) {
        return database.sql("select " + COLUMNS + " from stored_file where id = ?")
                .param(id)
                .query(StoredFile.class)
                .optional();
    }

    public List<StoredFile> ofPlan(String plan) {
        return database.sql("select " + COLUMNS + " from stored_file where plan = ? order by uploaded_at, id")
                .param(plan)
                .query(StoredFile.class)
                .list();
    }

    /** The units in whose reports, results or self-assessments the file is an attachment; none if it is also one of the plan's own. */
    public Set<String> reportedBy(UUID id) {
        return database.sql("""
                        select report.unit from report_file join report on report.id = report_file.report
                        where file = :file and not exists (select from plan_file where file = :file)
                        union select assignment.answerable from assignment_file
                        join assignment on assignment.id = assignment_file.assignment where file = :file
                        union select unnest(array[s.unit, a.answerable]) from work_share_file f
                        join work_share s on s.id = f.share join assignment a on a.id = s.assignment where f.file = :file
                        union select assessment.unit from assessment_file
                        join assessment on assessment.id = assessment_file.assessment where file = :file""").param("file", id).query(String.class).set();
    }

    /** When it was kept. */
    public OffsetDateTime keptAt(UUID id) {
        return database.sql("select uploaded_at from stored_file where id = ?")
                .param(id)
                .query(OffsetDateTime.class)
                .single();
    }

    public byte[] content(UUID id) {
        return database.sql("select content from stored_file where id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new NotFound("file " + id));
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] read(org.springframework.web.multipart.MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
