/** Whoever is away has a substitute; whoever leaves hands over. */
@ApplicationModule(allowedDependencies = {"directory", "security", "plan", "form", "mail", "engine"})
@NullMarked
package vn.tiendo.substitution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
