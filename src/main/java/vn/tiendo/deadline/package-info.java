/** Due dates for models, reminders and escalation of overdue work. */
@ApplicationModule(allowedDependencies = {"engine", "directory", "mail", "calendar"})
@NullMarked
package vn.tiendo.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
