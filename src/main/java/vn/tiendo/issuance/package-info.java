/** The approved plan gets its number, its date and its paper. */
@ApplicationModule(allowedDependencies = {"plan", "engine", "directory", "document", "paper", "form", "signing"})
@NullMarked
package vn.tiendo.issuance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
