/** What a person types in a user task: kept while typing, handed to the record step that follows, refused with a sentence. */
@ApplicationModule(allowedDependencies = {"engine", "directory"})
@NullMarked
package vn.tiendo.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
