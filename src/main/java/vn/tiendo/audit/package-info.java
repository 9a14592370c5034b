/** Who changed what: every row of every table, noted by the database itself and chained so that a later change shows. */
@ApplicationModule(allowedDependencies = {"directory", "engine", "form"})
@NullMarked
package vn.tiendo.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
