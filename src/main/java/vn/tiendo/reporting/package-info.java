/** Report rounds open by themselves, units report, late ones are reminded and escalated. */
@ApplicationModule(
        allowedDependencies = {
            "plan",
            "paper",
            "engine",
            "directory",
            "document",
            "form",
            "mail",
            "calendar",
            "deadline"
        })
@NullMarked
package vn.tiendo.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
