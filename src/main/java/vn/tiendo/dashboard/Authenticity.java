package vn.tiendo.dashboard;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.tiendo.document.StoredFile;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.plan.Plan;
import vn.tiendo.signing.Finding;
import vn.tiendo.signing.SignatureCheck;

/** Whether the papers people see are those that were issued: their content, and each signature in them. */
@Component
class Authenticity {

    private static final int REMEMBERED = 500;

    private final StoredFiles files;
    private final SignatureCheck check;

    /** By the content's hash and the time it was kept, on which alone the answer depends. */
    private final Map<String, List<Finding>> answers = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Finding>> eldest) {
            return size() > REMEMBERED;
        }
    });

    Authenticity(StoredFiles files, SignatureCheck check) {
        this.files = files;
        this.check = check;
    }

    /** The plan's own paper first, then, for who may see {@code all}, what else was issued from its file. */
    List<Answer> of(Plan plan, boolean all) {
        return files.ofPlan(plan.id()).stream()
                .filter(file -> file.id().equals(plan.document()) || all && isIssued(file))
                .sorted(Comparator.comparing(file -> !file.id().equals(plan.document())))
                .map(this::answer)
                .toList();
    }

    private static boolean isIssued(StoredFile file) {
        return file.uploadedBy().equals(StoredFiles.SYSTEM) && file.type().equals("application/pdf");
    }

    private Answer answer(StoredFile file) {
        var content = files.content(file.id());
        var hash = StoredFiles.sha256(content);
        var keptAt = files.keptAt(file.id()).toInstant();
        return new Answer(file, hash.equals(file.sha256()), findings(hash, content, keptAt));
    }

    private List<Finding> findings(String hash, byte[] content, Instant keptAt) {
        var key = hash + keptAt;
        var known = answers.get(key);
        if (known == null) {
            known = check.of(content, keptAt);
            answers.put(key, known);
        }
        return known;
    }

    /**
     * @param kept whether the content is byte for byte the one that was kept
     * @param findings none for a scan of a paper signed by hand
     */
    record Answer(StoredFile file, boolean kept, List<Finding> findings) {}
}
