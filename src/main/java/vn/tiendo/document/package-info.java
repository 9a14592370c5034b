/** Files people hand in, and the official papers that leave the house. */
@ApplicationModule(allowedDependencies = {"engine", "directory"})
@NullMarked
package vn.tiendo.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
