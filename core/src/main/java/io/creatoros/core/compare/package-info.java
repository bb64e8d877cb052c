/**
 * The three-way comparison of a course folder, its bases and the mirror: one pure function, {@link
 * io.creatoros.core.compare.Comparison#compare}.
 */
@NullMarked
package io.creatoros.core.compare;

import org.jspecify.annotations.NullMarked;
