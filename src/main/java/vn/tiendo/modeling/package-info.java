/** The models: which version is deployed, from where, and that an administrator's version is never overwritten. */
@ApplicationModule(allowedDependencies = {"engine"})
@NullMarked
package vn.tiendo.modeling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
