/** From a file to its text, within limits of size, depth and time, without network and without the file system. */
@NullMarked
package vn.tiendo.extraction.reading;

import org.jspecify.annotations.NullMarked;
