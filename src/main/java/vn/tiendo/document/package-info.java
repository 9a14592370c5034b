/** Files people hand in, and the register of the numbers of outgoing papers; page Ký hiệu và sổ. */
@ApplicationModule(allowedDependencies = {"engine", "directory", "form"})
@NullMarked
package vn.tiendo.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
