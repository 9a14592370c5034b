/** The approved plan gets its number, its date and its paper. */
@ApplicationModule(allowedDependencies = {"plan", "engine", "directory", "document", "paper", "form"})
@NullMarked
package vn.tiendo.issuance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
