/** Wiring of the process engine and of time: one clock for application and engine, guarded expressions, no scripts. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.tiendo.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
