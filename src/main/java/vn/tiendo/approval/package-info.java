/** The leader who is competent to sign decides. */
@ApplicationModule(allowedDependencies = {"plan", "authority", "engine", "directory", "form"})
@NullMarked
package vn.tiendo.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
