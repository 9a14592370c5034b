/** Deadlines of reports are moved, and overdue reports decided upon, by the leader in charge. */
@ApplicationModule(
        allowedDependencies = {
            "plan",
            "reporting",
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
