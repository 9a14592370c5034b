/** Units, officials and positions, and who stands above whom. */
@ApplicationModule(allowedDependencies = {"engine"})
@NullMarked
package vn.tiendo.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
