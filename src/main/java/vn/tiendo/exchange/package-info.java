/** Documents to other agencies and what their systems answer, as edXML packages (QCVN 102:2016/BTTTT). */
@ApplicationModule(allowedDependencies = {"engine"})
@NullMarked
package vn.tiendo.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
