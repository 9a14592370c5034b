/** The head of the drafting unit and the office look at the draft. */
@ApplicationModule(allowedDependencies = {"plan", "engine", "directory", "form"})
@NullMarked
package vn.tiendo.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
