/** Administrators keep the organisation: units, people, their posts and first passwords, one by one or from a file. */
@ApplicationModule(allowedDependencies = {"directory", "security", "calendar", "form", "engine"})
@NullMarked
package vn.tiendo.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
