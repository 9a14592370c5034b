/** Files people hand in, the official papers that leave the house, and the register of their numbers. */
@ApplicationModule(allowedDependencies = {"engine", "directory", "form"})
@NullMarked
package vn.tiendo.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
