/** What people look at: all plans, and one plan with everything that happened to it. */
@ApplicationModule(
        allowedDependencies = {
            "plan",
            "paper",
            "reporting",
            "assignment",
            "distribution",
            "scoring",
            "document",
            "signing",
            "deadline",
            "engine",
            "directory"
        })
@NullMarked
package vn.tiendo.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
