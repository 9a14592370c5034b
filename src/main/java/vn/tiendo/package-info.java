/** Plans of people's committees, from the Tờ trình to the archive. */
@NullMarked
package vn.tiendo;

import org.jspecify.annotations.NullMarked;
