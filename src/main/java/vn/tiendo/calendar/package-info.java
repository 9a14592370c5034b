/** Working days: the table of days off, the arithmetic of limits, and what moved when a limit or the table changed. */
@ApplicationModule(allowedDependencies = {"engine", "directory"})
@NullMarked
package vn.tiendo.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
