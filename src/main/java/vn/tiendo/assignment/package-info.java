/** The tasks of an issued plan are given to units, carried out, verified and closed. */
@ApplicationModule(
        allowedDependencies = {"plan", "engine", "directory", "document", "form", "mail", "calendar", "deadline"})
@NullMarked
package vn.tiendo.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
