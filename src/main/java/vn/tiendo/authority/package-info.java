/** Who may sign which kind of document, as the decision table answers; page Thẩm quyền ký. */
@ApplicationModule(allowedDependencies = {"engine", "directory"})
@NullMarked
package vn.tiendo.authority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
