/** What a plan is: its state, draft, recipients, duties, history and remarks, and who may read it. */
@ApplicationModule(allowedDependencies = {"engine", "directory", "document", "paper", "form", "calendar"})
@NullMarked
package vn.tiendo.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
