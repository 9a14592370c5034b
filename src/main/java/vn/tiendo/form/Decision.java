package vn.tiendo.form;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.tiendo.engine.Refusal;

/** What a person who judges enters: a verdict and, when it is not an agreement, a remark. */
public record Decision(@Nullable Verdict verdict, @Nullable String remark) {

    public enum Verdict {
        APPROVED,
        RETURNED,
        PASSED
    }

    /** @throws Refusal if the verdict is none of those allowed, or a return has no remark */
    public Decision among(Verdict... allowed) {
        if (verdict == null || !Arrays.asList(allowed).contains(verdict)) {
            throw Refusal.of("verdict", "form.noVerdict");
        }
        if (verdict == Verdict.RETURNED && (remark == null || remark.isBlank())) {
            throw Refusal.of("remark", "form.returnNeedsRemark");
        }
        return this;
    }

    public Verdict given() {
        if (verdict == null) {
            throw Refusal.of("verdict", "form.noVerdict");
        }
        return verdict;
    }
}
