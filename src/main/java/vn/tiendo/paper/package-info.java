/** Official papers: one model of what a paper says, written as PDF/A and as Word in the layout of Decree 30/2020/NĐ-CP, annex I. */
@ApplicationModule(allowedDependencies = {"engine", "directory", "form"})
@NullMarked
package vn.tiendo.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
