/** A Tờ trình is recorded and becomes a draft. */
@ApplicationModule(allowedDependencies = {"plan", "engine", "directory", "document", "form", "calendar"})
@NullMarked
package vn.tiendo.drafting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
