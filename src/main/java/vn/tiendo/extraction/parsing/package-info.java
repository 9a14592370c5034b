/** From the text of a plan or a Tờ trình to what it says; knows words, not files. */
@NullMarked
package vn.tiendo.extraction.parsing;

import org.jspecify.annotations.NullMarked;
