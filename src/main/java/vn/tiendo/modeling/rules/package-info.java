/** What a model must keep, whoever drew it; each class is one family of rules. */
@NullMarked
package vn.tiendo.modeling.rules;

import org.jspecify.annotations.NullMarked;
