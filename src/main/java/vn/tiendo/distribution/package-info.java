/** Every recipient receives the plan, provably. */
@ApplicationModule(
        allowedDependencies = {
            "plan",
            "engine",
            "directory",
            "form",
            "mail",
            "document",
            "deadline",
            "exchange",
            "paper"
        })
@NullMarked
package vn.tiendo.distribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
