/** Units score themselves by a scheme of criteria, the office verifies, the decision table rates, the signer confirms. */
@ApplicationModule(
        allowedDependencies = {
            "plan",
            "paper",
            "engine",
            "directory",
            "document",
            "form",
            "mail",
            "deadline",
            "calendar"
        })
@NullMarked
package vn.tiendo.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
