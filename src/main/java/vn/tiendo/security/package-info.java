/** Sign-in, one session for Tasklist, pages and REST, and what each group may do in the engine. */
@ApplicationModule(allowedDependencies = {"engine", "directory"})
@NullMarked
package vn.tiendo.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
