/** A unit splits its assignment among its officials, and asks the units beside it for their part. */
@ApplicationModule(
        allowedDependencies = {"assignment", "plan", "engine", "directory", "document", "form", "mail", "deadline"})
@NullMarked
package vn.tiendo.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
