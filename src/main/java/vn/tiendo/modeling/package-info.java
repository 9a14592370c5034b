/**
 * The models: the rules they keep, which version is deployed and from where, and that an administrator's version is never
 * overwritten.
 */
@ApplicationModule(allowedDependencies = {"engine"})
@NullMarked
package vn.tiendo.modeling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
