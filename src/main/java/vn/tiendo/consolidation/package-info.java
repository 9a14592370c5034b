/** The units' reports become one, are approved and sent up. */
@ApplicationModule(
        allowedDependencies = {
            "plan",
            "reporting",
            "authority",
            "engine",
            "directory",
            "document",
            "paper",
            "signing",
            "form",
            "mail",
            "deadline"
        })
@NullMarked
package vn.tiendo.consolidation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
