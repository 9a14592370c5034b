/** The leader's and the agency's digital signatures on a paper, and whether a paper is still what was signed. */
@ApplicationModule(allowedDependencies = {"engine", "directory"})
@NullMarked
package vn.tiendo.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
