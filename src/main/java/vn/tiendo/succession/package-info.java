/** A unit is merged or abolished: another one takes over what it owes. */
@ApplicationModule(allowedDependencies = {"reporting", "assignment", "sharing", "directory", "form", "engine"})
@NullMarked
package vn.tiendo.succession;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
