/** A leader or the office asks units for a report by a day and an hour; a report round stands behind it. */
@ApplicationModule(allowedDependencies = {"plan", "reporting", "engine", "directory", "form"})
@NullMarked
package vn.tiendo.adhoc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
