/** A plan or Tờ trình in a file is read and proposed item by item; a person confirms each. Known repeals of legal bases. */
@ApplicationModule(allowedDependencies = {"engine", "directory", "plan", "form"})
@NullMarked
package vn.tiendo.extraction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
