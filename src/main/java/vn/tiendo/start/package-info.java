/** How the application starts: with its own database and mail server by default, with the office's in production. */
@ApplicationModule(allowedDependencies = {"engine", "directory", "security", "modeling", "signing"})
@NullMarked
package vn.tiendo.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
