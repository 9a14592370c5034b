/** The working calendar, due dates for models, reminders and escalation of overdue work. */
@ApplicationModule(allowedDependencies = {"engine", "directory", "mail"})
@NullMarked
package vn.tiendo.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
