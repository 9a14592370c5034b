/** Deadlines of reports and assignments are moved, and overdue ones decided upon, by the leader in charge. */
@ApplicationModule(
        allowedDependencies = {
            "plan",
            "engine",
            "directory",
            "document",
            "paper",
            "signing",
            "form",
            "mail",
            "calendar",
            "deadline"
        })
@NullMarked
package vn.tiendo.amendment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
