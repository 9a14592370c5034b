/** The finished plan is sealed, kept and can be taken out whole. */
@ApplicationModule(
        allowedDependencies = {
            "plan",
            "reporting",
            "assignment",
            "sharing",
            "scoring",
            "distribution",
            "engine",
            "directory",
            "document",
            "form",
            "mail"
        })
@NullMarked
package vn.tiendo.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
