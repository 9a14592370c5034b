/** From a letter's words to the mail server: written in the office's transaction, sent once, seen on the page Thư đi. */
@ApplicationModule(allowedDependencies = {"engine", "directory", "calendar"})
@NullMarked
package vn.tiendo.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
